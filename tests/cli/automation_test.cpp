// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace merestone::tests;
using nlohmann::json;

namespace {

ProgramResult check(const World& world, std::vector<std::string> options) {
    options.insert(options.begin(), {"check", world.plan()});
    return merestoneProgram(options);
}

/// Where the run of a world was written to, with the hashes of its inputs.
std::string recorded(const World& world, const std::string& name, const std::string& plan = "plan.yaml") {
    const std::string file = (world / name).string();
    EXPECT_NE(merestoneProgram(
                  {"check", (world / plan).string(), "--hash", "--today", "2026-09-01", "--format", "json", "-o", file})
                  .status,
              2);
    return file;
}

std::vector<Site> threeSites() {
    return {{"S1", "Mill Lane", "50", 100.0, 100.0},
            {"S2", "Corner site", "12", 500.0, 500.0},
            {"S3", "Bridge", "12", 900.0, 900.0}};
}

int validate(const std::string& schema, const std::string& document) {
    return otherProgram(MERESTONE_PYTHON, {MERESTONE_VALIDATOR, std::string(MERESTONE_DOCS) + "/" + schema, document})
        .status;
}

} // namespace

TEST(Formats, AreWrittenWithTheSameExitStatus) {
    const World world(passingAndConflicting());
    const ProgramResult junit = check(world, {"--format", "junit"});
    EXPECT_EQ(junit.status, 1);
    EXPECT_TRUE(contains(junit.out, R"(<testsuites name="merestone check" tests="1" failures="1")")) << junit.out;
    const ProgramResult csv = check(world, {"--format", "csv"});
    EXPECT_EQ(csv.status, 1);
    EXPECT_TRUE(
        contains(csv.out, ",H1,H1.density,Homes per hectare,must,fail,,Corner site holds 12 homes on 1.00 ha,"));
    const ProgramResult sarif = check(world, {"--format", "sarif", "-o", (world / "run.sarif").string()});
    EXPECT_EQ(sarif.status, 1);
    const ProgramResult checked =
        otherProgram(MERESTONE_PYTHON, {MERESTONE_SARIF_CHECKER, (world / "run.sarif").string()});
    EXPECT_EQ(checked.status, 0) << checked.out;
}

TEST(Formats, FollowFailOn) {
    const World world(passingAndConflicting());
    world.edit("severity: must", "severity: should");
    EXPECT_TRUE(contains(check(world, {"--format", "junit"}).out, R"(failures="0" errors="0" skipped="1")"));
    EXPECT_TRUE(contains(check(world, {"--format", "junit", "--fail-on", "should"}).out, R"(failures="1")"));
}

TEST(Formats, GiveTheSameBytesEveryTime) {
    const World world(threeSites());
    for (const char* format : {"text", "junit", "sarif", "csv"}) {
        EXPECT_EQ(check(world, {"--format", format, "--jobs", "1"}).out, check(world, {"--format", format}).out)
            << format;
    }
    const std::vector<std::string> exact{"--format", "json", "--reproducible", "--hash", "--today", "2026-09-01"};
    const ProgramResult first = check(world, exact);
    EXPECT_EQ(first.out, check(world, exact).out);
    EXPECT_TRUE(json::parse(first.out)["run"]["seconds"].is_null());
}

TEST(Baseline, CountsOnlyWhatIsNew) {
    const World world(passingAndConflicting());
    const std::string before = recorded(world, "before.json");
    EXPECT_EQ(check(world, {"--baseline", before}).status, 0);
    writeSites(world / "sites.geojson", threeSites(), 100.0);
    const ProgramResult result = check(world, {"--baseline", before});
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(contains(result.out, ": 1 new, 1 still there.\n")) << result.out;
    EXPECT_TRUE(contains(result.out, "Bridge holds 12 homes on 1.00 ha")) << result.out;
    const std::string since = (world / "since.json").string();
    EXPECT_EQ(check(world, {"--baseline", before, "--format", "json", "-o", since}).status, 1);
    EXPECT_EQ(json::parse(readFile(since))["since"]["counts"]["new"], 1);
    if (const int status = validate("findings.schema.json", since); status != 77) {
        EXPECT_EQ(status, 0);
    }
}

TEST(Baseline, ThatCannotBeReadIsAnErrorBeforeAnythingIsWritten) {
    const World world(passingAndConflicting());
    writeFile(world / "broken.json", "{\"merestone\": 1}");
    writeFile(world / "out.txt", "old");
    for (const std::string& name : {(world / "broken.json").string(), std::string("/nowhere/run.json"), world.plan()}) {
        const ProgramResult result = check(world, {"--baseline", name, "-o", (world / "out.txt").string()});
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    }
    EXPECT_EQ(readFile(world / "out.txt"), "old");
}

TEST(Compare, TellsWhatBecameOfEachFinding) {
    const World world(passingAndConflicting());
    const std::string before = recorded(world, "before.json");
    writeSites(world / "sites.geojson",
               {{"S1", "Mill Lane", "20", 100.0, 100.0}, {"H-02", "Corner site", "15", 520.0, 500.0}}, 100.0);
    const std::string after = recorded(world, "after.json");
    const ProgramResult result = merestoneProgram({"compare", before, after});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.err, "");
    EXPECT_TRUE(contains(result.out, ": 1 new, 1 changed.\n")) << result.out;
    EXPECT_TRUE(contains(result.out, "renamed: sites H-02, before: sites S2")) << result.out;
    EXPECT_TRUE(contains(result.out, "measured: 15 ")) << result.out;
    EXPECT_EQ(merestoneProgram({"compare", after, after}).status, 0);
    EXPECT_EQ(merestoneProgram({"compare", before, after, "--fail-on", "must", "--quiet"}).status, 1);
}

TEST(Compare, WritesJsonHtmlAndALayer) {
    const World world(passingAndConflicting());
    const std::string before = recorded(world, "before.json");
    writeSites(world / "sites.geojson", {{"S1", "<script>alert(1)</script>", "20", 100.0, 100.0}}, 100.0);
    const std::string after = recorded(world, "after.json");
    const std::string changes = (world / "changes.json").string();
    EXPECT_EQ(merestoneProgram({"compare", before, after, "--format", "json", "-o", changes, "--layer",
                                (world / "changes.gpkg").string()})
                  .status,
              1);
    if (const int status = validate("comparison.schema.json", changes); status != 77) {
        EXPECT_EQ(status, 0);
    }
    const ProgramResult layer = otherProgram("ogrinfo", {"-ro", "-al", "-q", (world / "changes.gpkg").string()});
    EXPECT_TRUE(contains(layer.out, "change (String) = new")) << layer.out;
    EXPECT_TRUE(contains(layer.out, "change (String) = fixed")) << layer.out;
    const std::string html = merestoneProgram({"compare", before, after, "--format", "html"}).out;
    EXPECT_FALSE(contains(html, "<script"));
    EXPECT_TRUE(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt; holds 20 homes")) << html;
    EXPECT_FALSE(contains(html, "http://"));
    EXPECT_FALSE(contains(html, "https://"));
}

TEST(Compare, RefusesWhatIsNoRun) {
    const World world(passingAndConflicting());
    const std::string run = recorded(world, "run.json");
    for (const auto& [first, second] : {std::pair{run, world.plan()}, std::pair{world.plan(), run}}) {
        const ProgramResult result = merestoneProgram({"compare", first, second});
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    }
    EXPECT_EQ(merestoneProgram({"compare", run}).status, 2);
}

TEST(Verify, SaysThatTheSameInputGivesTheSameResult) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"verify", recorded(world, "run.json")});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(contains(result.out, "gives the same result")) << result.out;
    EXPECT_FALSE(contains(result.out, "has changed")) << result.out;
}

TEST(Verify, NamesWhatChangedAndWhatThatDid) {
    const World world(passingAndConflicting());
    const std::string run = recorded(world, "run.json");
    writeSites(world / "sites.geojson", threeSites(), 100.0);
    const ProgramResult result = merestoneProgram({"verify", run});
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(contains(result.out, "layer sites (sites.geojson): has changed")) << result.out;
    EXPECT_TRUE(contains(result.out, "no longer gives the result")) << result.out;
    EXPECT_TRUE(contains(result.out, "1 new")) << result.out;
    const json told = json::parse(merestoneProgram({"verify", run, "--format", "json"}).out);
    EXPECT_EQ(told["same_result"], false);
    EXPECT_EQ(told["counts"]["new"], 1);
}

TEST(Verify, ACommentInThePlanChangesTheFileAndNotTheResult) {
    const World world(passingAndConflicting());
    const std::string run = recorded(world, "run.json");
    world.append("# a comment\n");
    const ProgramResult result = merestoneProgram({"verify", run});
    EXPECT_EQ(result.status, 0);
    EXPECT_TRUE(contains(result.out, "the plan file: has changed")) << result.out;
}

TEST(Verify, FindsThePlanWhereItLiesNow) {
    const World world(passingAndConflicting());
    const std::string run = recorded(world, "run.json");
    std::filesystem::create_directory(world / "moved");
    for (const char* name : {"plan.yaml", "area.geojson", "sites.geojson"}) {
        std::filesystem::rename(world / name, world / "moved" / name);
    }
    EXPECT_EQ(merestoneProgram({"verify", run}).status, 2);
    EXPECT_EQ(merestoneProgram({"verify", run, (world / "moved/plan.yaml").string()}).status, 0);
}

TEST(Verify, TellsWhichGridOfTheOrdnanceSurveyWasUsed) {
    const std::filesystem::path projData = "/usr/share/proj";
    if (!std::filesystem::exists(projData / "proj.db")) {
        GTEST_SKIP() << "PROJ's data are not in " << projData;
    }
    const World world(passingAndConflicting()); // in the National Grid: the file is looked up, never read as a grid
    std::filesystem::create_directory(world / "grids");
    const std::filesystem::path grid = world / "grids/uk_os_OSTN15_NTv2_OSGBtoETRS.tif";
    ProgramSetting setting;
    setting.environment = {{"PROJ_LIB", (world / "grids").string() + ":" + projData.string()}};
    const auto proj = [&] {
        const std::vector<std::string> arguments{"check", world.plan(), "--format", "json"};
        return json::parse(merestoneProgram(arguments, setting).out)["run"]["versions"]["PROJ"].get<std::string>();
    };
    EXPECT_TRUE(contains(proj(), "(no OSTN15 grid)")) << proj();
    writeFile(grid, "abc");
    EXPECT_TRUE(contains(proj(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")) << proj();
    writeFile(grid, "abcd");
    EXPECT_TRUE(contains(proj(), "(OSTN15 grid, SHA-256 88d4266f")) << proj();
}

TEST(Verify, RefusesARunThatDoesNotSayHowItWasMade) {
    const World world(passingAndConflicting());
    const std::string run = recorded(world, "run.json");
    json document = json::parse(readFile(run));
    document["run"].erase("options");
    writeFile(run, document.dump());
    const ProgramResult result = merestoneProgram({"verify", run});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(contains(result.err, "does not say how it was made")) << result.err;
}

TEST(ManyPlans, AreToldTogetherWithTheWorstStatus) {
    const World conflicting(passingAndConflicting());
    const World passing(passingSite());
    const ProgramResult result = merestoneProgram({"check", conflicting.plan(), passing.plan()});
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(contains(result.out, "2 plans: 1 with conflicts, 1 without conflicts.\n")) << result.out;
    EXPECT_EQ(merestoneProgram({"check", passing.plan(), passing.plan()}).status, 0);
}

TEST(ManyPlans, OneThatCannotBeCheckedDoesNotHideTheOthers) {
    const World conflicting(passingAndConflicting());
    const World broken(passingSite());
    broken.edit("policies:", "polices:");
    const ProgramResult result = merestoneProgram({"check", broken.plan(), conflicting.plan(), "--quiet"});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(contains(result.err, "polices")) << result.err;
    EXPECT_TRUE(contains(result.out, "2 plans: 1 could not be checked, 1 with conflicts.\n")) << result.out;
    const json told =
        json::parse(merestoneProgram({"check", broken.plan(), conflicting.plan(), "--format", "json"}).out);
    EXPECT_EQ(told["summary"],
              (json{{"plans", 2}, {"conflicts", 1}, {"undecided", 0}, {"clean", 0}, {"not_checked", 1}}));
    EXPECT_TRUE(told["plans"][0]["result"].is_null());
    EXPECT_EQ(told["plans"][1]["result"]["findings"].size(), 1U);
}

TEST(ManyPlans, OfADirectoryOfSubmissionsAreAllTold) {
    const World conflicting(passingAndConflicting());
    const World passing(passingSite());
    const ScratchFolder submissions;
    std::filesystem::copy(conflicting.folder(), submissions / "north");
    std::filesystem::copy(passing.folder(), submissions / "south");
    EXPECT_EQ(merestoneProgram({"check", submissions.path().string()}).status, 1);
    const std::string saved = (submissions / "south" / "results").string();
    EXPECT_EQ(merestoneProgram({"check", submissions.path().string(), "--save", saved}).status, 1);
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(saved) / "north" / "findings.gpkg"));
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(saved) / "south" / "findings.gpkg"));
    std::filesystem::create_directory(submissions / "west");
    const ProgramResult result = merestoneProgram({"check", submissions.path().string(), "--quiet"});
    EXPECT_EQ(result.status, 2) << "a submission without a plan is not passed over";
    EXPECT_TRUE(contains(result.out, "west")) << result.out;
}

TEST(ManyPlans, RefusesAFolderWithoutAnyPlan) {
    const ScratchFolder empty;
    const ProgramResult result = merestoneProgram({"check", empty.path().string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "holds no plan.yaml")) << result.err;
}

TEST(ManyPlans, HaveNoSingleBaseline) {
    const World world(passingSite());
    const std::string run = recorded(world, "run.json");
    const ProgramResult result = merestoneProgram({"check", world.plan(), world.plan(), "--baseline", run});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
}
