// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>
#include <random>
#include <set>

using namespace merestone;
using namespace merestone::test;

namespace {

/// 80 by 80 squares of 10 m, one in seven without a number of dwellings; more than is scanned without an index.
std::vector<SampleRow> grid() {
    std::vector<SampleRow> rows;
    for (int i = 0; i < 6400; ++i) {
        SampleRow row;
        row.wkt = square(407000.0 + 20.0 * (i % 80), 283000.0 + 20.0 * (i / 80), 10.0);
        row.ref = "R" + std::to_string(i);
        if (i % 7 != 0) {
            row.dwellings = i % 13;
        }
        row.ratio = i / 10.0;
        rows.push_back(row);
    }
    return rows;
}

std::set<std::string> idsOf(const Layer& layer) {
    std::set<std::string> ids;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        ids.insert(layer.id(row));
    }
    return ids;
}

/// Brute force: everything is read, then looked at one by one.
std::set<std::string> expected(const Layer& whole, const std::optional<Box>& window, bool needsDwellings) {
    std::set<std::string> ids;
    for (std::size_t row = 0; row < whole.size(); ++row) {
        const Column& dwellings = *whole.column("dwellings");
        const bool passes = !needsDwellings || (!dwellings.isNull(row) && dwellings.numbers[row] > 6.0);
        if (passes && (!window || whole.boxes()[row].meets(*window))) {
            ids.insert(whole.id(row));
        }
    }
    return ids;
}

struct Source {
    const char* driver;
    const char* file;
    int epsg;
};

class Window : public testing::TestWithParam<Source> {};

TEST_P(Window, AndConditionGiveWhatBruteForceGives) {
    const TempFolder folder;
    std::vector<SampleRow> rows = grid();
    if (GetParam().epsg == 4326) {
        // A degree grid of the same size over the same place.
        for (int i = 0; i < 6400; ++i) {
            const double x = -1.90 + 0.0003 * (i % 80);
            const double y = 52.44 + 0.0002 * (i / 80);
            rows[static_cast<std::size_t>(i)].wkt = square(x, y, 0.0001);
        }
    }
    writeSample(folder / GetParam().file, GetParam().driver, rows, {.epsg = GetParam().epsg});
    LayerRequest request = requestFor(folder / GetParam().file);
    request.idField = "ref";
    request.columns = {"dwellings"};
    const LayerPtr whole = readLayer(request, RunContext{});
    ASSERT_EQ(whole->size(), 6400U);
    Box bounds;
    for (const Box& box : whole->boxes()) {
        bounds.extend(box);
    }
    std::mt19937 random(42);
    const auto within = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    std::size_t some = 0;
    for (int i = 0; i < 12; ++i) {
        Box window;
        window.extend(Point{within(bounds.minX - 50, bounds.maxX), within(bounds.minY - 50, bounds.maxY)});
        window = {window.minX, window.minY, window.minX + within(0, 600), window.minY + within(0, 600)};
        request.window = window;
        request.where = "";
        const LayerPtr inWindow = readLayer(request, RunContext{});
        EXPECT_EQ(idsOf(*inWindow), expected(*whole, window, false));
        for (std::size_t row = 1; row < inWindow->size(); ++row) {
            EXPECT_LT(inWindow->fid(row - 1), inWindow->fid(row)) << "not in the order of the source";
        }
        request.where = "dwellings > 6";
        EXPECT_EQ(idsOf(*readLayer(request, RunContext{})), expected(*whole, window, true));
        some += inWindow->size();
    }
    EXPECT_GT(some, 100U) << "the windows were all empty: nothing was tested";
    // Touching counts: a window that shares one edge with a square.
    request.where = "";
    const Box first = whole->boxes()[0];
    request.window = Box{first.minX - 5.0, first.minY, first.minX, first.maxY};
    EXPECT_EQ(idsOf(*readLayer(request, RunContext{})), expected(*whole, request.window, false));
}

INSTANTIATE_TEST_SUITE_P(Sources, Window,
                         testing::Values(Source{"GPKG", "grid.gpkg", 27700}, Source{"GPKG", "degrees.gpkg", 4326},
                                         Source{"FlatGeobuf", "grid.fgb", 27700},
                                         Source{"FlatGeobuf", "degrees.fgb", 4326},
                                         Source{"ESRI Shapefile", "grid.shp", 27700},
                                         Source{"GeoJSON", "degrees.geojson", 4326}),
                         [](const auto& test) {
                             std::string name = test.param.file;
                             std::replace(name.begin(), name.end(), '.', '_');
                             return name;
                         });

TEST(Where, IsThreeValuedOverColumnsFidAndArea) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG",
                {{square(407000, 283000, 10), "A", 5, 1.0, ""},
                 {square(407100, 283000, 20), "B", std::nullopt, 1.0, ""},
                 {"", "C", 7, 1.0, ""},
                 {square(407200, 283000, 30), "D", 1, 1.0, ""}});
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.idField = "ref";
    const auto ids = [&](const std::string& where) {
        request.where = where;
        const LayerPtr layer = readLayer(request, RunContext{});
        std::string text;
        for (std::size_t row = 0; row < layer->size(); ++row) {
            text += layer->id(row);
        }
        return text + "/" + std::to_string(layer->info().undecided);
    };
    EXPECT_EQ(ids("NOT (dwellings > 3)"), "D/1");
    EXPECT_EQ(ids("dwellings > 3 OR ref = 'B'"), "ABC/0");
    EXPECT_EQ(ids("FID <= 2"), "AB/0");
    EXPECT_EQ(ids("OGR_GEOM_AREA >= 400"), "BD/1"); // C has no shape
    EXPECT_EQ(ids("OGR_GEOM_AREA >= 400 AND dwellings = 1"), "D/1");
    EXPECT_EQ(ids("dwellings / 2 = 2.5"), "A/1");
    EXPECT_EQ(ids("ref = 'x'' OR 1=1 --'"), "/0");
    request.where = "dwelings > 3";
    EXPECT_THROW(static_cast<void>(readLayer(request, RunContext{})), Error);
}

TEST(Window, KeepsFeaturesWithoutAShapeSinceTheyMayLieAnywhere) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", {{square(407000, 283000, 10), "A", 5, 1.0, ""}, {"", "B", 1, 1.0, ""}});
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.window = Box{406000, 282000, 408000, 284000};
    EXPECT_EQ(readLayer(request, RunContext{})->size(), 2U);
    request.window = Box{1000, 1000, 2000, 2000};
    EXPECT_EQ(readLayer(request, RunContext{})->size(), 1U);
}

TEST(Window, DoesNotTrustAnIndexThatLacksFeatures) {
    const TempFolder folder;
    writeSample(folder / "grid.gpkg", "GPKG", grid());
    LayerRequest request = requestFor(folder / "grid.gpkg");
    request.idField = "ref";
    request.window = Box{407000, 283000, 407100, 283100};
    const std::set<std::string> whole = idsOf(*readLayer(request, RunContext{}));
    runSql(folder / "grid.gpkg", "UPDATE sites SET geom = NULL WHERE fid = (SELECT max(fid) FROM sites)");
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_TRUE(hasNote(*layer, "index.partial"));
    EXPECT_EQ(layer->size(), whole.size() + 1);
}

TEST(Window, NoIndexOfAnyFormatLosesAFeatureWithoutAShape) {
    // GDAL writes no such features to FlatGeobuf.
    const std::vector<std::pair<const char*, const char*>> formats{
        {"ESRI Shapefile", "grid.shp"}, {"MapInfo File", "grid.tab"}, {"GPKG", "grid.gpkg"}};
    for (const auto& [driver, name] : formats) {
        const TempFolder folder;
        std::vector<SampleRow> rows = grid();
        rows[4000].wkt = "";
        std::vector<std::string> options;
        if (std::string(driver) == "ESRI Shapefile") {
            options.push_back("SPATIAL_INDEX=YES");
        }
        writeSample(folder / name, driver, rows, {.layerOptions = options});
        LayerRequest request = requestFor(folder / name);
        request.idField = "ref";
        request.window = Box{407000, 283000, 407100, 283100};
        EXPECT_TRUE(idsOf(*readLayer(request, RunContext{})).contains("R4000")) << driver;
    }
}

TEST(Window, AWrongSpatialIndexDoesNotChangeTheAnswer) {
    const TempFolder folder;
    writeSample(folder / "grid.gpkg", "GPKG", grid());
    LayerRequest request = requestFor(folder / "grid.gpkg");
    request.idField = "ref";
    request.window = Box{407000, 283000, 407100, 283100};
    const std::set<std::string> right = idsOf(*readLayer(request, RunContext{}));
    ASSERT_GE(right.size(), 25U);
    runSql(folder / "grid.gpkg", "DELETE FROM rtree_sites_geom");
    LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_EQ(idsOf(*layer), right);
    EXPECT_TRUE(hasNote(*layer, "index.wrong"));
    runSql(folder / "grid.gpkg",
           "INSERT INTO rtree_sites_geom SELECT fid, 1, 2, 1, 2 FROM sites"); // every box at the origin
    layer = readLayer(request, RunContext{});
    EXPECT_EQ(idsOf(*layer), right);
    EXPECT_TRUE(hasNote(*layer, "index.wrong"));
}

TEST(Window, AnIndexOfAnotherFileDoesNotChangeTheAnswer) {
    const TempFolder folder;
    writeSample(folder / "grid.shp", "ESRI Shapefile", grid(), {.layerOptions = {"SPATIAL_INDEX=YES"}});
    std::vector<SampleRow> elsewhere = grid();
    for (std::size_t i = 0; i < elsewhere.size(); ++i) {
        elsewhere[i].wkt = square(500000.0 + static_cast<double>(i), 300000.0, 0.5);
    }
    writeSample(folder / "other.shp", "ESRI Shapefile", elsewhere, {.layerOptions = {"SPATIAL_INDEX=YES"}});
    LayerRequest request = requestFor(folder / "grid.shp");
    request.idField = "ref";
    request.window = Box{407000, 283000, 407100, 283100};
    const std::set<std::string> right = idsOf(*readLayer(request, RunContext{}));
    ASSERT_GE(right.size(), 25U);
    std::filesystem::copy_file(folder / "other.qix", folder / "grid.qix",
                               std::filesystem::copy_options::overwrite_existing);
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_EQ(idsOf(*layer), right);
    EXPECT_TRUE(hasNote(*layer, "index.wrong"));
}

TEST(Reading, StopsWhenAsked) {
    const TempFolder folder;
    writeSample(folder / "grid.gpkg", "GPKG", grid());
    std::stop_source stop;
    RunContext context;
    context.stop = stop.get_token();
    stop.request_stop();
    try {
        static_cast<void>(readLayer(requestFor(folder / "grid.gpkg"), context));
        FAIL() << "it did not stop";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
}

TEST(Reading, ReportsProgress) {
    const TempFolder folder;
    writeSample(folder / "grid.gpkg", "GPKG", grid());
    double last = -1.0;
    RunContext context;
    context.progress = [&last](std::string_view stage, double fraction) {
        if (stage.find("reading") != std::string_view::npos) {
            last = fraction;
        }
    };
    static_cast<void>(readLayer(requestFor(folder / "grid.gpkg"), context));
    EXPECT_GE(last, 0.0);
    EXPECT_LE(last, 1.0);
}

} // namespace
