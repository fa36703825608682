// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>

#include <regex>

using namespace merestone::tests;

namespace {

const std::regex kColour("\x1b\\[[0-9;]*m");

ProgramResult onTerminal(const World& world, const std::map<std::string, std::string>& environment = {}) {
    ProgramSetting setting;
    setting.terminal = true;
    setting.environment = environment;
    return merestoneProgram({"check", world.plan()}, setting);
}

} // namespace

TEST(Terminal, IsColoured) {
    const World world(passingAndConflicting());
    const ProgramResult result = onTerminal(world);
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(std::regex_search(result.out, kColour));
    EXPECT_TRUE(contains(result.out, "policy conflict"));
}

TEST(Terminal, IsNotColouredWhereNobodyWantsIt) {
    const World world(passingAndConflicting());
    EXPECT_FALSE(std::regex_search(onTerminal(world, {{"NO_COLOR", "1"}}).out, kColour));
    EXPECT_FALSE(std::regex_search(onTerminal(world, {{"TERM", "dumb"}}).out, kColour));
    EXPECT_TRUE(std::regex_search(onTerminal(world, {{"NO_COLOR", ""}}).out, kColour));
}

TEST(Terminal, IsLeftWithTheResultAloneWhenProgressHasBeenErased) {
    const World world(passingAndConflicting());
    std::string shown = onTerminal(world, {{"NO_COLOR", "1"}}).out;
    shown = std::regex_replace(shown, std::regex("\r\n"), "\n");
    shown = std::regex_replace(shown, std::regex("\r[^\n]*\x1b\\[K"), ""); // what was drawn over and wiped out
    EXPECT_EQ(shown, merestoneProgram({"check", world.plan()}).out);
}

TEST(NoTerminal, GetsNeitherColourNorProgress) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"check", world.plan()});
    EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(result.err, "");
}

TEST(Terminal, ProgressForProgramsIsLinesWhereTheyAskForThem) {
    const World world(passingAndConflicting());
    ProgramSetting setting;
    EXPECT_EQ(merestoneProgram({"check", world.plan()}, setting).err, "");
    setting.environment = {{"MERESTONE_PROGRESS", "lines"}};
    const ProgramResult result = merestoneProgram({"check", world.plan()}, setting);
    EXPECT_TRUE(std::regex_match(result.err, std::regex("(progress: [0-9]{1,3} [^\n]+\n)+"))) << result.err;
    EXPECT_EQ(merestoneProgram({"check", world.plan(), "--quiet"}, setting).err, "");
}
