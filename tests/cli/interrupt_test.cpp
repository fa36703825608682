// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace merestone::tests;

namespace {

/// A world whose data take a while to read.
class LargeWorld : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        s_world = std::make_unique<World>(passingSite());
        std::ofstream file(*s_world / "sites.geojson");
        file
            << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},)"
            << R"("features":[)";
        for (int i = 0; i < 400000; ++i) {
            const int x = 407000 + i % 1900;
            const int y = 283000 + (i / 1900) % 1900;
            file << (i > 0 ? "," : "") << R"({"type":"Feature","properties":{"id":"S)" << i
                 << R"(","name":"n","dwellings":1},"geometry":{"type":"Polygon","coordinates":[[[)" << x << ',' << y
                 << "],[" << x + 1 << ',' << y << "],[" << x + 1 << ',' << y + 1 << "],[" << x << ',' << y + 1 << "],["
                 << x << ',' << y << "]]]}}\n";
        }
        file << "]}";
    }
    static void TearDownTestSuite() { s_world.reset(); }

    /// Starts a check that writes to a file and sends `signals` once it is under way, which its staging folder shows.
    static ProgramResult interrupted(const std::vector<int>& signals, ProgramSetting setting = {}) {
        clearStaging(); // a run that was cut short leaves its folder, which would look like this one's
        setting.meanwhile = [&signals](pid_t process) {
            while (!isStaging() && isRunning(process)) {
                usleep(1000);
            }
            for (const int signal : signals) {
                kill(process, signal);
                usleep(1000);
            }
        };
        return merestoneProgram({"check", s_world->plan(), "--jobs", "1", "-o", (*s_world / "run.txt").string()},
                                setting);
    }
    static void clearStaging() {
        std::vector<std::filesystem::path> left;
        for (const auto& entry : std::filesystem::directory_iterator(s_world->folder())) {
            if (entry.path().filename().string().starts_with(".merestone-stage-")) {
                left.push_back(entry.path());
            }
        }
        for (const std::filesystem::path& folder : left) {
            std::filesystem::remove_all(folder);
        }
    }
    static bool isRunning(pid_t process) {
        siginfo_t ended{};
        return waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == 0;
    }
    static bool isStaging() {
        for (const auto& entry : std::filesystem::directory_iterator(s_world->folder())) {
            if (entry.path().filename().string().starts_with(".merestone-stage-")) {
                return true;
            }
        }
        return false;
    }
    static std::unique_ptr<World> s_world;
};

std::unique_ptr<World> LargeWorld::s_world;

} // namespace

TEST_F(LargeWorld, CtrlCEndsWithOneLineAndLeavesTheOldFile) {
    for (const int signal : {SIGINT, SIGTERM}) {
        writeFile(*s_world / "run.txt", "old");
        const ProgramResult result = interrupted({signal});
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.signal, 0);
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, "stopped before it was finished")) << result.err;
        EXPECT_EQ(result.out, "");
        EXPECT_EQ(readFile(*s_world / "run.txt"), "old");
    }
}

TEST_F(LargeWorld, BeingKilledLeavesTheOldFileAndTheNextRunCleansUp) {
    writeFile(*s_world / "run.txt", "old");
    EXPECT_EQ(interrupted({SIGKILL}).signal, SIGKILL);
    EXPECT_EQ(readFile(*s_world / "run.txt"), "old");
    EXPECT_TRUE(isStaging());
    writeSites(*s_world / "sites.geojson", passingSite(), 100.0);
    EXPECT_EQ(merestoneProgram({"check", s_world->plan(), "-o", (*s_world / "run.txt").string()}).status, 0);
    EXPECT_FALSE(isStaging());
    EXPECT_NE(readFile(*s_world / "run.txt"), "old");
}

TEST_F(LargeWorld, GoesOnWhenTheTerminalHangsUpUnderNohup) {
    ProgramSetting setting;
    setting.ignoredHangUp = true;
    const ProgramResult result = interrupted({SIGHUP}, setting);
    EXPECT_EQ(result.signal, 0);
    EXPECT_FALSE(contains(result.err, "stopped")) << result.err;
    EXPECT_NE(result.status, 2);
}
