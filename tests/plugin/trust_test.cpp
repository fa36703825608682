// SPDX-License-Identifier: MIT
#include "plugin/plugin_world.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace merestone::tests {
namespace {

namespace fs = std::filesystem;

constexpr fs::perms kReadableByAll = fs::perms(0755);

/// Loading a plugin runs its code: it must come from a folder that the user named or from the installed one.
class PluginTrust : public testing::Test {
protected:
    void SetUp() override { m_world.plan({{"P.one", "{one: self}"}}); }

    /// The plan cannot be read, since nobody knows the measure `one`; and no code has run.
    void expectUnknown(const ProgramResult& result) const {
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(contains(result.err, "names no kind of measure")) << result.err;
        EXPECT_FALSE(m_world.hasRun());
    }
    /// The rule is not run for a reason that holds `part`; and no code has run.
    void expectNotRun(const fs::path& shelf, const std::string& part) const {
        const nlohmann::json run = m_world.check(shelf);
        EXPECT_EQ(verdictOf(run, "P.one"), "not_run");
        EXPECT_TRUE(contains(reasonOf(run, "P.one"), part)) << reasonOf(run, "P.one");
        EXPECT_FALSE(m_world.hasRun());
    }

    PluginWorld m_world;
};

TEST_F(PluginTrust, NothingIsLoadedFromBesideThePlan) {
    for (const char* place : {"plugins", "merestone", "lib", "share"}) {
        (void)m_world.shelf("faulty", place);
    }
    fs::copy(m_world / "plugins" / "faulty" / "plugin.yaml", m_world / "plugin.yaml");
    fs::copy(m_world / "plugins" / "faulty" / "merestone_faulty.so", m_world / "merestone_faulty.so");
    expectUnknown(m_world.run({"check", "plan.yaml"}));
    expectUnknown(m_world.run({"check", (m_world / "plan.yaml").string()}));
}

TEST_F(PluginTrust, NothingIsLoadedThroughALinkToThePlan) {
    const fs::path shelf = m_world.shelf("faulty", "plugins");
    fs::create_directory(m_world / "elsewhere");
    fs::create_symlink(m_world / "plan.yaml", m_world / "elsewhere" / "plan.yaml");
    fs::create_symlink(m_world / "homes.csv", m_world / "elsewhere" / "homes.csv");
    fs::create_symlink(shelf, m_world / "elsewhere" / "plugins");
    expectUnknown(m_world.run({"check", "elsewhere/plan.yaml"}));
    expectUnknown(m_world.run({"check", "elsewhere/../elsewhere/plan.yaml"}));
}

TEST_F(PluginTrust, TheVariableTakesWholePathsOnly) {
    (void)m_world.shelf("faulty", "plugins");
    for (const std::string path : {"plugins", "./plugins", ".", "..", "plugins/../plugins"}) {
        const ProgramResult result = m_world.run({"check", "plan.yaml"}, {{"MERESTONE_PLUGIN_PATH", path}});
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(contains(result.err, "is no absolute path")) << result.err;
        EXPECT_FALSE(m_world.hasRun());
    }
    expectUnknown(m_world.run({"check", "plan.yaml"}, {{"MERESTONE_PLUGIN_PATH", ":"}}));
}

TEST_F(PluginTrust, ALinkOutOfTheNamedFolderIsNotFollowed) {
    const fs::path outside = m_world.shelf("faulty", "outside");
    const fs::path shelf = m_world / "shelf";
    fs::create_directory(shelf);
    fs::create_symlink(outside / "faulty", shelf / "faulty");
    expectNotRun(shelf, "leads out of the plugin folder");

    fs::remove(shelf / "faulty");
    fs::create_directory(shelf / "faulty");
    fs::copy(outside / "faulty" / "plugin.yaml", shelf / "faulty" / "plugin.yaml");
    fs::create_symlink("../../outside/faulty/merestone_faulty.so", shelf / "faulty" / "merestone_faulty.so");
    expectNotRun(shelf, "leads out of the plugin folder");
}

TEST_F(PluginTrust, WhatEverybodyCanReplaceIsNotLoaded) {
    const fs::path shelf = m_world.shelf("faulty");
    for (const fs::path& path : {shelf / "faulty" / "merestone_faulty.so", shelf / "faulty", shelf}) {
        fs::permissions(path, fs::perms::others_write, fs::perm_options::add);
        expectNotRun(shelf, "everybody can write to '" + path.string() + "'; take that right away (chmod o-w)");
        fs::permissions(path, fs::perms::others_write, fs::perm_options::remove);
    }
    EXPECT_EQ(verdictOf(m_world.check(shelf), "P.one"), "pass");
}

TEST_F(PluginTrust, ADescriptionCannotLeadElsewhere) {
    const fs::path shelf = m_world.shelf("faulty");
    fs::copy(shelf / "faulty" / "merestone_faulty.so", m_world / "merestone_faulty.so");
    for (const std::string& library :
         {std::string("../../merestone_faulty.so"), (m_world / "merestone_faulty.so").string()}) {
        const std::string before = readFile(shelf / "faulty" / "plugin.yaml");
        replaceIn(shelf / "faulty" / "plugin.yaml", "merestone_faulty.so", library);
        const ProgramResult result = m_world.run({"check", "plan.yaml", "--plugin-path", shelf.string()});
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(contains(result.err, "must be the name of a file beside this one")) << result.err;
        EXPECT_FALSE(m_world.hasRun());
        writeFile(shelf / "faulty" / "plugin.yaml", before);
    }
}

TEST_F(PluginTrust, WhatTheUserNamesIsLoadedHoweverItIsSpelt) {
    (void)m_world.shelf("faulty", "named");
    EXPECT_EQ(verdictOf(m_world.check("named/../named"), "P.one"), "pass"); // the user's own words, from here
    EXPECT_TRUE(m_world.hasRun());
    fs::create_symlink(m_world / "named", m_world / "link");
    EXPECT_EQ(verdictOf(m_world.check(m_world / "link"), "P.one"), "pass");
    EXPECT_EQ(verdictOf(m_world.check(m_world / "link", {"--plugin-path", (m_world / "named").string()}), "P.one"),
              "pass")
        << "one folder that is named twice";
}

TEST_F(PluginTrust, AFolderThatCannotBeReadIsOneLine) {
    const fs::path shelf = m_world.shelf("faulty");
    const auto expectOneLine = [&](const fs::path& locked) {
        fs::permissions(locked, fs::perms::none);
        ProgramSetting setting;
        setting.folder = "/";
        setting.unprivileged = true;
        fs::permissions(m_world / ".", kReadableByAll);
        const ProgramResult result =
            merestoneProgram({"check", (m_world / "plan.yaml").string(), "--plugin-path", shelf.string()}, setting);
        EXPECT_EQ(result.status, 2) << result.out;
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, locked.filename().string())) << result.err;
        fs::permissions(locked, fs::perms::owner_all);
    };
    expectOneLine(shelf / "faulty" / "plugin.yaml");
    expectOneLine(shelf / "faulty");
}

TEST_F(PluginTrust, ALibraryThatCannotBeReadIsTheReasonOfItsRule) {
    const fs::path shelf = m_world.shelf("faulty");
    fs::permissions(shelf / "faulty" / "merestone_faulty.so", fs::perms::none);
    fs::permissions(m_world / ".", kReadableByAll);
    ProgramSetting setting;
    setting.folder = "/";
    setting.unprivileged = true;
    const ProgramResult result = merestoneProgram(
        {"check", (m_world / "plan.yaml").string(), "--format", "json", "--plugin-path", shelf.string()}, setting);
    EXPECT_EQ(result.status, 3) << result.err;
    EXPECT_TRUE(contains(result.out, "cannot be loaded")) << result.out;
}

} // namespace
} // namespace merestone::tests
