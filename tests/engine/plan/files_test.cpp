// SPDX-License-Identifier: MIT
#include "plan/limits.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

namespace merestone {
namespace {

namespace fs = std::filesystem;
using testing::changed;
using testing::smallPack;
using testing::smallPlan;

/// A folder of its own for each test, removed afterwards.
class Files : public ::testing::Test {
protected:
    Files() {
        std::string pattern = (fs::temp_directory_path() / "merestone-plan-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    ~Files() override { fs::remove_all(m_folder); }

    fs::path write(const std::string& name, const std::string& text) const {
        const fs::path file = m_folder / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    static std::string errorOf(const std::function<void()>& action) {
        try {
            action();
        } catch (const Error& error) {
            return error.what();
        }
        return "none";
    }
    std::string readError(const fs::path& file) const {
        return errorOf([&] { (void)readPlan(file, {}); });
    }
    std::string loadError() const {
        return errorOf([&] { (void)loadPacks({m_folder}); });
    }

    fs::path m_folder;
};

TEST_F(Files, APlanIsReadWithItsFolder) {
    const fs::path file = write("plan.yaml", smallPlan());
    const Plan plan = readPlan(file, {});
    EXPECT_EQ(plan.file, file);
    EXPECT_EQ(plan.directory, m_folder);
}

TEST_F(Files, WhatIsNoFileIsOneLine) {
    const std::string folder = m_folder.string();
    EXPECT_EQ(readError(m_folder / "none.yaml"), folder + "/none.yaml: there is no such plan file");
    EXPECT_EQ(readError(m_folder), folder + ": is a folder; name the plan file in it");
    EXPECT_EQ(readError("/dev/zero"), "/dev/zero: is no regular file; name a plan file");
    ASSERT_EQ(mkfifo((m_folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(readError(m_folder / "pipe"), folder + "/pipe: is no regular file; name a plan file");
    EXPECT_EQ(readError(write("empty.yaml", "")),
              folder + "/empty.yaml:1:1: the file is empty; 'merestone new DIR' writes a plan to start from");
    EXPECT_EQ(readError(write("plan.yaml/x", "").parent_path() / "x" / "y"),
              folder + "/plan.yaml/x/y: there is no such plan file");
}

TEST_F(Files, ATooLargePlanIsOneLine) {
    const fs::path file = write("big.yaml", "a: " + std::string(kMaximumFileBytes, 'x'));
    EXPECT_EQ(readError(file),
              file.string() + ": the file is larger than 10 MiB; rules are small, keep data in layers beside the plan");
}

TEST_F(Files, PacksAreFoundOneLevelDownAndSorted) {
    write("zoo/b.yaml", changed(smallPack(), "pack: greens", "pack: b"));
    write("apes/c.yaml", changed(smallPack(), "pack: greens", "pack: c"));
    write("zoo/a.yaml", changed(smallPack(), "pack: greens", "pack: a"));
    write("zoo/notes.yaml", "title: not a pack\n");
    write("zoo/readme.md", "pack: no\n");
    write("zoo/scenes/d.yaml", changed(smallPack(), "pack: greens", "pack: d"));
    write("top.yaml", changed(smallPack(), "pack: greens", "pack: e"));
    const std::vector<Pack> packs = loadPacks({m_folder, m_folder / "zoo" / ".."});
    ASSERT_EQ(packs.size(), 3U);
    EXPECT_EQ(packs[0].id, "a");
    EXPECT_EQ(packs[1].id, "b");
    EXPECT_EQ(packs[2].id, "c");
    EXPECT_EQ(packs[2].file, m_folder / "apes" / "c.yaml");
}

TEST_F(Files, TwoPacksOfOneIdAreAMistake) {
    const fs::path first = write("a/p.yaml", smallPack());
    const fs::path second = write("b/p.yaml", smallPack());
    EXPECT_EQ(loadError(),
              second.string() + ":1:1: pack 'greens' is already in '" + first.string() + "'; give each its own id");
}

TEST_F(Files, MistakesOfAllPacksComeTogether) {
    const fs::path first = write("a/p.yaml", changed(smallPack(), "owner: Somebody\n", ""));
    const fs::path second = write("b/p.yaml", "pack: [");
    const fs::path third = write("c/p.yaml", "rules: []\n");
    EXPECT_EQ(loadError(), first.string() + ":1:1: the pack file needs the key 'owner'\n" + second.string() +
                               ":1:7: this bracket is not closed, or a ',' is missing between its items\n" +
                               third.string() + ":1:1: the pack file needs the key 'pack'\n" + third.string() +
                               ":1:1: the pack file needs the key 'title'\n" + third.string() +
                               ":1:1: the pack file needs the key 'owner'\n" + third.string() +
                               ":1:1: the pack file needs the key 'version'");
}

TEST_F(Files, NeedsOfOtherPacksMustExist) {
    const fs::path file = write("a/p.yaml", smallPack() + "    needs: [other/rule]\n");
    EXPECT_EQ(loadError(),
              file.string() + ":6:5: rule 'near' needs the unknown rule 'other/rule'; known rules: greens/near");
}

TEST_F(Files, NeedsOfAPackOfMerestoneThatIsNotInstalledAreLeftAlone) {
    write("a/p.yaml", smallPack() + "    needs: [takeaways/near-schools]\n");
    EXPECT_EQ(loadPacks({m_folder}).size(), 1U);
}

TEST_F(Files, AFolderThatIsNotThereIsAnError) {
    EXPECT_EQ(errorOf([&] { (void)loadPacks({m_folder / "none"}); }),
              (m_folder / "none").string() + ": there is no such plugin folder");
    EXPECT_TRUE(loadPacks({}).empty());
}

/// Sets MERESTONE_PLUGIN_PATH for one test.
class PluginPath : public Files {
protected:
    static void set(const std::string& value) { setenv("MERESTONE_PLUGIN_PATH", value.c_str(), 1); }
    ~PluginPath() override { unsetenv("MERESTONE_PLUGIN_PATH"); }
};

TEST_F(PluginPath, ComesBeforeTheFolderOfTheProgram) {
    const std::vector<fs::path> own = pluginFolders();
    set("/some/where::" + m_folder.string());
    std::vector<fs::path> expected = {"/some/where", m_folder};
    expected.insert(expected.end(), own.begin(), own.end());
    EXPECT_EQ(pluginFolders(), expected);
}

TEST_F(PluginPath, MustNotDependOnTheWorkingDirectory) {
    set("/some/where:plugins");
    EXPECT_EQ(errorOf([] { (void)pluginFolders(); }),
              "MERESTONE_PLUGIN_PATH: 'plugins' is no absolute path; write the whole path of each folder");
}

TEST_F(PluginPath, IsNeverTheWorkingDirectory) {
    const fs::path before = fs::current_path();
    fs::create_directories(m_folder / "plugins");
    fs::current_path(m_folder);
    const std::vector<fs::path> folders = pluginFolders();
    fs::current_path(before);
    for (const fs::path& folder : folders) {
        EXPECT_TRUE(folder.is_absolute());
        EXPECT_NE(folder, m_folder / "plugins");
    }
}

TEST(OwnPacks, AreWithoutMistakes) {
    const std::vector<fs::path> folders = pluginFolders();
    ASSERT_FALSE(folders.empty());
    EXPECT_NO_THROW({ EXPECT_FALSE(loadPacks(folders).empty()); });
}

constexpr const char* kNational = "standards: one\ntitle: T\nowner: O\nversion: '1'\nlevel: national\nvalues: []\n";

TEST_F(Files, StandardsAreLoadedFromTheFoldersOfThePacks) {
    write("zoo/greens.yaml", smallPack());
    write("standards/one.yaml", kNational);
    write("standards/two.yaml", "standards: two\ntitle: T\nowner: O\nversion: '1'\nvalues:\n"
                                "  - {rule: greens/near, with: {within: 1 km}, source: {document: D}}\n");
    const std::vector<Pack> packs = loadPacks({m_folder});
    const std::vector<Standards> standards = loadStandards({m_folder}, packs);
    ASSERT_EQ(standards.size(), 2U);
    EXPECT_EQ(standards[0].level, StandardsLevel::national);
    EXPECT_EQ(standards[1].level, StandardsLevel::local);
    EXPECT_NE(standards[1].find("greens/near", "within"), nullptr);
}

TEST_F(Files, TwoVersionsOfNationalPolicyMustNotBeInForceTogether) {
    write("standards/one.yaml", kNational);
    write("standards/two.yaml", changed(changed(kNational, "standards: one", "standards: two"), "values: []",
                                        "effective: {from: 2026-08-18}\nreplaces: on\nvalues: []"));
    const std::string error = errorOf([&] { (void)loadStandards({m_folder}, {}); });
    EXPECT_NE(error.find("two.yaml:1:12: national standards 'two' and 'one' are in force on the same days"),
              std::string::npos)
        << error;
    EXPECT_NE(error.find("standards 'two' replace the unknown 'on'; did you mean 'one'?"), std::string::npos) << error;
}

TEST_F(Files, ASourceForAnUnknownVersionIsRefused) {
    write("zoo/greens.yaml",
          changed(smallPack(), "    source: {document: A document}", "    sources: {oen: {document: A document}}"));
    write("standards/one.yaml", kNational);
    const std::vector<Pack> packs = loadPacks({m_folder});
    const std::string error = errorOf([&] { (void)loadStandards({m_folder}, packs); });
    EXPECT_NE(error.find("greens.yaml:15:15: 'sources' of rule 'near' names 'oen', which are no national standards; "
                         "did you mean 'one'?"),
              std::string::npos)
        << error;
}

TEST_F(Files, OneIdMustNotStandInTwoFilesOfStandards) {
    write("standards/one.yaml", kNational);
    write("standards/two.yaml", kNational);
    const std::string error = errorOf([&] { (void)loadStandards({m_folder}, {}); });
    EXPECT_NE(error.find("two.yaml:1:12: standards 'one' are already in"), std::string::npos) << error;
}

} // namespace
} // namespace merestone
