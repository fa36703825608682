// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <gtest/gtest.h>

using namespace merestone::tests;

namespace {

struct Mistake {
    const char* name;
    std::vector<std::string> arguments;
    const char* says;
};

class Usage : public ::testing::TestWithParam<Mistake> {};

} // namespace

TEST_P(Usage, MistakesAreOneLineAndStatusTwo) {
    const ProgramResult result = merestoneProgram(GetParam().arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, GetParam().says)) << result.err;
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, Usage,
    ::testing::Values(
        Mistake{"NoCommand",
                {},
                "say what to do: check, compare, verify, inspect, export, report, map, rules, new or submission; see "
                "merestone "
                "--help"},
        Mistake{"UnknownCommand", {"chek", "plan.yaml"}, "unexpected 'chek'; did you mean 'check'?"},
        Mistake{"UnknownOption",
                {"check", "plan.yaml", "--formt", "json"},
                "did you mean '--format'?; see merestone check"},
        Mistake{"NoPlan", {"check"}, "PLAN is required; see merestone check --help"},
        Mistake{"TwoFolders", {"new", "a", "b"}, "unexpected 'b'"},
        Mistake{"OneRunToCompare", {"compare", "a.json"}, "see merestone compare --help"},
        Mistake{"ThreeRunsToCompare", {"compare", "a.json", "b.json", "c.json"}, "see merestone compare --help"},
        Mistake{
            "UnknownFormat", {"check", "p.yaml", "--format", "xml"}, "'xml' is none of text, json, junit, sarif, csv"},
        Mistake{"UnknownSeverity", {"check", "p.yaml", "--fail-on", "all"}, "'all' is none of must, should, note"},
        Mistake{"NoJobs", {"check", "p.yaml", "--jobs", "0"}, "'0' is not a number from 1 to 1024"},
        Mistake{"TooManyJobs", {"check", "p.yaml", "--jobs", "9999999999999"}, "is not a number from 1 to 1024"},
        Mistake{"NegativeCount", {"check", "p.yaml", "--max-findings", "-3"}, "'-3' is not a number from 0 to 1000000"},
        Mistake{"NoDate", {"check", "p.yaml", "--today", "2026-02-30"}, "'2026-02-30' is not a date"},
        Mistake{"NoRulesCommand", {"rules"}, "see merestone rules --help"},
        Mistake{"NoFolder", {"new"}, "DIR is required"},
        Mistake{
            "NoPluginFolder", {"rules", "list", "--plugin-path", "/nowhere/at/all"}, "/nowhere/at/all is no folder"},
        Mistake{"EscapesInAName", {"check", "p.yaml", "--\x1b[2J"}, "\\x1B[2J"}),
    [](const auto& given) { return std::string(given.param.name); });

TEST(Help, ShowsExamplesAndExitStatuses) {
    const ProgramResult result = merestoneProgram({"--help"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    for (const char* part :
         {"Examples:", "merestone check my-plan/plan.yaml", "Exit status:", "inspect", "rules", "new"}) {
        EXPECT_TRUE(contains(result.out, part)) << part;
    }
}

TEST(Help, OfACommandNamesAllItsOptions) {
    const ProgramResult result = merestoneProgram({"check", "--help"});
    EXPECT_EQ(result.status, 0);
    for (const char* option : {"--policy", "--rule", "--scope", "--format", "--output", "--save", "--jobs", "--fail-on",
                               "--plugin-path", "--allow-outside", "--today", "--max-findings", "--quiet"}) {
        EXPECT_TRUE(contains(result.out, option)) << option;
    }
    EXPECT_FALSE(contains(result.out, "--generate"));
}

TEST(Version, IsOneLine) {
    const ProgramResult result = merestoneProgram({"--version"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.out, "merestone " MERESTONE_VERSION "\n");
    EXPECT_EQ(result.err, "");
}

TEST(Version, SaysSoWhenItCannotBeWritten) {
    ProgramSetting setting;
    setting.outputTo = "/dev/full";
    const ProgramResult result = merestoneProgram({"--version"}, setting);
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
}
