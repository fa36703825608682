// SPDX-License-Identifier: MIT
#include "exchange/inspect_report.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace merestone;

namespace {

/// A table that could not be read because its CRS does not fit.
std::vector<InspectedSource> doubtfulSource() {
    InspectedLayer layer;
    layer.description.path = "data/homes.geojson";
    layer.description.driver = "GeoJSON";
    layer.description.layer = "homes";
    layer.description.geometryType = "Point";
    layer.description.crs = "EPSG:27700";
    layer.description.featureCount = 3;
    layer.description.extent = Box{-1.9, 52.4, -1.8, 52.5};
    layer.error = "the coordinates do not fit EPSG:27700";
    layer.guesses = {{"EPSG:4326", 1.0}, {"EPSG:27700", 0.0}};
    layer.fields = {{"dwellings", ColumnType::integer, 1, 2, "3", 3.0, 12.0},
                    {"street", ColumnType::text, 0, 3, "Clifton \x1b[2J Road", 0.0, 0.0}};
    layer.duplicateIds = 2;
    layer.notes = {{"geometry.z_dropped", "heights are not used", 3}};
    return {{"homes", "", {layer}}, {"missing.shp", "missing.shp: no such file", {}}};
}

} // namespace

TEST(InspectReport, TellsWhatIsThereAndWhatIsWrong) {
    std::ostringstream out;
    writeInspectText(out, doubtfulSource(), {});
    EXPECT_EQ(out.str(), R"(homes
  source    data/homes.geojson, layer homes (GeoJSON)
  geometry  Point, 3 stated
  CRS       EPSG:27700
  extent    -1.9 52.4 to -1.8 52.5
  fields    2
    dwellings                integer, 3 to 12, 2 different values, 1 empty
    street                   text, such as 'Clifton \x1B[2J Road', 3 different values
  ✗ the coordinates do not fit EPSG:27700
  ? 100 % of the points fall in the British Isles as EPSG:4326
  ? 0 % of the points fall in the British Isles as EPSG:27700
  ! 2 ids are used twice or more
  ! heights are not used

missing.shp
  ✗ missing.shp: no such file
)");
}

TEST(InspectReport, SaysTheSameAsJson) {
    std::ostringstream out;
    writeInspectJson(out, doubtfulSource());
    const auto json = nlohmann::json::parse(out.str());
    const auto& layer = json["sources"][0]["layers"][0];
    EXPECT_EQ(layer["source"], "data/homes.geojson");
    EXPECT_EQ(layer["features_stated"], 3);
    EXPECT_TRUE(layer["features_read"].is_null());
    EXPECT_EQ(layer["extent"][1], 52.4);
    EXPECT_EQ(layer["crs_guesses"][0]["share"], 1.0);
    EXPECT_EQ(layer["fields"][0]["maximum"], 12.0);
    EXPECT_TRUE(layer["fields"][1]["maximum"].is_null());
    EXPECT_EQ(layer["notes"][0]["code"], "geometry.z_dropped");
    EXPECT_EQ(json["sources"][1]["error"], "missing.shp: no such file");
}

TEST(InspectReport, SaysThatACoordinateSystemIsMissing) {
    std::vector<InspectedSource> sources = doubtfulSource();
    sources[0].layers[0].description.crs.clear();
    std::ostringstream out;
    writeInspectText(out, sources, {});
    EXPECT_NE(out.str().find("none: set crs: on the layer"), std::string::npos);
}
