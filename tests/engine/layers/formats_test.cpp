// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"
#include "geometry/kernels.hpp"

#include <cpl_vsi.h>
#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::test;

namespace {

// Ids are unique, one value of each kind is null, one text is not ASCII.
const std::vector<SampleRow>& twins() {
    static const std::vector<SampleRow> rows = {
        {"POLYGON((407800 284200,407900 284200,407900 284300,407800 284300,407800 284200))", "S1", 40, 0.25,
         "2031/03/31"},
        {"POLYGON((408000 284200,408100 284200,408100 284250,408000 284200))", "S2", std::nullopt, 12.5, ""},
        {"POLYGON((408000 284400,408200 284400,408200 284600,408000 284600,408000 284400),"
         "(408050 284450,408050 284500,408100 284500,408100 284450,408050 284450))",
         "Caf\xC3\xA9", -3, std::nullopt, "2026/09/01"},
    };
    return rows;
}

struct Twin {
    const char* driver;
    const char* file;
    const char* readDriver;
    int epsg = 27700;
    bool types = true; ///< the format knows numbers and dates
    const char* layerOption = "";
    bool nulls = true; ///< the format knows empty numbers
};

class Twins : public testing::TestWithParam<Twin> {};

TEST_P(Twins, AreReadToTheSameFeatures) {
    const Twin& twin = GetParam();
    const TempFolder folder;
    WriteOptions options;
    options.epsg = twin.epsg;
    if (*twin.layerOption != '\0') {
        options.layerOptions.emplace_back(twin.layerOption);
    }
    std::vector<SampleRow> rows = twins();
    if (twin.epsg == 0) {
        options.epsg = 0;
    }
    writeSample(folder / twin.file, twin.driver, rows, options);
    const std::string before = folderState(folder.path());

    LayerRequest request = requestFor(folder / twin.file);
    request.idField = "ref";
    request.columns = {"dwellings", "ratio", "opened"};
    if (twin.epsg == 0) {
        request.declaredCrs = "EPSG:27700";
    }
    const LayerPtr layer = readLayer(request, RunContext{});

    ASSERT_EQ(layer->size(), 3U);
    EXPECT_EQ(layer->info().driver, twin.readDriver);
    EXPECT_EQ(layer->info().crs, "EPSG:27700");
    EXPECT_EQ(layer->id(0), "S1");
    EXPECT_EQ(layer->id(1), "S2");
    EXPECT_EQ(layer->id(2), "Caf\xC3\xA9");
    const Column& dwellings = *layer->column("dwellings");
    EXPECT_EQ(dwellings.text(0), "40");
    EXPECT_EQ(dwellings.isNull(1), twin.nulls);
    EXPECT_EQ(dwellings.text(2), "-3");
    const Column& ratio = *layer->column("ratio");
    EXPECT_EQ(ratio.text(0), "0.25");
    EXPECT_EQ(ratio.text(1), "12.5");
    EXPECT_EQ(ratio.isNull(2), twin.nulls);
    const Column& opened = *layer->column("opened");
    if (twin.types) {
        EXPECT_EQ(opened.text(0), "2031-03-31");
        EXPECT_EQ(opened.type, ColumnType::date);
    }
    EXPECT_TRUE(opened.isNull(1));
    EXPECT_EQ(dwellings.type, ColumnType::integer);
    EXPECT_EQ(ratio.type, ColumnType::real);
    EXPECT_NEAR(area(layer->geometry(), 0), 10'000.0, 1e-4);
    EXPECT_NEAR(area(layer->geometry(), 1), 2'500.0, 1e-4);
    EXPECT_NEAR(area(layer->geometry(), 2), 37'500.0, 1e-4);
    EXPECT_NEAR(layer->boxes()[0].minX, 407800.0, 1e-6);
    EXPECT_EQ(folderState(folder.path()), before) << "reading changed the folder";
}

INSTANTIATE_TEST_SUITE_P(
    Drivers, Twins,
    testing::Values(Twin{"ESRI Shapefile", "sites.shp", "ESRI Shapefile", 27700, true, "ENCODING=UTF-8"},
                    Twin{"ESRI Shapefile", "sites.shz", "ESRI Shapefile", 27700, true, "ENCODING=UTF-8"},
                    Twin{"ESRI Shapefile", "sites.shp.zip", "ESRI Shapefile", 27700, true, "ENCODING=UTF-8"},
                    Twin{"GPKG", "sites.gpkg", "GPKG"}, Twin{"GeoJSON", "sites.geojson", "GeoJSON"},
                    Twin{"FlatGeobuf", "sites.fgb", "FlatGeobuf", 27700, true, "SPATIAL_INDEX=NO"},
                    Twin{"GML", "sites.gml", "GML", 27700, false},
                    Twin{"CSV", "sites.csv", "CSV", 0, false, "GEOMETRY=AS_WKT"},
                    Twin{"MapInfo File", "sites.tab", "MapInfo File", 27700, true, "ENCODING=CP1252", false}),
    [](const auto& test) {
        std::string name = std::string(test.param.readDriver) + test.param.file;
        std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
        return name;
    });

TEST(Formats, KmlInDegreesLandsWhereItShould) {
    const TempFolder folder;
    // The centre of Birmingham's Balsall Heath: 52.4562 N, 1.8853 W.
    writeSample(folder / "sites.kml", "LIBKML", {{"POINT(-1.8853 52.4562)", "S1", 1, 0.5, ""}}, {.epsg = 4326});
    LayerRequest request = requestFor(folder / "sites.kml");
    request.idField = "ref";
    const LayerPtr layer = readLayer(request, RunContext{});
    ASSERT_EQ(layer->size(), 1U);
    EXPECT_EQ(layer->id(0), "S1");
    // cs2cs with the Helmert transformation of EPSG:1314 gives 407890.5, 284256.2.
    EXPECT_NEAR(layer->boxes()[0].minX, 407891.0, 5.0);
    EXPECT_NEAR(layer->boxes()[0].minY, 284256.0, 5.0);
}

TEST(Formats, ZippedShapefileInASubfolderIsFound) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", twins());
    const std::string zip = "/vsizip/" + (folder / "data.zip").string();
    VSILFILE* archive = VSIFOpenL((zip).c_str(), "wb");
    ASSERT_NE(archive, nullptr);
    for (const char* suffix : {".shp", ".shx", ".dbf", ".prj"}) {
        const std::string bytes = readText(folder / ("sites" + std::string(suffix)));
        VSILFILE* entry = VSIFOpenL((zip + "/deep/er/sites" + suffix).c_str(), "wb");
        ASSERT_NE(entry, nullptr);
        VSIFWriteL(bytes.data(), 1, bytes.size(), entry);
        VSIFCloseL(entry);
    }
    VSIFCloseL(archive);
    LayerRequest request = requestFor(folder / "data.zip");
    request.idField = "ref";
    const LayerPtr layer = readLayer(request, RunContext{});
    ASSERT_EQ(layer->size(), 3U);
    EXPECT_EQ(layer->id(1), "S2");
}

TEST(Formats, ContentCountsAndNotTheSuffix) {
    const TempFolder folder;
    for (const auto& [driver, file] : {std::pair{"GPKG", "sites.gpkg"},
                                       {"GeoJSON", "sites.geojson"},
                                       {"FlatGeobuf", "sites.fgb"},
                                       {"XLSX", "sites.xlsx"},
                                       {"ODS", "sites.ods"}}) {
        WriteOptions options;
        if (std::string(driver) == "FlatGeobuf") {
            options.layerOptions = {"SPATIAL_INDEX=NO"}; // its index puts the features in another order
        }
        writeSample(folder / file, driver, twins(), options);
        std::filesystem::rename(folder / file, folder / (std::string(driver) + ".resource"));
        LayerRequest request = requestFor(folder / (std::string(driver) + ".resource"));
        request.needsGeometry = false;
        request.columns = {"dwellings"};
        const LayerPtr layer = readLayer(request, RunContext{});
        EXPECT_EQ(layer->info().driver, driver);
        ASSERT_EQ(layer->size(), 3U) << driver;
        EXPECT_EQ(layer->column("dwellings")->text(0), "40") << driver;
    }
}

TEST(Formats, SeveralLayersNeedAName) {
    const TempFolder folder;
    writeSample(folder / "plan.gpkg", "GPKG", twins(), {.layer = "sites"});
    writeSample(folder / "plan.gpkg", "GPKG", twins(), {.layer = "parks", .append = true});
    LayerRequest request = requestFor(folder / "plan.gpkg");
    const std::string error = readError(request);
    EXPECT_NE(error.find("sites"), std::string::npos) << error;
    EXPECT_NE(error.find("parks"), std::string::npos) << error;
    request.sourceLayer = "park";
    EXPECT_NE(readError(request).find("did you mean 'parks'"), std::string::npos);
    request.sourceLayer = "PARKS";
    EXPECT_EQ(readLayer(request, RunContext{})->size(), 3U);
}

TEST(Formats, UnknownColumnIsRefusedWithTheNearest) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", twins());
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.columns = {"dwelings"};
    const std::string error = readError(request);
    EXPECT_NE(error.find("sites.gpkg"), std::string::npos) << error;
    EXPECT_NE(error.find("did you mean 'dwellings'"), std::string::npos) << error;
}

TEST(Formats, OnlyTheColumnsAskedForAreRead) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", twins());
    LayerRequest request = requestFor(folder / "sites.gpkg");
    request.columns = {"ratio"};
    request.where = "dwellings > 0";
    const LayerPtr layer = readLayer(request, RunContext{});
    EXPECT_EQ(layer->columns().size(), 1U);
    EXPECT_EQ(layer->size(), 1U);
    EXPECT_EQ(layer->info().undecided, 1U); // S2 has no number of dwellings
    EXPECT_TRUE(hasNote(*layer, "where.undecided"));
}

TEST(Formats, DescribesWithoutReading) {
    const TempFolder folder;
    writeSample(folder / "sites.gpkg", "GPKG", twins());
    const SourceDescription description = describeSource(requestFor(folder / "sites.gpkg"));
    EXPECT_EQ(description.driver, "GPKG");
    EXPECT_EQ(description.layer, "sites");
    EXPECT_EQ(description.geometryType, "Polygon");
    EXPECT_EQ(description.crs, "EPSG:27700");
    EXPECT_EQ(description.featureCount, 3);
    ASSERT_EQ(description.fields.size(), 4U);
    EXPECT_EQ(description.fields[1].name, "dwellings");
    EXPECT_EQ(description.fields[1].type, ColumnType::integer);
    EXPECT_EQ(description.fields[3].type, ColumnType::date);
    ASSERT_TRUE(description.extent.has_value());
    EXPECT_NEAR(description.extent->minX, 407800.0, 1e-6);
}

} // namespace
