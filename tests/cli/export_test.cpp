// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "cli/world.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace merestone::tests;

namespace {

std::vector<std::string> names(const std::filesystem::path& folder) {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        result.push_back(entry.path().filename().string());
    }
    std::sort(result.begin(), result.end());
    return result;
}

ProgramResult exported(const World& world, const std::string& format, const ProgramSetting& setting = {}) {
    return merestoneProgram({"export", world.plan(), "--to", (world / "out").string(), "--format", format}, setting);
}

std::vector<std::string> around(const World& world) {
    std::vector<std::string> all = names(world.folder());
    all.erase(std::remove(all.begin(), all.end(), "out"), all.end());
    return all;
}

} // namespace

TEST(Export, WritesWhatItSaysAndNothingElse) {
    const World world(passingAndConflicting());
    const ProgramResult result = merestoneProgram({"export", world.plan(), "--to", (world / "out").string()});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(contains(result.out, "What was lost")) << result.out;
    const auto manifest = nlohmann::json::parse(readFile(world / "out/export.json"));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(world / "out")) {
        files += entry.is_regular_file() ? 1 : 0;
    }
    EXPECT_EQ(manifest["files"].size(), files);
    for (const auto& file : manifest["files"]) {
        EXPECT_TRUE(std::filesystem::is_regular_file(world / "out" / file["path"].get<std::string>())) << file;
    }
    for (const char* name : {"plan.gpkg", "plan.qgz", "styles/sites.qml", "styles/sites.sld", "shapefile/sites.shp",
                             "shapefile-zip/sites.zip", "geojson/sites.geojson", "csv/sites.csv",
                             "planning-data/development-policy.csv", "README.txt", "export-report.txt"}) {
        EXPECT_TRUE(std::filesystem::exists(world / "out" / name)) << name;
    }
}

TEST(Export, TakesThePlaceOfAnEarlierOne) {
    const World world(passingAndConflicting());
    const std::vector<std::string> before = around(world);
    EXPECT_EQ(exported(world, "csv,geojson").status, 0);
    const std::string first = readFile(world / "out/csv/findings_polygons.csv");
    EXPECT_EQ(exported(world, "csv").status, 0);
    EXPECT_EQ(readFile(world / "out/csv/findings_polygons.csv"), first);
    EXPECT_FALSE(std::filesystem::exists(world / "out/geojson"));
    EXPECT_EQ(around(world), before) << "something was left beside the folder";
}

TEST(Export, GivesShapefilesTheDayOfADateWithATime) {
    const World world(passingAndConflicting());
    auto sites = nlohmann::json::parse(readFile(world / "sites.geojson"));
    sites["features"][0]["properties"]["surveyed_on"] = "2026-09-01T10:15:00Z";
    sites["features"][1]["properties"]["surveyed_on"] = nullptr;
    writeFile(world / "sites.geojson", sites.dump());
    const ProgramResult result = exported(world, "shapefile");
    EXPECT_EQ(result.status, 0) << result.err;
    const ProgramResult info =
        otherProgram("ogrinfo", {"-ro", "-al", "-geom=NO", (world / "out/shapefile/sites.shp").string()});
    EXPECT_TRUE(contains(info.out, "srvyd_ondy: Date")) << info.out;
    EXPECT_TRUE(contains(info.out, "srvyd_ondy (Date) = 2026/09/01")) << info.out;
    EXPECT_TRUE(contains(info.out, "srvyd_ondy (Date) = (null)")) << info.out;
    EXPECT_TRUE(contains(info.out, "surveyd_on (String) = 2026-09-01T10:15:00Z")) << info.out;
    EXPECT_TRUE(contains(readFile(world / "out/export-report.txt"), "its day stands as a date in srvyd_ondy"));
}

TEST(Export, TouchesNoFolderWithOtherFiles) {
    const World world(passingSite());
    std::filesystem::create_directory(world / "out");
    writeFile(world / "out/notes.txt", "mine");
    const ProgramResult result = exported(world, "csv");
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(contains(result.err, "notes.txt")) << result.err;
    EXPECT_EQ(names(world / "out"), (std::vector<std::string>{"notes.txt"}));
}

TEST(Export, IntoThePlansOwnFolderIsRefused) {
    const World world(passingSite());
    const ProgramResult result = merestoneProgram({"export", world.plan(), "--to", world.folder().string()});
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_TRUE(std::filesystem::exists(world.plan()));
}

TEST(Export, OnAFullDiskLeavesTheOldFolder) {
    const World world(passingAndConflicting());
    ASSERT_EQ(exported(world, "csv").status, 0);
    const std::string old = readFile(world / "out/export.json");
    for (const char* format : {"gpkg", "shapefile", "geojson", "csv", "planning-data"}) {
        for (const long bytes : {0L, 100L, 400L}) {
            ProgramSetting setting;
            setting.fileBytes = bytes;
            const ProgramResult result = exported(world, format, setting);
            EXPECT_EQ(result.status, 2) << format << " " << bytes;
            EXPECT_EQ(result.signal, 0) << format << " " << bytes;
            EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
            EXPECT_EQ(readFile(world / "out/export.json"), old);
        }
    }
}

TEST(Export, MakesHostileTextHarmless) {
    const World world(
        {{"S1", "=cmd('x')<script>[% @user_full_name %]", "12", 100, 100}, {"../S2", "b", "12", 300, 100}});
    ASSERT_EQ(exported(world, "csv,gpkg").status, 0);
    const std::string csv = readFile(world / "out/csv/sites.csv");
    EXPECT_TRUE(contains(csv, "\"'=cmd(")) << csv;
    EXPECT_FALSE(contains(csv, ",\"=cmd(")) << csv;
    EXPECT_FALSE(std::filesystem::exists(world / "S2"));
}

TEST(Export, RefusesAFormatThatItDoesNotKnow) {
    const World world(passingSite());
    const ProgramResult result = exported(world, "dxf");
    EXPECT_EQ(result.status, 2);
    EXPECT_TRUE(isOneErrorLine(result.err)) << result.err;
    EXPECT_FALSE(std::filesystem::exists(world / "out"));
}
