// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace merestone::tests;
using nlohmann::json;

namespace {

json checkAsJson(const World& world, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"check", world.plan(), "--format", "json"});
    const ProgramResult result = merestoneProgram(options);
    EXPECT_NE(result.status, 2) << result.err;
    return result.out.empty() ? json{} : json::parse(result.out);
}

int statusOf(const World& world, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"check", world.plan()});
    return merestoneProgram(options).status;
}

std::vector<Site> undecided() {
    return {{"S1", "Mill Lane", "50", 100.0, 100.0}, {"S3", "No figure", "null", 900.0, 900.0}};
}

} // namespace

TEST(Check, TellsAResidentWhatConflictsWhereAndByHowMuch) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"check", world.plan()});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.err, "");
    EXPECT_TRUE(result.out.starts_with(R"(Test Neighbourhood Plan
drafting
1 policy conflict; )"))
        << result.out;
    EXPECT_TRUE(contains(result.out, R"(
H1 Homes on allocated land
  ✗ policy conflict: Homes per hectare [H1.density, must]
      source: Test Development Plan, TP30 (to be confirmed)
      1 policy conflict, 1 passes
      - Corner site holds 12 homes on 1.00 ha
)")) << result.out;
    EXPECT_TRUE(contains(result.out, "at least 40 ")) << result.out;
    EXPECT_TRUE(contains(result.out, "where: S2 'Corner site' in sites, E 407550 N 283550\n")) << result.out;
}

TEST(Check, GivesTheSameAsJson) {
    const json run = checkAsJson(World(passingAndConflicting()));
    EXPECT_EQ(run["summary"]["fail"], 1);
    ASSERT_EQ(run["findings"].size(), 1U);
    const json& finding = run["findings"][0];
    EXPECT_EQ(finding["key"], "H1.density|sites:S2");
    EXPECT_EQ(finding["subject"]["name"], "Corner site");
    EXPECT_DOUBLE_EQ(finding["measured"].get<double>(), 12.0);
    EXPECT_EQ(finding["comparator"], ">=");
    EXPECT_DOUBLE_EQ(finding["margin"].get<double>(), -28.0);
    EXPECT_FALSE(run["run"]["versions"].empty());
    EXPECT_GT(run["run"]["peak_mib"], 1.0);
}

TEST(Check, WritesJsonThatFollowsTheSchema) {
    const World world(passingAndConflicting());
    ASSERT_EQ(statusOf(world, {"--format", "json", "--hash", "-o", (world / "run.json").string()}), 1);
    const ProgramResult result =
        otherProgram(MERESTONE_PYTHON, {MERESTONE_VALIDATOR, MERESTONE_SCHEMA, (world / "run.json").string()});
    if (result.status == 77) {
        GTEST_SKIP() << "python3-jsonschema is not installed";
    }
    EXPECT_EQ(result.status, 0) << result.out;
}

TEST(CheckStatus, IsZeroWhenNothingConflicts) {
    EXPECT_EQ(statusOf(World(passingSite())), 0);
}

TEST(CheckStatus, IsThreeWhenAMustRuleCannotBeDecided) {
    const World world(undecided());
    EXPECT_EQ(statusOf(world), 3);
    world.edit("severity: must", "severity: should");
    EXPECT_EQ(statusOf(world), 0);
}

TEST(CheckStatus, FollowsFailOn) {
    const World world(passingAndConflicting());
    world.edit("severity: must", "severity: should");
    EXPECT_EQ(statusOf(world), 0);
    EXPECT_EQ(statusOf(world, {"--fail-on", "must"}), 0);
    EXPECT_EQ(statusOf(world, {"--fail-on", "should"}), 1);
    EXPECT_EQ(statusOf(world, {"--fail-on", "note"}), 1);
}

TEST(CheckStatus, DoesNotCountWaivedConflictsUntilTheWaiverLapses) {
    const World world(passingAndConflicting());
    world.append("waivers:\n"
                 "  - {rule: H1.density, subject: S2, reason: agreed, by: Plan steering group, until: 2027-03-31}\n");
    EXPECT_EQ(statusOf(world, {"--today", "2027-03-31"}), 0);
    EXPECT_EQ(statusOf(world, {"--today", "2027-04-01"}), 1);
    const json run = checkAsJson(world, {"--today", "2026-09-01"});
    EXPECT_EQ(run["summary"]["waived"], 1);
    EXPECT_EQ(run["findings"][0]["waived"]["reason"], "agreed");
}

TEST(CheckSelection, RunsOnlyWhatIsAskedFor) {
    const World world(passingAndConflicting());
    EXPECT_EQ(statusOf(world, {"--policy", "H1"}), 1);
    EXPECT_EQ(statusOf(world, {"--rule", "H1.density"}), 1);
}

TEST(CheckSelection, RefusesANameThatThePlanDoesNotHave) {
    const World world(passingAndConflicting());
    for (const auto& [option, name, says] :
         {std::tuple{"--policy", "H2", "has no policy 'H2'; it has H1"},
          std::tuple{"--rule", "H1.densty", "has no rule 'H1.densty'; did you mean 'H1.density'?"}}) {
        const ProgramResult result = merestoneProgram({"check", world.plan(), option, name});
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, says)) << result.err;
    }
}

TEST(CheckText, ListsAtMostSoManyFindings) {
    std::vector<Site> sites;
    for (int i = 0; i < 14; ++i) {
        sites.push_back({"S" + std::to_string(i), "Site number " + std::to_string(i), "1", 110.0 * i, 0.0});
    }
    const World world(sites);
    EXPECT_TRUE(contains(merestoneProgram({"check", world.plan()}).out, "… and 4 more (see --format json)"));
    EXPECT_TRUE(contains(merestoneProgram({"check", world.plan(), "--max-findings", "2"}).out, "… and 12 more"));
    EXPECT_FALSE(contains(merestoneProgram({"check", world.plan(), "--max-findings", "0"}).out, "more (see"));
}

TEST(CheckText, IsTheSummaryAloneWhenQuiet) {
    const World world(passingAndConflicting());
    const std::string text = merestoneProgram({"check", world.plan(), "--quiet"}).out;
    EXPECT_TRUE(contains(text, "1 policy conflict"));
    EXPECT_FALSE(contains(text, "Corner site"));
}

TEST(Determinism, TwoRunsDifferInTheRunBlockAlone) {
    std::vector<Site> sites;
    for (int i = 0; i < 60; ++i) {
        sites.push_back({"S" + std::to_string(i), "", std::to_string(i), 30.0 * i, 20.0 * i});
    }
    const World world(sites);
    json first = checkAsJson(world, {"--jobs", "1"});
    first.erase("run");
    for (const char* jobs : {"1", "2", "7"}) {
        json again = checkAsJson(world, {"--jobs", jobs});
        again.erase("run");
        EXPECT_EQ(first.dump(), again.dump()) << jobs;
    }
}

TEST(Determinism, ALocaleWithDecimalCommasChangesNothing) {
    const World world(passingAndConflicting());
    const std::string locales = (world / "locales").string();
    std::filesystem::create_directory(locales);
    if (otherProgram("localedef", {"-i", "de_DE", "-f", "UTF-8", locales + "/de_DE.UTF-8"}).status != 0) {
        GTEST_SKIP() << "localedef or the German locale is not installed";
    }
    ProgramSetting german;
    german.environment = {{"LOCPATH", locales}, {"LC_ALL", "de_DE.UTF-8"}, {"LANG", "de_DE.UTF-8"}};
    const ProgramResult plain = merestoneProgram({"check", world.plan()});
    const ProgramResult inGerman = merestoneProgram({"check", world.plan()}, german);
    EXPECT_EQ(plain.out, inGerman.out);
    EXPECT_EQ(plain.status, inGerman.status);
}
