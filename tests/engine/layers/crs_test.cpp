// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include <cmath>
#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::test;

namespace {

const std::vector<SampleRow> kGridPoints = {{"POINT(407800 284200)", "A", 1, 1.0, ""},
                                            {"POINT(408000 284400)", "B", 2, 1.0, ""}};
const std::vector<SampleRow> kDegreePoints = {{"POINT(-1.8853 52.4562)", "A", 1, 1.0, ""},
                                              {"POINT(-1.8800 52.4600)", "B", 2, 1.0, ""}};
const std::vector<SampleRow> kSwappedDegrees = {{"POINT(52.4562 -1.8853)", "A", 1, 1.0, ""}};

void expectParts(const std::string& error, const std::vector<std::string>& parts) {
    for (const std::string& part : parts) {
        EXPECT_NE(error.find(part), std::string::npos) << "'" << part << "' is not in: " << error;
    }
}

TEST(Crs, MissingGivesTheGuessWithItsEvidence) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", kGridPoints, {.epsg = 0});
    expectParts(readError(requestFor(folder / "sites.shp")),
                {"sites.shp", "no CRS", "100 % of the points fall in Great Britain as EPSG:27700", "0 % as EPSG:4326",
                 "set `crs: EPSG:27700`"});
    LayerRequest request = requestFor(folder / "sites.shp");
    request.declaredCrs = "EPSG:27700";
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->info().crs, "EPSG:27700");
    EXPECT_DOUBLE_EQ(layer->boxes()[0].minX, 407800.0);
}

// The worked example of "A guide to coordinate systems in Great Britain" (Ordnance Survey), annexe C.
TEST(Crs, ConversionsWithinADatumAreExact) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", {{"POINT(1.717921583 52.657570306)", "A", 1, 1.0, ""}}, {.epsg = 4277});
    const LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    EXPECT_NEAR(layer->boxes()[0].minX, 651409.903, 0.001);
    EXPECT_NEAR(layer->boxes()[0].minY, 313177.270, 0.001);
    EXPECT_EQ(layer->info().operationAccuracyMetres, 0.0);
}

TEST(Crs, ProjectionFilesWithoutCodesAreRecognised) {
    const TempFolder folder;
    const std::vector<SampleRow> utm = {{"POINT(575700 5812300)", "A", 1, 1.0, ""}};
    for (const char* name : {"one.shp", "two.shp"}) { // the second time out of memory
        writeSample(folder / name, "ESRI Shapefile", utm, {.epsg = 32630});
        const LayerPtr layer = readLayer(requestFor(folder / name), RunContext{});
        EXPECT_EQ(layer->info().crs, "EPSG:32630");
        EXPECT_NEAR(layer->boxes()[0].minX, 407800.0, 3000.0);
    }
}

TEST(Crs, ContradictionNamesBoth) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kGridPoints);
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.declaredCrs = "EPSG:3857";
    expectParts(readError(request), {"EPSG:27700", "EPSG:3857"});
    request.declaredCrs = "EPSG:27700";
    EXPECT_EQ(readLayer(request, RunContext{})->size(), 2U);
}

TEST(Crs, DegreesDeclaredAsTheNationalGridAreRefused) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kDegreePoints, {.epsg = 27700});
    expectParts(readError(requestFor(folder / "sites.gpkg")),
                {"degrees", "EPSG:27700", "100 % of the points fall in Great Britain as EPSG:4326"});
}

TEST(Crs, MetresDeclaredAsDegreesAreRefused) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kGridPoints, {.epsg = 4326});
    expectParts(readError(requestFor(folder / "sites.gpkg")), {"no degrees", "EPSG:27700"});
}

TEST(Crs, SwappedAxesAreRefused) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kSwappedDegrees, {.epsg = 4326});
    expectParts(readError(requestFor(folder / "sites.gpkg")), {"axes swapped", "exchange x and y"});
}

TEST(Crs, SwappedNationalGridIsSeenAgainstTheWindow) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG",
                {{"POINT(284200 407800)", "A", 1, 1.0, ""}, {"POINT(286000 409000)", "B", 1, 1.0, ""}});
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.window = Box{408000, 284500, 408500, 285500};
    expectParts(readError(request), {"swapped", "exchange x and y"});
}

TEST(Crs, WindowInDegreesDeclaredAsMetresIsNotSilentlyEmpty) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kDegreePoints, {.epsg = 27700});
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.window = Box{407000, 283000, 409000, 285000};
    EXPECT_NE(readError(request), "");
}

TEST(Crs, GeoJsonInMetresTakesTheDeclaredCrs) {
    const TempFolder folder;
    writeText(folder / "sites.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"A"},)"
              R"("geometry":{"type":"Point","coordinates":[407800,284200]}}]})");
    LayerRequest request = requestFor(folder / "sites.geojson");
    expectParts(readError(request), {"no degrees", "set `crs: EPSG:27700`"});
    request.declaredCrs = "EPSG:27700";
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_TRUE(hasNote(*layer, "crs.declared"));
    EXPECT_DOUBLE_EQ(layer->boxes()[0].minY, 284200.0);
}

TEST(Crs, TransformsOnceAndStatesTheAccuracy) {
    const TempFolder folder;
    writeSample(folder / "sites.geojson", "GeoJSON", kDegreePoints, {.epsg = 4326});
    const LayerPtr layer = readLayer(requestFor(folder / "sites.geojson"), RunContext{});
    EXPECT_EQ(layer->info().crs, "EPSG:4326");
    EXPECT_FALSE(layer->info().operation.empty());
    EXPECT_GT(layer->info().operationAccuracyMetres, 0.0);
    EXPECT_LE(layer->info().operationAccuracyMetres, 10.0);
    EXPECT_TRUE(hasNote(*layer, "crs.accuracy"));
    // proj's cs2cs for 52.4562 N 1.8853 W: 407890.5 284256.2 by Helmert, within 5 m of it by OSTN15.
    EXPECT_NEAR(layer->boxes()[0].minX, 407891.0, 6.0);
    EXPECT_NEAR(layer->boxes()[0].minY, 284256.0, 6.0);
}

TEST(Crs, TheSameCrsIsNotTransformed) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kGridPoints);
    const LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    EXPECT_TRUE(layer->info().operation.empty());
    EXPECT_EQ(layer->info().operationAccuracyMetres, 0.0);
    EXPECT_EQ(layer->boxes()[0].minX, 407800.0);
}

TEST(Crs, AccuraciesAddAsIndependentErrors) {
    const TempFolder folder;
    writeSample(folder / "sites.geojson", "GeoJSON", kDegreePoints, {.epsg = 4326});
    LayerRequest request = requestFor(folder / "sites.geojson");
    request.statedAccuracyMetres = 1.5;
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_NEAR(layer->accuracyMetres(), std::hypot(1.5, layer->info().operationAccuracyMetres), 1e-12);
}

TEST(Crs, ThreadsDoNotShowInTheResult) {
    const TempFolder folder;
    std::vector<SampleRow> rows;
    for (int i = 0; i < 3000; ++i) {
        rows.push_back({square(-1.9 + 0.0001 * i, 52.4, 0.00005), "R" + std::to_string(i), i, 0.0, ""});
    }
    writeSample(folder / "sites.gpkg", "GPKG", rows, {.epsg = 4326});
    RunContext two;
    two.threads = 2;
    const LayerPtr alone = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    const LayerPtr together = readLayer(requestFor(folder / "sites.gpkg"), two);
    ASSERT_EQ(alone->size(), together->size());
    for (std::size_t row = 0; row < alone->size(); ++row) {
        EXPECT_TRUE(std::ranges::equal(alone->geometry().points(row), together->geometry().points(row)));
    }
}

struct Prj {
    const char* name;
    const char* text;
};
class NationalGrid : public testing::TestWithParam<Prj> {};

TEST_P(NationalGrid, IsKnownByItsFigures) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", kGridPoints);
    writeText(folder / "sites.prj", GetParam().text);
    const LayerPtr layer = readLayer(requestFor(folder / "sites.shp"), RunContext{});
    EXPECT_EQ(layer->info().crs, "EPSG:27700");
    EXPECT_TRUE(layer->info().operation.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, NationalGrid,
    testing::Values(Prj{"Esri", R"(PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",)"
                                R"(SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],)"
                                R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
                                R"(PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],)"
                                R"(PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],)"
                                R"(PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]])"},
                    Prj{"Renamed", R"(PROJCS["My grid",GEOGCS["unknown",DATUM["Ordnance_Survey_of_Great_Britain_1936",)"
                                   R"(SPHEROID["Airy 1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0],)"
                                   R"(UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
                                   R"(PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],)"
                                   R"(PARAMETER["scale_factor",0.999601272],PARAMETER["false_easting",400000],)"
                                   R"(PARAMETER["false_northing",-100000],UNIT["metre",1]])"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Crs, AnotherCrsByItsFiguresIsTransformed) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", {{"POINT(-210000 6880000)", "A", 1, 1.0, ""}}, {.epsg = 3857});
    const LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    EXPECT_EQ(layer->info().crs, "EPSG:3857");
    EXPECT_FALSE(layer->info().operation.empty());
    EXPECT_GT(layer->boxes()[0].minX, 400000.0);
    EXPECT_LT(layer->boxes()[0].minX, 420000.0);
}

TEST(Crs, UnknownCodesAndOtherTextAreRefused) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", kGridPoints, {.epsg = 0});
    for (const char* text : {"EPSG:999999", "/etc/passwd", "http://localhost/x", "27700", "EPSG:"}) {
        LayerRequest request = requestFor(folder / "sites.shp");
        request.declaredCrs = text;
        expectParts(readError(request), {"is not known", "EPSG:27700"});
    }
    LayerRequest request = requestFor(folder / "sites.shp");
    request.declaredCrs = "EPSG:27700";
    request.workingCrs = "EPSG:4326";
    expectParts(readError(request), {"no projected CRS in metres"});
}

TEST(Crs, UndefinedOnesCountAsMissing) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", kGridPoints, {.epsg = 0});
    expectParts(readError(requestFor(folder / "sites.gpkg")), {"no CRS"});
}

TEST(Crs, PointsThatCannotBeTransformedAreUnreadable) {
    const TempFolder folder;
    std::vector<SampleRow> rows = kDegreePoints;
    rows.push_back({"POINT(-1.88 95)", "C", 3, 1.0, ""});
    writeSample(folder / "sites.gpkg", "GPKG", rows, {.epsg = 4326});
    const LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    ASSERT_EQ(layer->size(), 3U);
    EXPECT_EQ(layer->state(2), GeometryState::unreadable);
    ASSERT_EQ(layer->defects().size(), 1U);
    EXPECT_EQ(layer->defects()[0].feature, 2U);
    EXPECT_TRUE(hasNote(*layer, "geometry.unreadable"));
}

} // namespace
