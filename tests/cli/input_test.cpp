// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

using namespace merestone::tests;

namespace {

std::vector<std::string> lines(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string line; std::getline(stream, line);) {
        result.push_back(line);
    }
    return result;
}

/// Checks a world that cannot be checked: status 2, one line, nothing on standard output.
std::string refusal(const World& world) {
    const ProgramResult result = merestoneProgram({"check", world.plan()});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    return result.err;
}

} // namespace

TEST(BadPlan, ThatIsNotThere) {
    const ProgramResult result = merestoneProgram({"check", "/nowhere/plan.yaml"});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "/nowhere/plan.yaml")) << result.err;
}

TEST(BadPlan, IsReportedWithAllItsMistakesALineEach) {
    const World world(passingSite());
    world.edit("severity: must", "severity: certain");
    world.edit("stage: drafting", "stge: drafting");
    world.edit("require: \"dwellings / net_area >= 40\"", "requires: \"dwellings / net_area >= 40\"");
    const ProgramResult result = merestoneProgram({"check", world.plan()});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_TRUE(contains(result.err, "plan.yaml:4:")) << result.err;
    EXPECT_TRUE(contains(result.err, "plan.yaml:20:")) << result.err;
    EXPECT_TRUE(contains(result.err, "plan.yaml:21:")) << result.err;
    for (const std::string& line : lines(result.err)) {
        EXPECT_TRUE(line.starts_with("merestone: ")) << line;
    }
}

TEST(BadPlan, ThatIsAFolderWithoutAPlanOrEmpty) {
    const World world(passingSite());
    EXPECT_EQ(merestoneProgram({"check", world.folder().string()}).status, 0) << "a folder stands for the plan in it";
    writeFile(world / "plan.yaml", "");
    refusal(world);
    std::filesystem::remove(world / "plan.yaml");
    const ProgramResult folder = merestoneProgram({"check", world.folder().string()});
    EXPECT_EQ(folder.status, 2);
    EXPECT_TRUE(isOneErrorLine(folder.err)) << folder.err;
}

TEST(BadData, ThatIsMissing) {
    const World world(passingSite());
    std::filesystem::remove(world / "sites.geojson");
    EXPECT_TRUE(contains(refusal(world), "sites.geojson"));
}

TEST(BadData, ThatIsRubbish) {
    const World world(passingSite());
    writeFile(world / "sites.geojson", "{\"type\": \"FeatureColl");
    EXPECT_TRUE(contains(refusal(world), "sites.geojson"));
}

TEST(BadData, ThatLacksAField) {
    const World world(passingSite());
    world.edit("dwellings / net_area", "dwelings / net_area");
    EXPECT_TRUE(contains(refusal(world), "dwelings"));
}

TEST(BadData, OutsideThePlansFolderIsLeftAloneUnlessAllowed) {
    const World world(passingSite());
    const World other(passingSite());
    world.edit("source: sites.geojson", "source: " + (other / "sites.geojson").string());
    const ProgramResult refused = merestoneProgram({"check", world.plan()});
    EXPECT_EQ(refused.status, 2);
    EXPECT_TRUE(contains(refused.err, "--allow-outside")) << refused.err;
    EXPECT_EQ(merestoneProgram({"check", world.plan(), "--allow-outside"}).status, 0);
}

TEST(HostileData, CannotSteerTheTerminal) {
    std::vector<Site> sites = passingAndConflicting();
    sites[1].name = "\x1b]0;owned\x07\x1b[2J \xe2\x80\xae txt";
    sites[1].id = "S2\x1b[31m";
    const World world(sites);
    ProgramSetting setting;
    setting.terminal = true;
    setting.environment = {{"NO_COLOR", "1"}};
    const ProgramResult result = merestoneProgram({"check", world.plan(), "--quiet", "--max-findings", "0"}, setting);
    EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
    const ProgramResult listed = merestoneProgram({"check", world.plan()});
    EXPECT_TRUE(std::none_of(listed.out.begin(), listed.out.end(),
                             [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
    EXPECT_FALSE(contains(listed.out, "\xe2\x80\xae"));
    EXPECT_TRUE(contains(listed.out, "owned"));
}

TEST(HostileData, CannotSteerTheTerminalThroughAFileName) {
    const World world(passingSite());
    const ProgramResult result = merestoneProgram({"check", (world / "no\x1b[2Jsuch\nplan.yaml").string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
}
