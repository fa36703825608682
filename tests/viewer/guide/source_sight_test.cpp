// SPDX-License-Identifier: MIT
#include "guide/source_sight.hpp"

#include "cli/world.hpp"
#include "exchange/export/record_table.hpp"
#include "exchange/gpkg_writer.hpp"

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

using tests::writeFile;

QString pathOf(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

TEST(SourceSight, SaysWhatAFileHolds) {
    const tests::World world(tests::passingAndConflicting());
    const std::vector<SourceSight> sights = lookAt(pathOf(world / "sites.geojson"), {}, {});
    ASSERT_EQ(sights.size(), 1U);
    const SourceSight& sites = sights[0];
    EXPECT_EQ(sites.problem, QString());
    EXPECT_TRUE(sites.words.contains("2 area")) << sites.words.toStdString();
    EXPECT_TRUE(sites.words.contains("EPSG:27700")) << sites.words.toStdString();
    EXPECT_TRUE(sites.words.contains("dwellings")) << sites.words.toStdString();
    EXPECT_EQ(sites.name, "sites");
    EXPECT_EQ(sites.idField, "id");
    EXPECT_EQ(sites.nameField, "name");
    EXPECT_EQ(sites.role, "site_allocation");
    EXPECT_TRUE(sites.because.contains("dwellings")) << sites.because.toStdString();
    ASSERT_NE(sites.features, nullptr);
}

TEST(SourceSight, GuessesWhereFiguresLieThatNameNoSystem) {
    const tests::World world(tests::passingSite());
    writeFile(world / "stops.csv", "ref,x,y\nA,407100,283100\nB,407200,283200\n");
    const std::vector<SourceSight> sights = lookAt(pathOf(world / "stops.csv"), {}, {});
    ASSERT_EQ(sights.size(), 1U);
    EXPECT_EQ(sights[0].features, nullptr);
    EXPECT_TRUE(sights[0].problem.contains("stops.csv")) << sights[0].problem.toStdString();
    EXPECT_EQ(sights[0].guess, "EPSG:27700") << sights[0].words.toStdString();
    const std::vector<SourceSight> told = lookAt(pathOf(world / "stops.csv"), sights[0].guess, {});
    ASSERT_EQ(told.size(), 1U);
    ASSERT_NE(told[0].features, nullptr) << told[0].problem.toStdString();
    EXPECT_EQ(told[0].crs, "EPSG:27700");
    EXPECT_EQ(told[0].role, "reference");
    EXPECT_TRUE(told[0].words.contains("2 point")) << told[0].words.toStdString();
}

TEST(SourceSight, EveryLayerOfAFileIsLookedAt) {
    const tests::World world(tests::passingSite());
    GpkgWriter writer(world / "two.gpkg", "EPSG:27700", "two.gpkg");
    for (const char* name : {"Parks & Gardens", "2 halls"}) {
        RecordTable table(name, {{"ref"}});
        writer.write(table.take(ExportTable::Kind::reference, Shape::polygon, name, "", "EPSG:27700"));
    }
    writer.close();
    const std::vector<SourceSight> sights = lookAt(pathOf(world / "two.gpkg"), {}, {});
    ASSERT_EQ(sights.size(), 2U);
    EXPECT_EQ(sights[0].layer, "Parks & Gardens");
    EXPECT_EQ(sights[0].name, "parks_gardens");
    EXPECT_EQ(sights[1].name, "layer_2_halls");
    EXPECT_TRUE(sights[0].problem.contains("nothing in it")) << sights[0].problem.toStdString();
}

TEST(SourceSight, WhatCannotBeReadIsToldInOneLine) {
    const tests::World world(tests::passingSite());
    writeFile(world / "empty.geojson", "");
    writeFile(world / "notes.txt", "just words");
    for (const char* name : {"empty.geojson", "notes.txt", "missing.gpkg"}) {
        const std::vector<SourceSight> sights = lookAt(pathOf(world / name), {}, {});
        ASSERT_EQ(sights.size(), 1U) << name;
        EXPECT_TRUE(sights[0].problem.contains(name)) << sights[0].problem.toStdString();
        EXPECT_FALSE(sights[0].problem.contains('\n'));
        EXPECT_EQ(sights[0].features, nullptr);
    }
}

TEST(SourceSight, NamesAreOnesThatPlansTake) {
    EXPECT_EQ(layerNameFrom("Self"), "layer_self");
    EXPECT_EQ(layerNameFrom("öffentliche Flächen"), "ffentliche_fl_chen");
    EXPECT_EQ(layerNameFrom(""), "layer_");
    EXPECT_EQ(layerNameFrom("  flood  zone-3 "), "flood_zone_3");
}

} // namespace
} // namespace merestone::viewer
