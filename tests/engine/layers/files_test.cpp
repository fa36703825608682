// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cpl_vsi.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace merestone;
using namespace merestone::test;

namespace {

const std::vector<SampleRow>& rows() {
    static const std::vector<SampleRow> data = [] {
        std::vector<SampleRow> result;
        for (int i = 0; i < 50; ++i) {
            result.push_back({square(407000 + 20 * i, 283000, 10), "R" + std::to_string(i), i, 0.5, ""});
        }
        return result;
    }();
    return data;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

void cut(const std::filesystem::path& path, double share) {
    const auto size = static_cast<double>(std::filesystem::file_size(path));
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size * share));
}

TEST(Files, MissingOneSuggestsTheNearest) {
    const TempFolder folder;
    writeText(folder / "parks.geojson", "{}");
    const std::string error = readError(requestFor(folder / "park.geojson"));
    EXPECT_TRUE(contains(error, "park.geojson: layer 'sites': there is no such file")) << error;
    EXPECT_TRUE(contains(error, "parks.geojson")) << error;
}

TEST(Files, WhatIsNoRegularFileIsRefusedAtOnce) {
    const TempFolder folder;
    std::filesystem::create_directory(folder / "folder.shp");
    EXPECT_TRUE(contains(readError(requestFor(folder / "folder.shp")), "folder"));
    ASSERT_EQ(::mkfifo((folder / "pipe.shp").c_str(), 0600), 0);
    EXPECT_TRUE(contains(readError(requestFor(folder / "pipe.shp")), "pipe or device"));
    std::filesystem::create_symlink("/dev/zero", folder / "zero.csv");
    EXPECT_TRUE(contains(readError(requestFor(folder / "zero.csv")), "pipe or device"));
    std::filesystem::create_symlink(folder / "b.shp", folder / "a.shp");
    std::filesystem::create_symlink(folder / "a.shp", folder / "b.shp");
    EXPECT_TRUE(contains(readError(requestFor(folder / "a.shp")), "circle"));
    writeText(folder / "empty.gpkg", "");
    EXPECT_TRUE(contains(readError(requestFor(folder / "empty.gpkg")), "empty"));
}

TEST(Files, PipeAsACompanionIsRefused) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    std::filesystem::remove(folder / "sites.dbf");
    ASSERT_EQ(::mkfifo((folder / "sites.dbf").c_str(), 0600), 0);
    EXPECT_TRUE(contains(readError(requestFor(folder / "sites.shp")), "sites.dbf is not a regular file"));
}

TEST(Files, LinkToARegularFileIsFollowed) {
    const TempFolder folder;
    writeSample(folder / "real.gpkg", "GPKG", rows());
    std::filesystem::create_symlink(folder / "real.gpkg", folder / "link.gpkg");
    EXPECT_EQ(readLayer(requestFor(folder / "link.gpkg"), RunContext{})->size(), rows().size());
}

TEST(Files, AddressesAndVirtualPathsAreRefused) {
    for (const char* source : {"https://localhost/x.geojson", "/vsicurl/http://localhost/x.gpkg", "/vsizip/x.zip/y.shp",
                               "/vsistdin/", "MEM:::DATAPOINTER=1", "GPKG:/etc/passwd:x", "WFS:http://localhost", ""}) {
        LayerRequest request;
        request.name = "sites";
        request.source = source;
        request.baseDirectory = "/tmp";
        EXPECT_NE(readError(request), "") << source;
    }
}

TEST(Files, DatabaseSourcesNeverShowAPassword) {
    LayerRequest request;
    request.name = "sites";
    request.source = "PG:host=localhost user=u password=s3cret dbname=d";
    const std::string error = readError(request);
    EXPECT_FALSE(contains(error, "s3cret")) << error;
    EXPECT_TRUE(contains(error, "PG:service=")) << error;
    request.source = "PG:service=no_such_service";
    EXPECT_TRUE(contains(readError(request), "PG:service=no_such_service"));
}

/// Descriptions of other data sources behind harmless suffixes. What they point to must not be read: it would give a
/// feature called "sentinel".
class Disguise : public testing::TestWithParam<const char*> {};

TEST_P(Disguise, DescriptionOfAnotherSourceIsNotFollowed) {
    const TempFolder folder;
    writeSample(folder / "secret.geojson", "GeoJSON", {{"POINT(-1.88 52.45)", "sentinel", 1, 1.0, ""}}, {.epsg = 4326});
    const std::string target = (folder / "secret.geojson").string();
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"sites\"><SrcDataSource>" + target +
                            "</SrcDataSource><SrcLayer>sites</SrcLayer></OGRVRTLayer></OGRVRTDataSource>";
    writeText(folder / GetParam(), vrt);
    const LayerRequest request = requestFor(folder / GetParam());
    const std::string error = readError(request);
    EXPECT_NE(error, "");
    EXPECT_FALSE(contains(error, "sentinel")) << error;
    const std::string wfs = "<OGRWFSDataSource><URL>http://localhost:9/wfs</URL></OGRWFSDataSource>";
    writeText(folder / GetParam(), wfs);
    EXPECT_NE(readError(request), "");
    writeText(folder / GetParam(), target);
    EXPECT_NE(readError(request), "");
}

INSTANTIATE_TEST_SUITE_P(Suffixes, Disguise,
                         testing::Values("x.shp", "x.gpkg", "x.csv", "x.geojson", "x.gml", "x.fgb", "x.kml", "x.tab",
                                         "x.xlsx", "x.resource", "x.vrt"),
                         [](const auto& test) { return std::string(test.param + 2); });

TEST(Files, XmlWithADocumentTypeIsRefused) {
    const TempFolder folder;
    writeText(folder / "x.gml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                "<FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">&e;</FeatureCollection>");
    EXPECT_TRUE(contains(readError(requestFor(folder / "x.gml")), "document type"));
}

TEST(Files, LinkedCrsIsNotFetched) {
    const TempFolder folder;
    writeText(
        folder / "x.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://localhost:9/crs","type":)"
        R"("proj4"}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":)"
        R"([-1.88,52.45]}}]})");
    const std::string error = readError(requestFor(folder / "x.geojson"));
    EXPECT_FALSE(contains(error, "refused")) << error; // no connection was tried
}

TEST(Shapefile, MissingIndexNamesTheRemedyAndChangesNothing) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    std::filesystem::remove(folder / "sites.shx");
    const std::string before = folderState(folder.path());
    const std::string error = readError(requestFor(folder / "sites.shp"));
    EXPECT_TRUE(contains(error, "SHAPE_RESTORE_SHX=YES ogrinfo")) << error;
    EXPECT_EQ(folderState(folder.path()), before);
}

TEST(Shapefile, WithoutAttributesIsReadWithANote) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    std::filesystem::remove(folder / "sites.dbf");
    const LayerPtr layer = readLayer(requestFor(folder / "sites.shp"), RunContext{});
    EXPECT_EQ(layer->size(), rows().size());
    EXPECT_TRUE(hasNote(*layer, "source.no_dbf"));
    LayerRequest request = requestFor(folder / "sites.shp");
    request.idField = "ref";
    EXPECT_TRUE(contains(readError(request), "no column 'ref'"));
}

class Truncated : public testing::TestWithParam<std::pair<const char*, double>> {};

TEST_P(Truncated, ShapefileNeverPassesSilently) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    cut(folder / (std::string("sites") + GetParam().first), GetParam().second);
    EXPECT_TRUE(contains(readError(requestFor(folder / "sites.shp")), "cut short"));
}

INSTANTIATE_TEST_SUITE_P(Parts, Truncated,
                         testing::Values(std::pair{".shp", 0.9}, std::pair{".shp", 0.01}, std::pair{".shx", 0.5},
                                         std::pair{".shx", 0.1}, std::pair{".dbf", 0.8}, std::pair{".dbf", 0.002}));

TEST(Shapefile, DamagedRecordIsAnError) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    std::string bytes = readText(folder / "sites.shp");
    for (std::size_t at = 100 + 8; at < 100 + 8 + 60; ++at) {
        bytes[at] = '\x7f';
    }
    writeText(folder / "sites.shp", bytes);
    try {
        const LayerPtr layer = readLayer(requestFor(folder / "sites.shp"), RunContext{});
        EXPECT_FALSE(layer->usable(0)) << "the first record was overwritten";
    } catch (const Error& error) {
        EXPECT_TRUE(contains(error.what(), "sites.shp"));
    }
}

TEST(Shapefile, DifferentCountsAreTold) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    std::string bytes = readText(folder / "sites.dbf");
    bytes[4] = 49; // one record fewer than shapes
    writeText(folder / "sites.dbf", bytes);
    const LayerPtr layer = readLayer(requestFor(folder / "sites.shp"), RunContext{});
    const std::string note = noteText(*layer, "count.disagrees");
    EXPECT_TRUE(contains(note, "50")) << note;
    EXPECT_TRUE(contains(note, "49")) << note;
}

TEST(Zip, BombsAreRefusedQuickly) {
    const TempFolder folder;
    const std::string zip = "/vsizip/" + (folder / "bomb.zip").string();
    VSILFILE* archive = VSIFOpenL(zip.c_str(), "wb");
    ASSERT_NE(archive, nullptr);
    const std::string zeros(std::size_t{1} << 20, '\0');
    for (const char* name : {"/sites.shp", "/sites.dbf"}) {
        VSILFILE* entry = VSIFOpenL((zip + name).c_str(), "wb");
        for (int i = 0; i < 80; ++i) {
            VSIFWriteL(zeros.data(), 1, zeros.size(), entry);
        }
        VSIFCloseL(entry);
    }
    VSIFCloseL(archive);
    EXPECT_TRUE(contains(readError(requestFor(folder / "bomb.zip")), "unpack"));
}

TEST(Zip, WithoutAShapefileSaysSo) {
    const TempFolder folder;
    const std::string zip = "/vsizip/" + (folder / "other.zip").string();
    VSILFILE* archive = VSIFOpenL(zip.c_str(), "wb");
    VSILFILE* entry = VSIFOpenL((zip + "/readme.txt").c_str(), "wb");
    VSIFWriteL("hello", 1, 5, entry);
    VSIFCloseL(entry);
    VSIFCloseL(archive);
    EXPECT_TRUE(contains(readError(requestFor(folder / "other.zip")), "no shapefile"));
    writeText(folder / "cut.zip", readText(folder / "other.zip").substr(0, 40));
    EXPECT_NE(readError(requestFor(folder / "cut.zip")), "");
}

TEST(Hash, IsThatOfTheFile) {
    const TempFolder folder;
    writeText(folder / "abc.csv", "abc");
    // FIPS 180-2, appendix B.1.
    EXPECT_EQ(fileSha256(requestFor(folder / "abc.csv")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, OfAShapefileCoversItsParts) {
    const TempFolder folder;
    writeSample(folder / "sites.shp", "ESRI Shapefile", rows());
    const std::string before = fileSha256(requestFor(folder / "sites.shp"));
    EXPECT_EQ(fileSha256(requestFor(folder / "sites.shp")), before);
    std::string bytes = readText(folder / "sites.dbf");
    bytes.back() = bytes.back() == 'x' ? 'y' : 'x';
    writeText(folder / "sites.dbf", bytes);
    EXPECT_NE(fileSha256(requestFor(folder / "sites.shp")), before);
}

TEST(Versions, NameTheLibraries) {
    std::vector<std::string> names;
    for (const auto& [name, version] : libraryVersions()) {
        names.push_back(name);
        EXPECT_FALSE(version.empty()) << name;
    }
    for (const char* name : {"GDAL", "PROJ", "GEOS"}) {
        EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
    }
}

} // namespace
