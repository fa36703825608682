// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace merestone::tests;

namespace {

/// A folder of packs with one rule in it.
void writePack(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "sites/scenes");
    writeFile(folder / "sites/test-sites.yaml", R"yaml(pack: test-sites
title: Sites for tests
owner: Nobody
version: "1"
rules:
  - id: size
    title: Sites are large enough
    resident: A site has room for homes.
    explanation: The area is measured on the planar grid.
    catalogue: [B01]
    parameters:
      minimum: {default: 0.5 ha, help: Smallest site that counts}
    measure:
      site_area: {area: self, unit: ha}
    require: "site_area >= minimum"
    severity: should
    source: {document: Test guidance, clause: "3", confirmed: false}
    message: "{name} is {site_area}"
    advice: Draw it larger.
)yaml");
    writeFile(folder / "sites/scenes/size.yaml", R"yaml(scenes: test-sites/size
cases:
  - name: a site of one hectare passes and a small one does not
    layers:
      sites:
        complete: true
        features:
          - {id: A, wkt: "POLYGON((0 0,100 0,100 100,0 100,0 0))"}
          - {id: B, wkt: "POLYGON((0 0,10 0,10 10,0 10,0 0))"}
          - {id: C}
    for: sites
    expect: {A: pass, B: fail, C: cannot_tell}
)yaml");
}

} // namespace

TEST(Inspect, ShowsWhatIsInAFile) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"inspect", (world / "sites.geojson").string()});
    EXPECT_EQ(result.status, 0) << result.err;
    for (const char* part : {"EPSG:27700", "dwellings", "integer", "2 read", "12 to 50"}) {
        EXPECT_TRUE(contains(result.out, part)) << part << "\n" << result.out;
    }
}

TEST(Inspect, ShowsEveryLayerOfAPlan) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"inspect", world.plan(), "--format", "json"});
    EXPECT_EQ(result.status, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    ASSERT_EQ(json["sources"].size(), 2U);
    EXPECT_EQ(json["sources"][1]["name"], "sites");
    EXPECT_EQ(json["sources"][1]["layers"][0]["features_read"], 2);
}

TEST(Inspect, LooksAtTheOthersWhenOneCannotBeRead) {
    const World world(passingSite());
    const ProgramResult result =
        merestoneProgram({"inspect", (world / "missing.gpkg").string(), (world / "sites.geojson").string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.out, "1 read")) << result.out;
}

TEST(RulesList, NamesRulesWithSourcesAndParameters) {
    const ScratchFolder folder;
    writePack(folder.path());
    const ProgramResult result = merestoneProgram({"rules", "list", "--plugin-path", folder.path().string()});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(contains(result.out, R"(sites, test-sites: Sites for tests (Nobody, 1), plugin sites

rule                       catalogue  severity parameters                  source
test-sites/size            B01        should   minimum = 0.5 ha            Test guidance, 3 (to be
Sites are large enough                                                     confirmed)
)")) << result.out;
}

TEST(RulesList, IsNarrowedByTopicCatalogueIdAndWords) {
    const ScratchFolder folder;
    writePack(folder.path());
    const auto rules = [&folder](const std::string& option, const std::string& value) {
        const ProgramResult result = merestoneProgram(
            {"rules", "list", "--format", "json", option, value, "--plugin-path", folder.path().string()});
        EXPECT_EQ(result.status, 0) << result.err;
        return nlohmann::json::parse(result.out)["rules"];
    };
    EXPECT_EQ(rules("--topic", "test-sites").size(), 1U);
    EXPECT_EQ(rules("--search", "ROOM homes tests").size(), 0U);
    const auto found = rules("--search", "PLANAR room");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["id"], "test-sites/size");
    EXPECT_EQ(found[0]["parameters"][0]["default"], "0.5 ha");
    EXPECT_EQ(found[0]["require_words"], "site area is at least minimum (0.5 ha)");
    EXPECT_EQ(found[0]["confirmation"], "to be confirmed");
    EXPECT_EQ(found[0]["scenes"].size(), 1U);
    EXPECT_GE(rules("--catalogue", "B01").size(), 2U); // the packs of the build hold another
}

TEST(RulesList, SuggestsTheNearestTopic) {
    const ProgramResult result = merestoneProgram({"rules", "list", "--topic", "sits"});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(contains(result.err, "did you mean 'sites'?")) << result.err;
}

TEST(RulesShow, DrawsAScene) {
    const ScratchFolder folder;
    writePack(folder.path());
    auto scenes = readFile(folder / "sites/scenes/size.yaml");
    scenes.replace(scenes.find("id: B"), 5, "id: \"<B&>\"");
    scenes.replace(scenes.find("B: fail"), 7, "\"<B&>\": fail");
    writeFile(folder / "sites/scenes/size.yaml", scenes);
    const ProgramResult result =
        merestoneProgram({"rules", "show", "test-sites/size", "--picture", (folder / "size.svg").string(),
                          "--plugin-path", folder.path().string()});
    EXPECT_EQ(result.status, 0) << result.err;
    const std::string picture = readFile(folder / "size.svg");
    for (const char* part :
         {"<title id=\"title\">Sites are large enough (test-sites/size)</title>", "<desc id=\"desc\">",
          "&lt;B&amp;&gt;: policy conflict. 0.01 ha measured, at least 0.5 ha required", "(without a shape: C)",
          ">20 m</text>", "evidence of what does not agree"}) {
        EXPECT_TRUE(contains(picture, part)) << part << "\n" << picture;
    }
    EXPECT_FALSE(contains(picture, "<B&>"));
}

TEST(RulesShow, SaysWhichScenesThereAre) {
    const ScratchFolder folder;
    writePack(folder.path());
    const ProgramResult result = merestoneProgram({"rules", "show", "test-sites/size", "--picture", "-", "--scene",
                                                   "none", "--plugin-path", folder.path().string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "has no scene 'none'")) << result.err;
}

TEST(RulesShow, TellsEverythingAboutARule) {
    const ScratchFolder folder;
    writePack(folder.path());
    const ProgramResult result =
        merestoneProgram({"rules", "show", "test-sites/size", "--plugin-path", folder.path().string()});
    EXPECT_EQ(result.status, 0) << result.err;
    for (const char* part : {"A site has room for homes.", "planar grid", "site_area >= minimum", "B01",
                             "Draw it larger.", "use: test-sites/size", "to be confirmed"}) {
        EXPECT_TRUE(contains(result.out, part)) << part << "\n" << result.out;
    }
}

TEST(RulesShow, SuggestsTheNearestRule) {
    const ScratchFolder folder;
    writePack(folder.path());
    const ProgramResult result =
        merestoneProgram({"rules", "show", "test-sites/sise", "--plugin-path", folder.path().string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "did you mean 'test-sites/size'?")) << result.err;
}

TEST(RulesTest, SaysWhetherEveryCaseIsAsExpected) {
    const ScratchFolder folder;
    writePack(folder.path());
    const std::vector<std::string> arguments{"rules", "test", folder.path().string(), "--plugin-path",
                                             folder.path().string()};
    const ProgramResult good = merestoneProgram(arguments);
    EXPECT_EQ(good.status, 0) << good.out << good.err;
    EXPECT_EQ(good.out, "1 case, all as expected\n");
    const auto scene = folder / "sites/scenes/size.yaml";
    std::string text = readFile(scene);
    writeFile(scene, text.replace(text.find("B: fail"), 7, "B: pass"));
    const ProgramResult bad = merestoneProgram(arguments);
    EXPECT_EQ(bad.status, 1);
    EXPECT_TRUE(contains(bad.out, "size.yaml:")) << bad.out;
}

TEST(RulesTest, TestsTheCopyOfThePacksThatThePathLiesIn) {
    const ScratchFolder folder;
    const std::filesystem::path plugins = folder / "clone/plugins";
    writePack(plugins); // in the place of the topic of that name that came with the program
    std::filesystem::create_directories(plugins / "standards");
    writeFile(plugins / "standards/none.yaml", "note: nobody sets any\n");
    for (const char* file : {"test-sites.yaml", "scenes/size.yaml"}) {
        std::string text = readFile(plugins / "sites" / file);
        writeFile(plugins / "sites" / file, text.replace(text.find("test-sites"), 10, "sites"));
    }
    for (const char* path : {"", "sites", "sites/scenes", "sites/scenes/size.yaml"}) {
        const ProgramResult result = merestoneProgram({"rules", "test", (plugins / path).string()});
        EXPECT_EQ(result.out, "1 case, all as expected\n") << path << result.err;
    }
    // A folder without standards is no copy of the whole: its packs are named like any others.
    std::filesystem::remove_all(plugins / "standards");
    EXPECT_NE(merestoneProgram({"rules", "test", plugins.string()}).status, 0);
}

TEST(RulesTest, NamesTheChangesThatNoSceneNotices) {
    const ScratchFolder folder;
    writePack(folder.path());
    const std::vector<std::string> arguments{
        "rules", "test", "--mutate", folder.path().string(), "--plugin-path", folder.path().string()};
    const ProgramResult blunt = merestoneProgram(arguments);
    EXPECT_EQ(blunt.status, 1);
    EXPECT_TRUE(contains(blunt.out, "3 changes to 1 rule, 3 noticed by no scene")) << blunt.out;
    const auto scene = folder / "sites/scenes/size.yaml"; // 0.5 ha passes, a little less does not, 0.4 ha neither
    std::string text = readFile(scene);
    text.replace(text.find("100 0,100 100,0 100"), 19, "100 0,100 50,0 50");
    text.replace(text.find("10 0,10 10,0 10"), 15, "100 0,100 49,0 49");
    writeFile(scene, text);
    const ProgramResult sharp = merestoneProgram(arguments);
    EXPECT_EQ(sharp.status, 0) << sharp.out;
    EXPECT_EQ(sharp.out, "3 changes to 1 rule, each noticed by a scene\n");
}

TEST(RulesTest, KnowsTheChangesThatNoSceneCanNotice) {
    const ScratchFolder folder;
    writePack(folder.path());
    const std::filesystem::path list = folder / "equivalent.yaml";
    const auto changes = [&](const std::string& last) {
        return "equivalent_changes:\n"
               "  - {rule: test-sites/size, change: minimum is 0.6 ha instead of 0.5 ha, reason: Because}\n"
               "  - {rule: test-sites/size, change: minimum is 0.4 ha instead of 0.5 ha, reason: Because}\n"
               "  - {rule: test-sites/size, change: \"" +
               last + "\", reason: Because}\n";
    };
    const std::vector<std::string> arguments{"rules",         "test",
                                             "--mutate",      "--equivalent",
                                             list.string(),   folder.path().string(),
                                             "--plugin-path", folder.path().string()};
    writeFile(list, changes("'>' instead of '>=' in 'site_area >= minimum'"));
    const ProgramResult known = merestoneProgram(arguments);
    EXPECT_EQ(known.status, 0) << known.out << known.err;
    EXPECT_EQ(known.out, "3 changes to 1 rule, each noticed by a scene, besides 3 listed as changing nothing\n");
    writeFile(list, changes("minimum is 0.9 ha instead of 0.5 ha"));
    const ProgramResult stale = merestoneProgram(arguments);
    EXPECT_EQ(stale.status, 1);
    EXPECT_TRUE(contains(stale.out, "equivalent.yaml:4:5")) << stale.out;
    EXPECT_TRUE(contains(stale.out, "'>' instead of '>='")) << stale.out; // noticed by no scene, and not listed now
    writeFile(list, "changes");
    const ProgramResult broken = merestoneProgram(arguments);
    EXPECT_EQ(broken.status, 2);
    EXPECT_TRUE(isOneErrorLine(broken.err)) << broken.err;
    EXPECT_EQ(merestoneProgram({"rules", "test", "--equivalent", list.string(), folder.path().string()}).status, 2);
}

TEST(RulesTest, RefusesAFolderWithoutScenes) {
    const ScratchFolder folder;
    const ProgramResult result = merestoneProgram({"rules", "test", folder.path().string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(contains(result.err, "no scenes were found")) << result.err;
}

TEST(New, WritesTheStarterPlanWithItsRulesSwitchedOff) {
    const ScratchFolder folder;
    const ProgramResult made = merestoneProgram({"new", (folder / "mine").string(), "--starter"});
    EXPECT_EQ(made.status, 0) << made.err;
    const std::string plan = readFile(folder / "mine/plan.yaml");
    EXPECT_TRUE(contains(plan, "\n#:  sub_areas: {source: plan.gpkg")) << plan;
    EXPECT_TRUE(contains(plan, "\n      - {use: open-space/access, for: homes")) << plan;
}

TEST(New, WritesAPlanThatIsReadAndWritesOverNothing) {
    const ScratchFolder folder;
    const std::string plan = (folder / "mine").string();
    const ProgramResult made = merestoneProgram({"new", plan});
    EXPECT_EQ(made.status, 0) << made.err;
    ASSERT_TRUE(std::filesystem::is_regular_file(folder / "mine/plan.yaml"));
    EXPECT_TRUE(contains(made.out, "merestone check")) << made.out;
    writeFile(folder / "mine/plan.yaml", "mine");
    const ProgramResult again = merestoneProgram({"new", plan});
    EXPECT_EQ(again.status, 2);
    EXPECT_TRUE(isOneErrorLine(again.err)) << again.err;
    EXPECT_EQ(readFile(folder / "mine/plan.yaml"), "mine");
}
