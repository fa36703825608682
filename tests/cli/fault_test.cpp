// SPDX-License-Identifier: MIT
// What is written is whole or not there, wherever the disk gets full or the program is killed. faults.cpp does both.
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace merestone::tests;

namespace {

constexpr long kStepsAtMost = 16; ///< of the run's operations, spread evenly
constexpr long kLast = 8;         ///< besides, every one at the end, where things are put in place

/// GDAL writes the time into GeoPackages; here it stands still, so that two exports of one plan are alike.
const std::pair<const std::string, std::string> kStoppedClock{"OGR_CURRENT_DATE", "2026-09-01T00:00:00.000Z"};

ProgramResult program(const std::vector<std::string>& arguments) {
    ProgramSetting setting;
    setting.environment.insert(kStoppedClock);
    return merestoneProgram(arguments, setting);
}

/// A command that writes into the world's folder `out`, and how a fault strikes it.
class Faults {
public:
    Faults(const World& world, std::vector<std::string> arguments)
        : m_world(world), m_arguments(std::move(arguments)) {}

    [[nodiscard]] ProgramResult run(const std::string& fault, long at) const {
        ProgramSetting setting;
        setting.environment = {kStoppedClock,
                               {"LD_PRELOAD", MERESTONE_FAULTS},
                               {"FAULT", fault},
                               {"FAULT_AT", std::to_string(at)},
                               {"FAULT_COUNT", (m_world / "operations").string()}};
        return merestoneProgram(m_arguments, setting);
    }
    /// The numbers of the operations to strike at.
    [[nodiscard]] std::vector<long> places() const {
        (void)run("", 0);
        const long all = std::stol(readFile(m_world / "operations"));
        const long last = std::max(all - kLast, 0L);
        std::vector<long> chosen;
        for (long at = 1; at <= last; at += last / kStepsAtMost + 1) {
            chosen.push_back(at);
        }
        for (long at = last + 1; at <= all; ++at) {
            chosen.push_back(at);
        }
        return chosen;
    }

private:
    const World& m_world;
    std::vector<std::string> m_arguments;
};

/// Every file under a folder with its content.
std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
    std::map<std::string, std::string> result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            result[entry.path().lexically_relative(folder).string()] = readFile(entry.path());
        }
    }
    return result;
}

std::vector<std::string> exportTo(const World& world) {
    return {"export", world.plan(), "--to", (world / "out").string(), "--today", "2026-09-01"};
}

/// Makes a folder hold these files again, which are of the same names.
void restore(const std::filesystem::path& folder, const std::map<std::string, std::string>& files) {
    for (const auto& [name, text] : files) {
        writeFile(folder / name, text);
    }
}

/// Two exports of a plan that was changed in between.
struct Versions {
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
};

Versions versions(const World& world) {
    Versions result;
    EXPECT_EQ(program(exportTo(world)).status, 0);
    result.before = contents(world / "out");
    world.edit("title:", "licence: Changed\n  title:");
    EXPECT_EQ(program(exportTo(world)).status, 0);
    result.after = contents(world / "out");
    EXPECT_NE(result.before, result.after);
    return result;
}

std::size_t entries(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

TEST(Fault, AFullDiskAtAnyOperationOfAnExportLeavesTheOldFolderAndNothingElse) {
    const World world(passingAndConflicting());
    const Versions both = versions(world);
    const Faults faults(world, exportTo(world));
    const std::vector<long> places = faults.places();
    ASSERT_GT(places.size(), 20U);
    restore(world / "out", both.before);
    const std::size_t around = entries(world.folder());
    for (const long at : places) {
        const ProgramResult result = faults.run("full", at);
        EXPECT_EQ(result.signal, 0) << at;
        EXPECT_EQ(entries(world.folder()), around) << at;
        EXPECT_EQ(result.status, 2) << at;
        EXPECT_TRUE(isOneErrorLine(result.err)) << at << ": " << result.err;
        const bool inPlace = at == places.back(); // the exchange itself is done then, and only not confirmed
        EXPECT_EQ(contains(result.err, "the new one is in place"), inPlace) << at << ": " << result.err;
        EXPECT_TRUE(contents(world / "out") == (inPlace ? both.after : both.before)) << at;
    }
}

TEST(Fault, BeingKilledAtAnyOperationOfAnExportLeavesTheOldFolderOrTheNewOne) {
    const World world(passingAndConflicting());
    const Versions both = versions(world);
    const Faults faults(world, exportTo(world));
    const std::vector<long> places = faults.places();
    restore(world / "out", both.before);
    const std::size_t around = entries(world.folder());
    for (const long at : places) {
        const ProgramResult result = faults.run("kill", at);
        EXPECT_EQ(result.signal, SIGKILL) << at;
        const auto now = contents(world / "out");
        EXPECT_TRUE(now == both.before || now == both.after) << at;
    }
    EXPECT_EQ(program(exportTo(world)).status, 0);
    EXPECT_EQ(entries(world.folder()), around) << "what killed runs left was not removed";
}

TEST(Fault, AFullDiskOrADeathWhileFindingsAreSavedLeavesTheOldOnes) {
    const World world(passingAndConflicting());
    const std::vector<std::string> arguments{"check", world.plan(), "--save", (world / "out").string(), "--quiet"};
    ASSERT_EQ(program(arguments).status, 1);
    const Faults faults(world, arguments);
    const std::vector<long> places = faults.places();
    const auto old = contents(world / "out");
    for (const char* fault : {"full", "kill"}) {
        for (const long at : places) {
            const ProgramResult result = faults.run(fault, at);
            EXPECT_TRUE(result.signal == SIGKILL || result.status == 2 || result.status == 1) << fault << at;
            EXPECT_EQ(readFile(world / "out/findings.gpkg"), old.at("findings.gpkg")) << fault << at;
        }
    }
}

TEST(Fault, AFileSystemThatCannotExchangeFoldersTakesANewOneAndKeepsAnOldOne) {
    const World world(passingAndConflicting());
    const Faults faults(world, exportTo(world));
    EXPECT_EQ(faults.run("exchange", 0).status, 0);
    const auto old = contents(world / "out");
    const ProgramResult again = faults.run("exchange", 0);
    EXPECT_EQ(again.status, 2);
    EXPECT_TRUE(isOneErrorLine(again.err)) << again.err;
    EXPECT_TRUE(contains(again.err, "name a folder that does not exist yet")) << again.err;
    EXPECT_TRUE(contents(world / "out") == old);
}

TEST(Fault, SymbolicLinksInTheTargetAreNotFollowed) {
    const World world(passingAndConflicting());
    ASSERT_EQ(program(exportTo(world)).status, 0);
    writeFile(world / "letter.txt", "mine");
    std::filesystem::remove(world / "out/plan.gpkg");
    std::filesystem::create_symlink(world / "letter.txt", world / "out/plan.gpkg");
    EXPECT_EQ(program(exportTo(world)).status, 0);
    EXPECT_EQ(readFile(world / "letter.txt"), "mine");
    EXPECT_FALSE(std::filesystem::is_symlink(world / "out/plan.gpkg"));
}
