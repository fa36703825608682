// SPDX-License-Identifier: MIT
#include "plugin/plugin_world.hpp"

#include <gtest/gtest.h>

namespace merestone::tests {
namespace {

namespace fs = std::filesystem;

class Plugin : public testing::Test {
protected:
    /// Checks a rule that passes without any plugin and others with measures of `faulty`.
    [[nodiscard]] nlohmann::json checkFaulty(std::vector<MadeRule> rules,
                                             std::vector<std::string> arguments = {}) const {
        rules.insert(rules.begin(), {"own", "{area: self}", "value >= 100"});
        m_world.plan(rules);
        return m_world.check(m_world.shelf("faulty"), std::move(arguments));
    }
    /// The reason why a rule is not run with the plugin `faulty` as `change` has left it.
    template <class Change> [[nodiscard]] std::string reasonAfter(const Change& change) const {
        m_world.plan({{"own", "{area: self}", "value >= 100"}, {"P.one", "{one: self}"}});
        const fs::path shelf = m_world.shelf("faulty");
        change(shelf / "faulty");
        const nlohmann::json run = m_world.check(shelf);
        EXPECT_EQ(verdictOf(run, "own"), "pass");
        EXPECT_EQ(verdictOf(run, "P.one"), "not_run");
        EXPECT_EQ(run.at("status"), 3) << "a must rule could not be decided";
        return reasonOf(run, "P.one");
    }

    PluginWorld m_world;
};

TEST_F(Plugin, OfTheTemplateAgreesWithItsScenes) {
    const fs::path shelf = m_world.shelf("good");
    const ProgramResult result =
        m_world.run({"rules", "test", (shelf / "shape").string(), "--plugin-path", shelf.string()});
    EXPECT_EQ(result.status, 0) << result.out << result.err;
    EXPECT_TRUE(contains(result.out, "8 cases, all as expected")) << result.out;
}

TEST_F(Plugin, RulesOfItsPackAreListedAndShown) {
    const fs::path shelf = m_world.shelf("good");
    const ProgramResult list = m_world.run({"rules", "list", "--plugin-path", shelf.string()});
    EXPECT_TRUE(contains(list.out, "shape/solar-orientation")) << list.out;
    EXPECT_TRUE(contains(list.out, ", plugin shape")) << list.out;
    EXPECT_TRUE(contains(list.out, ", plugin open_space")) << list.out;
    const ProgramResult show =
        m_world.run({"rules", "show", "shape/solar-orientation"}, {{"MERESTONE_PLUGIN_PATH", shelf.string()}});
    EXPECT_EQ(show.status, 0) << show.err;
    EXPECT_TRUE(contains(show.out, "shape, in " + shelf.string())) << show.out;
    EXPECT_TRUE(contains(show.out, "(measure of plugin 'shape')")) << show.out;
    const ProgramResult json =
        m_world.run({"rules", "list", "--topic", "shape", "--format", "json", "--plugin-path", shelf.string()});
    const nlohmann::json rule = nlohmann::json::parse(json.out).at("rules").at(0);
    EXPECT_EQ(rule.at("plugin"), "shape");
    EXPECT_EQ(rule.at("measures")[0].at("plugin"), "shape");
}

TEST_F(Plugin, ChecksThePlanOfTheTemplate) {
    const fs::path shelf = m_world.shelf("good");
    const ProgramResult result = m_world.run({"check", MERESTONE_TEMPLATE "/example/plan.yaml", "--format", "json",
                                              "--plugin-path", shelf.string(), "--fail-on", "note"});
    EXPECT_EQ(result.status, 1) << result.err;
    const nlohmann::json run = nlohmann::json::parse(result.out);
    EXPECT_EQ(run.at("run").at("versions").at("plugin shape"), "0.1.0");
    ASSERT_EQ(run.at("findings").size(), 1U);
    EXPECT_EQ(run.at("findings")[0].at("subject").at("id"), "B");
    EXPECT_EQ(run.at("findings")[0].at("measured"), 90.0);
}

TEST_F(Plugin, IsLoadedOnlyWhenItsMeasureIsMade) {
    m_world.plan({{"own", "{area: self}", "value >= 100"}});
    const fs::path shelf = m_world.shelf("faulty");
    const nlohmann::json run = m_world.check(shelf);
    EXPECT_EQ(run.at("status"), 0);
    EXPECT_FALSE(run.at("run").at("versions").contains("plugin faulty"));
    const std::map<std::string, std::string> path{{"MERESTONE_PLUGIN_PATH", shelf.string()}};
    EXPECT_EQ(m_world.run({"--version"}, path).status, 0);
    EXPECT_EQ(m_world.run({"rules", "list"}, path).status, 0);
    EXPECT_EQ(m_world.run({"inspect", "plan.yaml"}, path).status, 0);
    EXPECT_FALSE(m_world.hasRun());
    m_world.plan({{"P.one", "{one: self}"}});
    EXPECT_EQ(m_world.check(shelf).at("run").at("versions").at("plugin faulty"), "0.1.0");
    EXPECT_TRUE(m_world.hasRun());
}

TEST_F(Plugin, MeasuresGetTheFieldsThatTheirOptionsName) {
    const nlohmann::json run = checkFaulty({{"P.height", "{height_of: self, field: height}", "value <= 5"}});
    EXPECT_EQ(run.at("status"), 1);
    ASSERT_EQ(run.at("findings").size(), 1U);
    EXPECT_EQ(run.at("findings")[0].at("measured"), 7.5);
    EXPECT_EQ(run.at("findings")[0].at("unit"), "m");
}

TEST_F(Plugin, AThrowingMeasureIsNotRunAndTheOthersAre) {
    const nlohmann::json run = checkFaulty({{"P.throws", "{throws: self}"},
                                            {"P.number", "{throws_number: self}"},
                                            {"P.made", "{throws_when_made: self}"},
                                            {"P.little", "{gives_too_little: self}"},
                                            {"P.why", "{throws_evidence: self}", "value >= 2"},
                                            {"P.one", "{one: self}"}});
    EXPECT_EQ(run.at("status"), 3);
    EXPECT_EQ(verdictOf(run, "own"), "pass");
    EXPECT_EQ(verdictOf(run, "P.one"), "pass");
    EXPECT_EQ(reasonOf(run, "P.throws"), "measure 'throws' of plugin 'faulty' failed: out of its depth");
    EXPECT_TRUE(contains(reasonOf(run, "P.number"), "says nothing about the reason"));
    EXPECT_TRUE(contains(reasonOf(run, "P.made"), "failed: cannot be made"));
    EXPECT_TRUE(contains(reasonOf(run, "P.little"), "gave 1 values for 2 features"));
    EXPECT_TRUE(contains(reasonOf(run, "P.why"), "failed: why indeed"));
    for (const char* rule : {"P.throws", "P.number", "P.made", "P.little", "P.why"}) {
        EXPECT_EQ(verdictOf(run, rule), "not_run") << rule;
    }
}

TEST_F(Plugin, AHangingMeasureIsGivenUp) {
    const nlohmann::json run = checkFaulty({{"P.hangs", "{hangs: self}"},
                                            {"P.again", "{hangs: self}", "value >= 3"},
                                            {"P.polite", "{hangs_politely: self}"},
                                            {"P.made", "{hangs_when_made: self}"},
                                            {"P.one", "{one: self}"}},
                                           {"--measure-time", "1"});
    EXPECT_EQ(run.at("status"), 3);
    EXPECT_EQ(verdictOf(run, "own"), "pass");
    EXPECT_EQ(verdictOf(run, "P.one"), "pass");
    for (const char* rule : {"P.hangs", "P.polite", "P.made"}) {
        EXPECT_EQ(verdictOf(run, rule), "not_run") << rule;
        EXPECT_TRUE(contains(reasonOf(run, rule), "did not answer within 1 s")) << reasonOf(run, rule);
    }
    EXPECT_TRUE(contains(reasonOf(run, "P.again"), "is still busy")) << reasonOf(run, "P.again");
}

TEST_F(Plugin, ConflictsElsewhereStillCount) {
    m_world.plan({{"own", "{area: self}", "value >= 200"}, {"P.hangs", "{hangs: self}"}});
    const fs::path shelf = m_world.shelf("faulty");
    EXPECT_EQ(m_world.check(shelf, {"--measure-time", "1"}).at("status"), 1);
}

TEST_F(Plugin, OfAnotherInterfaceIsNotTouched) {
    const std::string reason =
        reasonAfter([](const fs::path& plugin) { replaceIn(plugin / "plugin.yaml", "abi: 1", "abi: 42"); });
    EXPECT_TRUE(contains(reason, "is built for plugin interface 42 and this is 1")) << reason;
    EXPECT_FALSE(m_world.hasRun()) << "it was loaded before the numbers were compared";
}

TEST_F(Plugin, OfAnotherInterfaceIsRefusedWhateverItsDescriptionSays) {
    const std::string reason = reasonAfter([this](const fs::path& plugin) { m_world.standIn(plugin, "other_abi"); });
    EXPECT_TRUE(contains(reason, "is built for plugin interface 42 and this is 1")) << reason;
}

TEST_F(Plugin, WithClassesOfAnotherShapeIsRefused) {
    const std::string reason = reasonAfter([this](const fs::path& plugin) { m_world.standIn(plugin, "other_layout"); });
    EXPECT_TRUE(contains(reason, "was built with other headers or settings")) << reason;
}

TEST_F(Plugin, MustRegisterWhatItDescribes) {
    const std::string reason = reasonAfter([this](const fs::path& plugin) { m_world.standIn(plugin, "other_kinds"); });
    EXPECT_TRUE(contains(reason, "which its plugin.yaml describes")) << reason;
}

TEST_F(Plugin, ASharedObjectThatIsNoneIsNamed) {
    const std::string reason = reasonAfter([this](const fs::path& plugin) { m_world.standIn(plugin, "no_plugin"); });
    EXPECT_TRUE(contains(reason, "is no plugin: it exports no 'merestonePlugin'")) << reason;
}

TEST_F(Plugin, AFileThatIsNoSharedObjectIsNamed) {
    const std::string reason = reasonAfter(
        [](const fs::path& plugin) { writeFile(plugin / "merestone_faulty.so", "#!/bin/sh\necho hello\n"); });
    EXPECT_TRUE(contains(reason, "cannot be loaded")) << reason;
}

TEST_F(Plugin, AMissingLibraryIsNamed) {
    const std::string reason = reasonAfter([](const fs::path& plugin) { fs::remove(plugin / "merestone_faulty.so"); });
    EXPECT_TRUE(contains(reason, "merestone_faulty.so")) << reason;
    EXPECT_TRUE(contains(reason, "cannot be found")) << reason;
}

TEST_F(Plugin, TwoThatBringOneMeasureAreBothNamed) {
    m_world.plan({{"own", "{area: self}", "value >= 100"}});
    const fs::path first = m_world.shelf("good", "first");
    const fs::path second = m_world.shelf("twin", "second");
    const ProgramResult result =
        m_world.run({"check", "plan.yaml", "--plugin-path", first.string(), "--plugin-path", second.string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "'shape'")) << result.err;
    EXPECT_TRUE(contains(result.err, "'twin'")) << result.err;
    EXPECT_TRUE(contains(result.err, "'orientation'")) << result.err;
}

TEST_F(Plugin, APlanThatNamesAPackOfItSaysWhereItLooked) {
    m_world.plan({});
    writeFile(m_world / "plan.yaml",
              readFile(m_world / "plan.yaml") + "      - {use: shape/solar-orientation, for: homes}\n");
    const ProgramResult result = m_world.run({"check", "plan.yaml"});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(contains(result.err, "no pack 'shape' is loaded")) << result.err;
    EXPECT_TRUE(contains(result.err, "plugins")) << result.err;
}

} // namespace
} // namespace merestone::tests
