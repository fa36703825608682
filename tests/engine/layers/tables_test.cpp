// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include "layers/inspect.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::test;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

LayerPtr readTable(const TempFolder& folder, const std::string& text, LayerRequest request = {}) {
    writeText(folder / "table.csv", text);
    request.name = "sites";
    request.source = "table.csv";
    request.baseDirectory = folder.path();
    request.allColumns = true;
    if (request.declaredCrs.empty()) {
        request.declaredCrs = "EPSG:27700";
    }
    return readLayer(request, RunContext{});
}

TEST(Csv, TypesFollowTheValues) {
    const TempFolder folder;
    const LayerPtr layer = readTable(folder, "x,y,count,code,ratio,listed,built,mixed,empty,huge\n"
                                             "407800,284200,12,007,0.5,true,2031-03-31,1,,12345678901234567890\n"
                                             "407900,284200,-3,012,1e3,FALSE,2026-09-01,two,,1\n"
                                             "408000,284200,,100,,,,3,,2\n");
    const auto type = [&](const char* name) { return layer->column(name)->type; };
    EXPECT_EQ(type("count"), ColumnType::integer);
    EXPECT_EQ(type("code"), ColumnType::text); // leading zeros: codes
    EXPECT_EQ(layer->column("code")->text(0), "007");
    EXPECT_EQ(type("ratio"), ColumnType::real);
    EXPECT_EQ(layer->column("ratio")->numbers[1], 1000.0);
    EXPECT_EQ(type("listed"), ColumnType::boolean);
    EXPECT_EQ(layer->column("listed")->numbers[1], 0.0);
    EXPECT_EQ(type("built"), ColumnType::date);
    EXPECT_EQ(layer->column("built")->text(0), "2031-03-31");
    EXPECT_EQ(type("mixed"), ColumnType::text);
    EXPECT_EQ(type("empty"), ColumnType::text);
    EXPECT_TRUE(layer->column("empty")->isNull(0));
    EXPECT_EQ(type("huge"), ColumnType::text); // more digits than a number holds
    EXPECT_TRUE(layer->column("count")->isNull(2));
}

TEST(Csv, ByteOrderMarkAndQuotedLinesAreHandled) {
    const TempFolder folder;
    const LayerPtr layer =
        readTable(folder, "\xEF\xBB\xBFname,easting,northing\r\n\"Hall, \"\"Old\"\"\r\nwing\",407800,284200\r\n");
    ASSERT_EQ(layer->size(), 1U);
    EXPECT_EQ(layer->columns()[0].name, "name");
    EXPECT_TRUE(contains(layer->column("name")->text(0), "Hall, \"Old\""));
    EXPECT_EQ(layer->boxes()[0].minX, 407800.0);
}

struct Names {
    const char* x;
    const char* y;
};
class UsualNames : public testing::TestWithParam<Names> {};

TEST_P(UsualNames, HoldTheCoordinates) {
    const TempFolder folder;
    const LayerPtr layer =
        readTable(folder, std::string("id,") + GetParam().y + "," + GetParam().x + "\n1,284200,407800\n");
    ASSERT_EQ(layer->size(), 1U);
    EXPECT_EQ(layer->boxes()[0].minX, 407800.0);
    EXPECT_EQ(layer->boxes()[0].minY, 284200.0);
}

INSTANTIATE_TEST_SUITE_P(Pairs, UsualNames,
                         testing::Values(Names{"X", "Y"}, Names{"Easting", "Northing"}, Names{"EASTINGS", "NORTHINGS"},
                                         Names{"GeoX", "GeoY"}, Names{"longitude", "latitude"}, Names{"lon", "lat"}),
                         [](const auto& test) { return std::string(test.param.x); });

TEST(Csv, WktColumnOfAnyKindOfShape) {
    const TempFolder folder;
    const LayerPtr layer =
        readTable(folder, "id;geometry\n1;POINT (407800 284200)\n"
                          "2;\"POLYGON ((407800 284200,407900 284200,407900 284300,407800 284200))\"\n"
                          "3;\"SRID=27700;LINESTRING(407800 284200,407900 284200)\"\n4;\n5;nonsense\n");
    ASSERT_EQ(layer->size(), 5U);
    EXPECT_EQ(layer->geometry().shape(0), Shape::point);
    EXPECT_EQ(layer->geometry().shape(1), Shape::polygon);
    EXPECT_EQ(layer->geometry().shape(2), Shape::line);
    EXPECT_EQ(layer->state(3), GeometryState::empty);
    EXPECT_EQ(layer->state(4), GeometryState::unreadable);
    EXPECT_TRUE(hasNote(*layer, "geometry.types"));
}

TEST(Csv, ColumnsAreTakenByNameWhenGiven) {
    const TempFolder folder;
    LayerRequest request;
    request.xField = "a";
    request.yField = "b";
    const LayerPtr layer = readTable(folder, "a,b,x,y\n407800,284200,1,2\n", request);
    EXPECT_EQ(layer->boxes()[0].minX, 407800.0);
    request = requestFor(folder / "table.csv");
    request.declaredCrs = "EPSG:27700";
    request.xField = "aa";
    request.yField = "b";
    EXPECT_TRUE(contains(readError(request), "no column 'aa' for `x:`"));
    request.xField = "a";
    request.yField = "";
    EXPECT_TRUE(contains(readError(request), "`x:` and `y:` go together"));
}

TEST(Csv, CoordinatesThatAreNoNumbersAreTold) {
    const TempFolder folder;
    const LayerPtr layer = readTable(
        folder, "id,x,y\n1,407800,284200\n2,about here,284200\n3,,\n4,407800,\n5,nan,284200\n6,1e300,284200\n");
    ASSERT_EQ(layer->size(), 6U);
    EXPECT_TRUE(layer->usable(0));
    EXPECT_EQ(layer->state(1), GeometryState::unreadable);
    EXPECT_TRUE(contains(layer->defects()[0].reason, "about here")) << layer->defects()[0].reason;
    EXPECT_EQ(layer->state(2), GeometryState::empty);
    EXPECT_EQ(layer->state(3), GeometryState::unreadable);
    EXPECT_FALSE(layer->usable(4));
    EXPECT_EQ(layer->state(5), GeometryState::unreadable);
}

TEST(Csv, WithoutGeometryIsATableOrAnError) {
    const TempFolder folder;
    writeText(folder / "table.csv", "ward,people\nA,12\nB,15\n");
    LayerRequest request = requestFor(folder / "table.csv");
    EXPECT_TRUE(contains(readError(request), "no geometry"));
    request.needsGeometry = false;
    request.columns = {"people"};
    const LayerPtr layer = readLayer(request, RunContext{});
    ASSERT_EQ(layer->size(), 2U);
    EXPECT_EQ(layer->column("people")->numbers[1], 15.0);
    EXPECT_EQ(layer->state(0), GeometryState::empty);
    EXPECT_FALSE(hasNote(*layer, "geometry.empty")) << "nobody asked for geometry";
}

TEST(Csv, NoCrsGivesTheGuess) {
    const TempFolder folder;
    writeText(folder / "table.csv", "id,longitude,latitude\n1,-1.88,52.45\n2,-1.87,52.46\n");
    const std::string error = readError(requestFor(folder / "table.csv"));
    EXPECT_TRUE(contains(error, "100 % of the points fall in Great Britain as EPSG:4326")) << error;
    EXPECT_TRUE(contains(error, "set `crs: EPSG:4326`")) << error;
}

TEST(Csv, ConditionSeesTheTypesThatWeSee) {
    const TempFolder folder;
    LayerRequest request;
    request.where = "count > 9 AND code = '007'";
    const LayerPtr layer =
        readTable(folder, "x,y,count,code\n407800,284200,12,007\n407801,284200,5,007\n407802,284200,100,7\n", request);
    ASSERT_EQ(layer->size(), 1U);
    EXPECT_EQ(layer->column("count")->numbers[0], 12.0);
    EXPECT_EQ(layer->column("code")->dictionary.size(), 1U) << "texts that no row uses are gone";
}

TEST(Csv, HeaderAloneIsALayerWithoutFeatures) {
    const TempFolder folder;
    EXPECT_EQ(readTable(folder, "id,x,y\n")->size(), 0U);
}

class Workbook : public testing::TestWithParam<const char*> {};

TEST_P(Workbook, IsReadWithItsHeader) {
    const TempFolder folder;
    const std::string file = std::string("sites.") + GetParam();
    const bool xlsx = std::string(GetParam()) == "xlsx";
    // Coordinates in the columns: the drivers write attributes alone.
    writeText(folder / "source.csv", "x,y,ref\n");
    writeSample(folder / file, xlsx ? "XLSX" : "ODS",
                {{"", "A", 407800, 284200.5, ""}, {"", "B", 407900, 284300.25, ""}, {"", "C", std::nullopt, 1.0, ""}});
    LayerRequest request = requestFor(folder / file);
    request.idField = "ref";
    request.xField = "dwellings";
    request.yField = "ratio";
    request.declaredCrs = "EPSG:27700";
    const LayerPtr layer = readLayer(request, RunContext{});
    ASSERT_EQ(layer->size(), 3U);
    EXPECT_EQ(layer->id(0), "A");
    EXPECT_DOUBLE_EQ(layer->boxes()[0].minX, 407800.0);
    EXPECT_DOUBLE_EQ(layer->boxes()[1].minY, 284300.25);
    EXPECT_EQ(layer->state(2), GeometryState::unreadable);
}

INSTANTIATE_TEST_SUITE_P(Formats, Workbook, testing::Values("xlsx", "ods"));

} // namespace
