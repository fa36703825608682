// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include "geometry/kernels.hpp"
#include "layers/inspect.hpp"

#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <numbers>

using namespace merestone;
using namespace merestone::test;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Intake, ArcsBecomeChordsWithAStatedTolerance) {
    const TempFolder folder;
    // A full circle of radius 100 m.
    writeSample(folder / "sites.gpkg", "GPKG",
                {{"CURVEPOLYGON(CIRCULARSTRING(407700 284200,407900 284200,407700 284200))", "A", 1, 1.0, ""},
                 {"COMPOUNDCURVE((407000 284000,407100 284000),CIRCULARSTRING(407100 284000,407200 284100,407300 "
                  "284000))",
                  "B", 1, 1.0, ""}});
    const LayerPtr layer = readLayer(requestFor(folder / "sites.gpkg"), RunContext{});
    ASSERT_EQ(layer->size(), 2U);
    // The chords lie at most r (1 - cos(0.5 degrees)) = 3.8 mm inside: the area is short by less than 2 pi r times
    // that.
    const double circle = std::numbers::pi * 1e4;
    EXPECT_LT(area(layer->geometry(), 0), circle);
    EXPECT_GT(area(layer->geometry(), 0), circle - 2 * std::numbers::pi * 100 * 0.004);
    EXPECT_EQ(layer->geometry().shape(1), Shape::line);
    EXPECT_NEAR(length(layer->geometry(), 1), 100 + std::numbers::pi * 100, 0.01);
    EXPECT_TRUE(contains(noteText(*layer, "geometry.curves"), "3.8 mm")) << noteText(*layer, "geometry.curves");
}

TEST(Intake, HeightsAndMeasuresAreDroppedAndTold) {
    const TempFolder folder;
    writeSample(folder / "z.gpkg", "GPKG", {{"POINT Z (407800 284200 12)", "A", 1, 1.0, ""}});
    LayerPtr layer = readLayer(requestFor(folder / "z.gpkg"), RunContext{});
    EXPECT_TRUE(hasNote(*layer, "geometry.z_dropped"));
    EXPECT_DOUBLE_EQ(layer->boxes()[0].minX, 407800.0);
    writeSample(folder / "m.gpkg", "GPKG", {{"LINESTRING ZM (407800 284200 1 2,407900 284200 3 4)", "A", 1, 1.0, ""}});
    layer = readLayer(requestFor(folder / "m.gpkg"), RunContext{});
    EXPECT_TRUE(hasNote(*layer, "geometry.m_dropped"));
    EXPECT_NEAR(length(layer->geometry(), 0), 100.0, 1e-9);
}

TEST(Intake, MixedAndMissingGeometry) {
    const TempFolder folder;
    writeSample(folder / "mixed.gpkg", "GPKG",
                {{"POINT(407800 284200)", "A", 1, 1.0, ""},
                 {square(407800, 284200, 10), "B", 1, 1.0, ""},
                 {"GEOMETRYCOLLECTION(POINT(407800 284200),LINESTRING(407800 284200,407810 284200))", "C", 1, 1.0, ""},
                 {"", "D", 1, 1.0, ""},
                 {"POLYGON EMPTY", "E", 1, 1.0, ""}});
    const LayerPtr layer = readLayer(requestFor(folder / "mixed.gpkg"), RunContext{});
    ASSERT_EQ(layer->size(), 5U);
    EXPECT_EQ(layer->geometry().shape(2), Shape::line);
    EXPECT_EQ(layer->state(3), GeometryState::empty);
    EXPECT_EQ(layer->state(4), GeometryState::empty);
    EXPECT_TRUE(hasNote(*layer, "geometry.mixed"));
    EXPECT_TRUE(hasNote(*layer, "geometry.types"));
    EXPECT_TRUE(contains(noteText(*layer, "geometry.empty"), "2 features"));
}

TEST(Intake, AllNullGeometryIsRead) {
    const TempFolder folder;
    writeSample(folder / "none.gpkg", "GPKG", {{"", "A", 1, 1.0, ""}, {"", "B", 1, 1.0, ""}});
    const LayerPtr layer = readLayer(requestFor(folder / "none.gpkg"), RunContext{});
    EXPECT_EQ(layer->size(), 2U);
    EXPECT_FALSE(layer->usable(0));
    EXPECT_TRUE(hasNote(*layer, "geometry.empty"));
}

class BadCoordinate : public testing::TestWithParam<double> {};

TEST_P(BadCoordinate, MakesTheFeatureUnreadableAndNothingElse) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile",
                {{square(407800, 284200, 10), "A", 1, 1.0, ""}, {square(407900, 284200, 10), "B", 1, 1.0, ""}});
    std::string bytes = readText(folder / "sites.shp");
    // First record: header 100 + 8, shape type 4, box 32, counts 8, one part 4; then the second vertex's y.
    const std::size_t at = 100 + 8 + 4 + 32 + 8 + 4 + 16 + 8;
    const double value = GetParam();
    std::memcpy(bytes.data() + at, &value, sizeof value);
    writeText(folder / "sites.shp", bytes);
    LayerRequest request = requestFor(folder / "sites.shp");
    request.idField = "ref";
    const LayerPtr layer = readLayer(request, RunContext{});
    ASSERT_EQ(layer->size(), 2U);
    EXPECT_EQ(layer->state(0), GeometryState::unreadable);
    EXPECT_EQ(layer->state(1), GeometryState::valid);
    ASSERT_EQ(layer->defects().size(), 1U);
    EXPECT_FALSE(layer->defects()[0].reason.empty());
    EXPECT_EQ(layer->id(0), "A");
}

INSTANTIATE_TEST_SUITE_P(Values, BadCoordinate,
                         testing::Values(std::numeric_limits<double>::quiet_NaN(),
                                         std::numeric_limits<double>::infinity(), 1e300, -1e9));

TEST(Intake, BowTieIsRepairedOrLeftOutAndTold) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG",
                {{"POLYGON((407800 284200,407900 284300,407900 284200,407800 284300,407800 284200))", "A", 1, 1.0, ""},
                 {square(408000, 284200, 10), "B", 1, 1.0, ""}});
    LayerRequest request = requestFor(folder / "sites.gpkg");
    LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->state(0), GeometryState::repaired);
    EXPECT_NEAR(area(layer->geometry(), 0), 5000.0, 1e-6);
    ASSERT_EQ(layer->defects().size(), 1U);
    EXPECT_TRUE(hasNote(*layer, "geometry.invalid"));
    request.invalid = InvalidPolicy::leaveOut;
    layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->state(0), GeometryState::leftOut);
    EXPECT_FALSE(layer->usable(0));
    EXPECT_TRUE(layer->usable(1));
}

TEST(Intake, RepeatedAndMissingIdsAreToldWithExamples) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG",
                {{square(407800, 284200, 10), "S4", 1, 1.0, ""},
                 {square(407900, 284200, 10), "S4", 2, 1.0, ""},
                 {square(408000, 284200, 10), "S5", 2, 1.0, ""},
                 {square(408100, 284200, 10), "S4", 3, 1.0, ""}});
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.idField = "ref";
    LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_TRUE(contains(noteText(*layer, "id.duplicate"), "2 features repeat"));
    EXPECT_TRUE(contains(noteText(*layer, "id.duplicate"), "(S4)"));
    request.idField = "dwellings";
    layer = readLayer(request, RunContext{});
    EXPECT_TRUE(contains(noteText(*layer, "id.duplicate"), "(2)"));
    EXPECT_EQ(layer->id(1), "2");
    runSql(folder / "sites.gpkg", "UPDATE sites SET dwellings = NULL WHERE fid = 3");
    layer = readLayer(request, RunContext{});
    EXPECT_TRUE(hasNote(*layer, "id.missing"));
    EXPECT_EQ(layer->id(2), "3"); // the number of the row
}

TEST(Encoding, WrongBytesAreReplacedAndCounted) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", {{"POINT(407800 284200)", "Caf\xC3\xA9", 1, 1.0, ""}},
                {.layerOptions = {"ENCODING=CP1252"}});
    writeText(folder / "sites.cpg", "UTF-8"); // the wrong one
    LayerRequest request = requestFor(folder / "sites.shp");
    request.idField = "ref";
    LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->id(0), "Caf\xEF\xBF\xBD");
    EXPECT_TRUE(hasNote(*layer, "encoding.replaced"));
    request.encoding = "CP1252";
    layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->id(0), "Caf\xC3\xA9");
    EXPECT_FALSE(hasNote(*layer, "encoding.replaced"));
}

TEST(Encoding, Utf8ThatIsStatedAsLatin1IsGuessed) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", {{"POINT(407800 284200)", "Caf\xC3\xA9", 1, 1.0, ""}},
                {.layerOptions = {"ENCODING=UTF-8"}});
    std::filesystem::remove(folder / "sites.cpg");
    std::string dbf = readText(folder / "sites.dbf");
    dbf[29] = 0x57; // the language driver says Latin-1
    writeText(folder / "sites.dbf", dbf);
    LayerRequest request = requestFor(folder / "sites.shp");
    request.idField = "ref";
    LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_TRUE(contains(noteText(*layer, "encoding.guess"), "`encoding: UTF-8`"));
    request.encoding = "UTF-8";
    layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->id(0), "Caf\xC3\xA9");
}

TEST(Encoding, OfACsvFileCanBeNamed) {
    const TempFolder folder;
    writeText(folder / "t.csv", "x,y,ref\n407800,284200,Caf\xE9\n");
    LayerRequest request = requestFor(folder / "t.csv");
    request.declaredCrs = "EPSG:27700";
    request.idField = "ref";
    EXPECT_EQ(readLayer(request, RunContext{})->id(0), "Caf\xEF\xBF\xBD");
    request.encoding = "ISO-8859-1";
    EXPECT_EQ(readLayer(request, RunContext{})->id(0), "Caf\xC3\xA9");
}

TEST(Inspect, LooksOverEveryLayer) {
    const TempFolder folder;
    writeSample(folder / "plan.gpkg", "GPKG",
                {{square(407800, 284200, 10), "A", 1, 0.5, "2031/03/31"},
                 {square(407900, 284200, 10), "A", 5, std::nullopt, ""}});
    writeSample(folder / "plan.gpkg", "GPKG", {{"POINT(-1.88 52.45)", "P", 1, 1.0, ""}},
                {.layer = "wrong", .append = true});
    LayerRequest request = requestFor(folder / "plan.gpkg");
    request.name.clear();
    const std::vector<InspectedLayer> layers = inspectSource(request, RunContext{});
    ASSERT_EQ(layers.size(), 2U);
    EXPECT_EQ(layers[0].description.layer, "sites");
    ASSERT_NE(layers[0].layer, nullptr);
    ASSERT_EQ(layers[0].fields.size(), 4U);
    EXPECT_EQ(layers[0].fields[0].distinct, 1U);
    EXPECT_EQ(layers[0].fields[1].minimum, 1.0);
    EXPECT_EQ(layers[0].fields[1].maximum, 5.0);
    EXPECT_EQ(layers[0].fields[2].nulls, 1U);
    EXPECT_EQ(layers[0].fields[3].example, "2031-03-31");
    EXPECT_EQ(layers[1].layer, nullptr);
    EXPECT_TRUE(contains(layers[1].error, "degrees")) << layers[1].error;
    ASSERT_FALSE(layers[1].guesses.empty());
    EXPECT_EQ(layers[1].guesses[0].crs, "EPSG:4326");
    EXPECT_DOUBLE_EQ(layers[1].guesses[0].share, 1.0);
    ASSERT_FALSE(layers[1].notes.empty());
}

TEST(Inspect, CountsRepeatedIds) {
    const TempFolder folder;
    writeSample(folder / "plan.gpkg", "GPKG",
                {{square(407800, 284200, 10), "A", 1, 0.5, ""}, {square(407900, 284200, 10), "A", 5, 0.5, ""}});
    LayerRequest request = requestFor(folder / "plan.gpkg");
    request.idField = "ref";
    EXPECT_EQ(inspectSource(request, RunContext{})[0].duplicateIds, 1U);
}

TEST(Inspect, UnreadableFileGivesOneEntryWithTheError) {
    const TempFolder folder;
    writeText(folder / "x.gpkg", "this is no database, but a sentence");
    const std::vector<InspectedLayer> layers = inspectSource(requestFor(folder / "x.gpkg"), RunContext{});
    ASSERT_EQ(layers.size(), 1U);
    EXPECT_TRUE(contains(layers[0].error, "x.gpkg"));
}

} // namespace
