// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <algorithm>

using namespace merestone::tests;

namespace {

/// Hidden names too: what staging left behind would show.
std::vector<std::string> names(const std::filesystem::path& folder) {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        result.push_back(entry.path().filename().string());
    }
    std::sort(result.begin(), result.end());
    return result;
}

World crowdedWorld() {
    std::vector<Site> sites;
    for (int i = 0; i < 400; ++i) {
        sites.push_back({"S" + std::to_string(i), "Site " + std::to_string(i), "1", 4.0 * i, 2.0 * i});
    }
    return World(sites);
}

} // namespace

TEST(Output, GoesToTheFileThatIsNamed) {
    const World world(passingAndConflicting());
    std::filesystem::create_directory(world / "out");
    const ProgramResult result =
        merestoneProgram({"check", world.plan(), "--format", "json", "-o", (world / "out/run.json").string()});
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(nlohmann::json::parse(readFile(world / "out/run.json"))["findings"].size(), 1U);
    EXPECT_EQ(names(world / "out"), (std::vector<std::string>{"run.json"}));
}

TEST(Output, LeavesTheOldFileWhenTheCheckCannotRun) {
    const World world(passingSite());
    writeFile(world / "run.json", "old");
    std::filesystem::remove(world / "sites.geojson");
    EXPECT_EQ(merestoneProgram({"check", world.plan(), "-o", (world / "run.json").string()}).status, 2);
    EXPECT_EQ(readFile(world / "run.json"), "old");
}

TEST(Output, ToAFolderIsAnError) {
    const World world(passingSite());
    const ProgramResult result = merestoneProgram({"check", world.plan(), "-o", world.folder().string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "is a folder")) << result.err;
}

TEST(Output, ToAFolderThatMayNotBeWrittenIsAnError) {
    const World world(passingSite());
    std::filesystem::create_directory(world / "locked");
    writeFile(world / "locked/run.json", "old");
    std::filesystem::permissions(world / "locked", std::filesystem::perms(0555));
    ProgramSetting setting;
    setting.unprivileged = true;
    for (const auto& arguments :
         {std::vector<std::string>{"check", world.plan(), "-o", (world / "locked/run.json").string()},
          std::vector<std::string>{"check", world.plan(), "--save", (world / "locked").string()},
          std::vector<std::string>{"check", world.plan(), "--save", (world / "locked/deeper").string()}}) {
        const ProgramResult result = merestoneProgram(arguments, setting);
        EXPECT_EQ(result.status, 2);
        EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
        EXPECT_TRUE(contains(result.err, "Permission denied")) << result.err;
    }
    EXPECT_EQ(readFile(world / "locked/run.json"), "old");
}

TEST(Output, OnAFullDiskLeavesTheOldFiles) {
    const World world = crowdedWorld();
    std::filesystem::create_directory(world / "out");
    writeFile(world / "out/run.json", "old");
    writeFile(world / "out/findings.gpkg", "old");
    for (const long bytes : {0L, 4096L, 30000L}) {
        ProgramSetting setting;
        setting.fileBytes = bytes;
        const ProgramResult json = merestoneProgram(
            {"check", world.plan(), "--format", "json", "-o", (world / "out/run.json").string()}, setting);
        EXPECT_EQ(json.status, 2) << bytes;
        EXPECT_TRUE(isOneErrorLine(json.err)) << json.err;
        const ProgramResult save =
            merestoneProgram({"check", world.plan(), "--save", (world / "out").string()}, setting);
        EXPECT_EQ(save.status, 2) << bytes;
        EXPECT_TRUE(isOneErrorLine(save.err)) << save.err;
        EXPECT_EQ(readFile(world / "out/run.json"), "old");
        EXPECT_EQ(readFile(world / "out/findings.gpkg"), "old");
        EXPECT_EQ(names(world / "out"), (std::vector<std::string>{"findings.gpkg", "run.json"}));
    }
}

TEST(Output, SaysSoWhenStandardOutputIsFull) {
    const World world(passingAndConflicting());
    ProgramSetting setting;
    setting.outputTo = "/dev/full";
    const ProgramResult result = merestoneProgram({"check", world.plan()}, setting);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.err, "merestone: cannot write to standard output: No space left on device\n");
}

TEST(Output, ToAReaderThatHasGoneIsNoError) {
    const World world = crowdedWorld();
    ProgramSetting setting;
    setting.closedOutput = true;
    const ProgramResult result = merestoneProgram({"check", world.plan(), "--format", "json"}, setting);
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.signal, 0);
    EXPECT_EQ(result.err, "");
}

TEST(Output, ToADeviceIsWrittenDirectly) {
    const World world(passingSite());
    EXPECT_EQ(merestoneProgram({"check", world.plan(), "-o", "/dev/null"}).status, 0);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(Save, WritesAGeoPackageThatOgrReads) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"check", world.plan(), "--save", (world / "results/qgis").string()});
    EXPECT_EQ(result.status, 1);
    EXPECT_TRUE(contains(result.out, "results/qgis/findings.gpkg")) << result.out;
    EXPECT_EQ(names(world / "results/qgis"), (std::vector<std::string>{"findings.gpkg"}));
    const ProgramResult info =
        otherProgram("ogrinfo", {"-ro", "-al", (world / "results/qgis/findings.gpkg").string(), "findings_polygons"});
    if (info.status == 127) {
        GTEST_SKIP() << "ogrinfo is not installed";
    }
    EXPECT_TRUE(contains(info.out, "Feature Count: 1")) << info.out;
    EXPECT_TRUE(contains(info.out, "ID[\"EPSG\",27700]")) << info.out;
    EXPECT_TRUE(contains(info.out, "subject_name (String) = Corner site")) << info.out;
}

TEST(Save, LeavesAFileThatAnotherProgramHasOpen) {
    const World world(passingAndConflicting());
    const std::vector<std::string> arguments{"check", world.plan(), "--save", (world / "results").string()};
    ASSERT_EQ(merestoneProgram(arguments).status, 1);
    const std::string file = (world / "results/findings.gpkg").string();
    sqlite3* other = nullptr; // as QGIS holds it: what it changes stands in a file beside the GeoPackage
    ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "PRAGMA journal_mode=WAL; CREATE TABLE note(text); INSERT INTO note VALUES('mine')",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    const ProgramResult result = merestoneProgram(arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "is open in another program")) << result.err;
    EXPECT_EQ(sqlite3_exec(other, "PRAGMA journal_mode=DELETE; SELECT text FROM note", nullptr, nullptr, nullptr),
              SQLITE_OK);
    ASSERT_EQ(sqlite3_close(other), SQLITE_OK);
    EXPECT_TRUE(contains(readFile(file), "mine"));
    EXPECT_EQ(merestoneProgram(arguments).status, 1);
    EXPECT_EQ(names(world / "results"), (std::vector<std::string>{"findings.gpkg"}));
}

TEST(Save, MayBeRepeated) {
    const World world(passingAndConflicting());
    const std::vector<std::string> arguments{"check", world.plan(), "--save", (world / "results").string()};
    EXPECT_EQ(merestoneProgram(arguments).status, 1);
    EXPECT_EQ(merestoneProgram(arguments).status, 1);
    EXPECT_EQ(names(world / "results"), (std::vector<std::string>{"findings.gpkg"}));
}
