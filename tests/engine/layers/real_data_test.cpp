// SPDX-License-Identifier: MIT
// Open data that is not part of the project: the folder that MERESTONE_REAL_DATA names, or these tests are skipped.
#include "engine/layers/sample_files.hpp"

#include "geometry/kernels.hpp"
#include "layers/inspect.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <set>

using namespace merestone;
using namespace merestone::test;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class RealData : public testing::Test {
protected:
    void SetUp() override {
        const char* folder = std::getenv("MERESTONE_REAL_DATA");
        if (folder == nullptr || !std::filesystem::is_directory(folder)) {
            GTEST_SKIP() << "MERESTONE_REAL_DATA names no folder with the open data";
        }
        m_folder = folder;
    }
    [[nodiscard]] LayerRequest request(const std::string& file, const std::string& id = {}) const {
        LayerRequest result = requestFor(m_folder / file);
        result.idField = id;
        return result;
    }
    /// Texts of a column of X.csv, as the publishers of the pair expect them.
    [[nodiscard]] std::multiset<std::string> expected(const std::string& file, const std::string& column) const {
        LayerRequest table = request(file);
        table.needsGeometry = false;
        table.columns = {column};
        return texts(*readLayer(table, RunContext{}), column);
    }
    static std::multiset<std::string> texts(const Layer& layer, const std::string& column) {
        std::multiset<std::string> result;
        for (std::size_t row = 0; row < layer.size(); ++row) {
            result.insert(layer.column(column)->text(row));
        }
        return result;
    }

    static double totalArea(const Layer& layer) {
        double sum = 0.0;
        for (const double each : layer.areas()) {
            sum += each;
        }
        return sum;
    }

    std::filesystem::path m_folder;
};

struct Pair {
    const char* name;
    const char* column; ///< stands in both
    const char* crs;    ///< declared where the input has none
    const char* csvCrs; ///< of the WKT in the expected CSV; empty: it has points in columns
};

class FormatPairs : public RealData, public testing::WithParamInterface<Pair> {};

TEST_P(FormatPairs, HoldTheSameRecords) {
    const Pair& pair = GetParam();
    const std::string base = std::string("planning_data_formats/") + pair.name;
    LayerRequest input = request(base + ".resource");
    input.columns = {pair.column};
    input.declaredCrs = pair.crs;
    const LayerPtr layer = readLayer(input, RunContext{});
    EXPECT_EQ(texts(*layer, pair.column), expected(base + ".csv", pair.column));
    EXPECT_GT(layer->size(), 0U);
    for (std::size_t row = 0; row < layer->size(); ++row) {
        EXPECT_TRUE(layer->usable(row) || layer->state(row) == GeometryState::empty) << row;
    }
    if (*pair.csvCrs != '\0') {
        LayerRequest csv = request(base + ".csv");
        csv.declaredCrs = pair.csvCrs;
        const LayerPtr shapes = readLayer(csv, RunContext{});
        // The expected file has about ten digits of each coordinate.
        EXPECT_NEAR(totalArea(*shapes), totalArea(*layer), 1e-4 * totalArea(*layer));
        EXPECT_GT(totalArea(*layer), 1e4);
    }
}

INSTANTIATE_TEST_SUITE_P(Planning, FormatPairs,
                         testing::Values(Pair{"geojson", "TITLE", "", "EPSG:4326"}, Pair{"gml", "Ref", "", "EPSG:4326"},
                                         Pair{"kml", "Name", "", "EPSG:4326"},
                                         Pair{"shapefile_zip", "NAME", "", "EPSG:27700"},
                                         Pair{"shapefile_zip_not_in_root", "NAME", "", "EPSG:27700"},
                                         Pair{"xlsx", "SiteReference", "EPSG:4326", ""},
                                         Pair{"utf-8-sig-json", "Name", "EPSG:27700", "EPSG:27700"}),
                         [](const auto& test) {
                             std::string name = test.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST_F(RealData, BirminghamsLayersHaveTheKnownNumbersOfFeatures) {
    const LayerPtr wards = readLayer(request("birmingham/wards.gpkg"), RunContext{});
    EXPECT_EQ(wards->size(), 86U);
    const LayerPtr lsoa = readLayer(request("birmingham/lsoa_2021.gpkg"), RunContext{});
    EXPECT_EQ(lsoa->size(), 793U);
    const LayerPtr areas = readLayer(request("birmingham/output_areas_2011.geojson"), RunContext{});
    EXPECT_EQ(areas->size(), 3223U);
    std::size_t invalid = 0;
    for (std::size_t row = 0; row < areas->size(); ++row) {
        invalid += areas->state(row) != GeometryState::valid ? 1 : 0;
    }
    EXPECT_EQ(invalid, 8U);
}

TEST_F(RealData, SchoolsInDegreesLieWhereTheirNationalGridColumnsSay) {
    LayerRequest degrees = request("birmingham/birmingham_schools.geojson", "dcfs_no");
    degrees.columns = {"easting", "northing"};
    const LayerPtr layer = readLayer(degrees, RunContext{});
    ASSERT_EQ(layer->size(), 447U);
    std::size_t near = 0;
    for (std::size_t row = 0; row < layer->size(); ++row) {
        const Point centre = layer->boxes()[row].centre();
        const double dx = centre.x - std::stod(layer->column("easting")->text(row));
        const double dy = centre.y - std::stod(layer->column("northing")->text(row));
        near += std::hypot(dx, dy) < 10.0 ? 1 : 0;
    }
    EXPECT_GE(near, 440U); // the publisher's own rounding and a few moved schools aside
}

TEST_F(RealData, SchoolsAsCsvNeedTheirCrsAndAreTheSameSchools) {
    LayerRequest table = request("birmingham/birmingham_schools.csv", "dcfs_no");
    EXPECT_TRUE(contains(readError(table), "as EPSG:27700"));
    table.declaredCrs = "EPSG:27700";
    const LayerPtr layer = readLayer(table, RunContext{});
    EXPECT_EQ(layer->size(), 447U);
    EXPECT_TRUE(layer->usable(0));
    EXPECT_DOUBLE_EQ(layer->boxes()[0].minX, 411976.0);
}

TEST_F(RealData, AccessPointsWithoutPrjAndDbfAreReadOnceTheirCrsIsDeclared) {
    LayerRequest points = request("birmingham/SP_AccessPoint.shp");
    EXPECT_TRUE(contains(readError(points), "100 % of the points fall in Great Britain as EPSG:27700"));
    points.declaredCrs = "EPSG:27700";
    const LayerPtr layer = readLayer(points, RunContext{});
    EXPECT_EQ(layer->size(), 26615U);
    EXPECT_EQ(layer->geometry().shape(0), Shape::point);
    EXPECT_TRUE(hasNote(*layer, "source.no_dbf"));
    EXPECT_TRUE(hasNote(*layer, "geometry.z_dropped"));
    points.window = Box{405000, 282000, 411000, 288000};
    const LayerPtr inWindow = readLayer(points, RunContext{});
    std::size_t inside = 0;
    for (const Box& box : layer->boxes()) {
        inside += box.meets(*points.window) ? 1 : 0;
    }
    EXPECT_EQ(inWindow->size(), inside);
    EXPECT_GT(inside, 100U);
}

TEST_F(RealData, TraffordsConservationAreasHaveTheAreasThatTheCouncilStates) {
    LayerRequest areas = request("trafford/conservation_areas/trafford_conservation_areas.geojson");
    areas.allColumns = true;
    const LayerPtr layer = readLayer(areas, RunContext{});
    ASSERT_GT(layer->size(), 10U);
    const Column* hectares = layer->column("site_area_hectares");
    ASSERT_NE(hectares, nullptr);
    std::size_t close = 0;
    for (std::size_t row = 0; row < layer->size(); ++row) {
        const double stated = std::stod(hectares->text(row)) * 1e4;
        close += std::abs(area(layer->geometry(), row) - stated) < 0.01 * stated ? 1 : 0;
    }
    EXPECT_GE(close, layer->size() - 2);
}

TEST_F(RealData, NorwegianArcsAreReadInTheirOwnCrs) {
    LayerRequest plan = request("norwegian_zoning_gml/gml.bue.1-pass.gml");
    plan.sourceLayer = "RpFormålGrense";
    plan.workingCrs = "EPSG:25832";
    const LayerPtr layer = readLayer(plan, RunContext{});
    ASSERT_EQ(layer->size(), 1U);
    EXPECT_EQ(layer->geometry().shape(0), Shape::line);
    EXPECT_TRUE(hasNote(*layer, "geometry.curves"));
    EXPECT_TRUE(hasNote(*layer, "crs.outside")) << "the test file's coordinates lie nowhere near zone 32";
}

TEST_F(RealData, EveryFileIsReadOrGivesOneLine) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder)) {
        const std::string suffix = entry.path().extension().string();
        if (!entry.is_regular_file() || (suffix != ".geojson" && suffix != ".gml" && suffix != ".resource")) {
            continue;
        }
        LayerRequest each = requestFor(entry.path());
        for (const InspectedLayer& layer : inspectSource(each, RunContext{})) {
            EXPECT_TRUE((layer.layer == nullptr) != layer.error.empty()) << entry.path();
            EXPECT_EQ(layer.error.find('\n'), std::string::npos) << layer.error;
        }
        ++files;
    }
    EXPECT_GT(files, 80U);
}

} // namespace
