// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include "base/error.hpp"

#include <chrono>
#include <gtest/gtest.h>
#include <sqlite3.h>

using namespace merestone;
using namespace merestone::test;

namespace {

std::vector<SampleRow> rows(int count) {
    std::vector<SampleRow> result;
    for (int i = 0; i < count; ++i) {
        result.push_back({square(407000 + 20 * i, 283000, 10), "R" + std::to_string(i), i, 0.5, ""});
    }
    return result;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(GeoPackage, WithoutLayersIsAnError) {
    const TempFolder folder;
    writeSample(folder / "empty.gpkg", "GPKG", rows(1));
    runSql(folder / "empty.gpkg", "DELETE FROM gpkg_geometry_columns; DELETE FROM gpkg_contents");
    EXPECT_TRUE(contains(readError(requestFor(folder / "empty.gpkg")), "holds no vector layer"));
}

TEST(GeoPackage, OtherDatabasesAreRefused) {
    const TempFolder folder;
    runSql(folder / "other.gpkg", "CREATE TABLE t(x); INSERT INTO t VALUES (1)");
    EXPECT_NE(readError(requestFor(folder / "other.gpkg")), "");
}

TEST(GeoPackage, WithoutRowsIsReadAsSuch) {
    const TempFolder folder;
    writeSample(folder / "none.gpkg", "GPKG", {});
    const LayerPtr layer = readLayer(requestFor(folder / "none.gpkg"), RunContext{});
    EXPECT_EQ(layer->size(), 0U);
}

TEST(GeoPackage, LockedByAnotherProgramIsOneLineWithinFiveSeconds) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(5));
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open((folder / "sites.gpkg").c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
    const std::string error = readError(requestFor(folder / "sites.gpkg"));
    EXPECT_TRUE(contains(error, "locked")) << error;
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_EQ(readLayer(requestFor(folder / "sites.gpkg"), RunContext{})->size(), 5U);
}

TEST(GeoPackage, InWalModeIsReadWithoutTouchingTheFolder) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(5));
    runSql(folder / "sites.gpkg", "PRAGMA journal_mode=WAL; CREATE TABLE more(x)");
    const std::string before = folderState(folder.path());
    const LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    EXPECT_EQ(layer->size(), 5U);
    EXPECT_EQ(folderState(folder.path()), before);
}

TEST(GeoPackage, ChangesThatAreNotInTheFileYetAreNotOverlooked) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(5));
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open((folder / "sites.gpkg").c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE more(x)", nullptr,
                           nullptr, nullptr),
              SQLITE_OK);
    const std::string before = folderState(folder.path());
    EXPECT_TRUE(contains(readError(requestFor(folder / "sites.gpkg")), "sites.gpkg-wal"));
    EXPECT_EQ(folderState(folder.path()), before);
    sqlite3_close(other);
}

TEST(GeoPackage, InterruptedEditIsNotOverlooked) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(5));
    writeText(folder / "sites.gpkg-journal", "something");
    EXPECT_TRUE(contains(readError(requestFor(folder / "sites.gpkg")), "sites.gpkg-journal"));
}

TEST(GeoPackage, TextInANumberColumnIsEmptyAndTold) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(3));
    runSql(folder / "sites.gpkg", "UPDATE sites SET dwellings = 'about 12' WHERE ref = 'R1'");
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.columns = {"dwellings"};
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_TRUE(layer->column("dwellings")->isNull(1));
    EXPECT_FALSE(layer->column("dwellings")->isNull(0));
    EXPECT_TRUE(contains(noteText(*layer, "value.not_a_number"), "about 12"));
}

TEST(GeoPackage, LyingCountIsTold) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(9));
    runSql(folder / "sites.gpkg", "UPDATE gpkg_ogr_contents SET feature_count = 64");
    LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    EXPECT_EQ(layer->size(), 9U);
    EXPECT_TRUE(contains(noteText(*layer, "count.disagrees"), "64"));
    runSql(folder / "sites.gpkg", "UPDATE gpkg_ogr_contents SET feature_count = 4000000000000000");
    layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    EXPECT_EQ(layer->size(), 9U);
}

TEST(GeoPackage, RegisteredViewIsRead) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(9));
    runSql(
        folder / "sites.gpkg",
        "CREATE VIEW big AS SELECT fid AS OGC_FID, geom, ref, dwellings FROM sites WHERE dwellings > 4;"
        "INSERT INTO gpkg_contents(table_name, identifier, data_type, srs_id) VALUES('big', 'big', 'features', 27700);"
        "INSERT INTO gpkg_geometry_columns VALUES('big', 'geom', 'POLYGON', 27700, 0, 0)");
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.sourceLayer = "big";
    request.idField = "ref";
    const LayerPtr layer = readLayer(request, RunContext{});
    ASSERT_EQ(layer->size(), 4U);
    EXPECT_EQ(layer->id(0), "R5");
}

TEST(GeoPackage, EndlessViewIsStopped) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(3));
    runSql(folder / "sites.gpkg",
           "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
           "SELECT i AS OGC_FID, NULL AS geom, 'x' AS ref FROM n WHERE i < 0;"
           "INSERT INTO gpkg_contents(table_name, identifier, data_type, srs_id) "
           "VALUES('endless', 'endless', 'features', 27700);"
           "INSERT INTO gpkg_geometry_columns VALUES('endless', 'geom', 'POLYGON', 27700, 0, 0)");
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.sourceLayer = "endless";
    EXPECT_TRUE(contains(readError(request), "does not come to an end"));
    request.sourceLayer = "sites"; // the other layer is none the worse
    EXPECT_EQ(readLayer(request, RunContext{})->size(), 3U);
}

TEST(GeoPackage, UnregisteredViewIsNoLayer) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(3));
    runSql(folder / "sites.gpkg", "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                  "FROM n) SELECT i FROM n");
    EXPECT_EQ(readLayer(requestFor(folder / "sites.gpkg"), RunContext{})->size(), 3U); // still the only layer
}

TEST(GeoPackage, ViewCannotReachOutOfTheFile) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(3));
    for (const char* call : {"load_extension('x')", "ogr_datasource_load_layers('/etc/passwd')",
                             "GDAL_GetMimeType(x'00')", "ogr_getconfigoption('HOME')"}) {
        runSql(folder / "sites.gpkg",
               std::string("DROP VIEW IF EXISTS evil; DELETE FROM gpkg_geometry_columns WHERE table_name = 'evil';"
                           "DELETE FROM gpkg_contents WHERE table_name = 'evil';"
                           "CREATE VIEW evil AS SELECT fid AS OGC_FID, geom, ") +
                   call +
                   " AS ref FROM sites;"
                   "INSERT INTO gpkg_contents(table_name, identifier, data_type, srs_id) "
                   "VALUES('evil', 'evil', 'features', 27700);"
                   "INSERT INTO gpkg_geometry_columns VALUES('evil', 'geom', 'POLYGON', 27700, 0, 0)");
        LayerRequest request = requestFor(folder / "sites.gpkg");
        request.sourceLayer = "evil";
        request.columns = {"ref"};
        EXPECT_NE(readError(request), "") << call;
    }
}

TEST(GeoPackage, HostileNamesAreOnlyNames) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", rows(3), {.layer = "a\"; DROP TABLE gpkg_contents; --"});
    const std::string before = folderState(folder.path());
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.columns = {"ref"};
    EXPECT_EQ(readLayer(request, RunContext{})->size(), 3U);
    EXPECT_EQ(folderState(folder.path()), before);
}

TEST(GeoPackage, DamagedPagesAreAnErrorOrAllThere) {
    const TempFolder folder;
    writeSample(folder / "good.gpkg", "GPKG", rows(400));
    const std::string good = readText(folder / "good.gpkg");
    constexpr std::size_t kPage = 4096;
    for (std::size_t page = 1; page * kPage + 200 < good.size(); page += 3) {
        std::string bad = good;
        for (std::size_t at = 0; at < 120; ++at) {
            bad[page * kPage + at] = static_cast<char>(0xA5);
        }
        writeText(folder / "bad.gpkg", bad);
        try {
            const LayerPtr layer = readLayer(requestFor(folder / "bad.gpkg"), RunContext{});
            const bool told = layer->size() == 400 || hasNote(*layer, "count.disagrees");
            EXPECT_TRUE(told) << "page " << page << ": " << layer->size() << " features and no word about it";
        } catch (const Error& error) {
            EXPECT_TRUE(contains(error.what(), "bad.gpkg"));
        }
    }
}

} // namespace
