// SPDX-License-Identifier: MIT
#include "engine/layers/sample_files.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cpl_string.h>
#include <fstream>
#include <gdal.h>
#include <gtest/gtest.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <sqlite3.h>
#include <sstream>
#include <unistd.h>

namespace merestone::test {

TempFolder::TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "merestone-layers-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
}

TempFolder::~TempFolder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

namespace {

void setFields(OGRFeatureH feature, const SampleRow& row) {
    const auto index = [feature](const char* name) { return OGR_F_GetFieldIndex(feature, name); };
    OGR_F_SetFieldString(feature, index("ref"), row.ref.c_str());
    if (row.dwellings) {
        OGR_F_SetFieldInteger(feature, index("dwellings"), *row.dwellings);
    }
    if (row.ratio) {
        OGR_F_SetFieldDouble(feature, index("ratio"), *row.ratio);
    }
    if (!row.opened.empty()) {
        OGR_F_SetFieldString(feature, index("opened"), row.opened.c_str());
    }
}

void addField(OGRLayerH layer, const char* name, OGRFieldType type) {
    OGRFieldDefnH field = OGR_Fld_Create(name, type);
    EXPECT_EQ(OGR_L_CreateField(layer, field, TRUE), OGRERR_NONE) << name;
    OGR_Fld_Destroy(field);
}

OGRwkbGeometryType commonType(const std::vector<SampleRow>& rows) {
    OGRwkbGeometryType common = wkbNone;
    for (const SampleRow& row : rows) {
        if (row.wkt.empty()) {
            continue;
        }
        std::string text = row.wkt;
        char* rest = text.data();
        OGRGeometryH geometry = nullptr;
        OGR_G_CreateFromWkt(&rest, nullptr, &geometry);
        const OGRwkbGeometryType type = geometry == nullptr ? wkbUnknown : OGR_G_GetGeometryType(geometry);
        OGR_G_DestroyGeometry(geometry);
        common = common == wkbNone || common == type ? type : wkbUnknown;
    }
    return common == wkbNone ? wkbUnknown : common;
}

} // namespace

void writeSample(const std::filesystem::path& path, const char* driver, const std::vector<SampleRow>& rows,
                 const WriteOptions& options) {
    GDALAllRegister();
    const GDALDriverH handle = GDALGetDriverByName(driver);
    ASSERT_NE(handle, nullptr) << driver;
    const GDALDatasetH dataset =
        options.append ? GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr)
                       : GDALCreate(handle, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    ASSERT_NE(dataset, nullptr) << path;
    OGRSpatialReferenceH srs = nullptr;
    if (options.epsg != 0) {
        srs = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(srs, options.epsg);
        OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
    }
    CPLStringList layerOptions;
    for (const std::string& option : options.layerOptions) {
        layerOptions.AddString(option.c_str());
    }
    const OGRLayerH layer =
        GDALDatasetCreateLayer(dataset, options.layer.c_str(), srs, commonType(rows), layerOptions.List());
    ASSERT_NE(layer, nullptr) << path;
    addField(layer, "ref", OFTString);
    addField(layer, "dwellings", OFTInteger);
    addField(layer, "ratio", OFTReal);
    addField(layer, "opened", OFTDate);
    GDALDatasetStartTransaction(dataset, FALSE);
    for (const SampleRow& row : rows) {
        const OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        setFields(feature, row);
        if (!row.wkt.empty()) {
            std::string text = row.wkt;
            char* rest = text.data();
            OGRGeometryH geometry = nullptr;
            ASSERT_EQ(OGR_G_CreateFromWkt(&rest, srs, &geometry), OGRERR_NONE) << row.wkt;
            OGR_F_SetGeometryDirectly(feature, geometry);
        }
        EXPECT_EQ(OGR_L_CreateFeature(layer, feature), OGRERR_NONE) << path;
        OGR_F_Destroy(feature);
    }
    GDALDatasetCommitTransaction(dataset);
    if (srs != nullptr) {
        OSRRelease(srs);
    }
    GDALClose(dataset);
}

void writeText(const std::filesystem::path& path, const std::string& text) {
    std::ofstream stream(path, std::ios::binary);
    stream << text;
    ASSERT_TRUE(stream.good()) << path;
}

std::string readText(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void runSql(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    // The triggers of a GeoPackage's index call functions that GDAL brings along; nothing here changes a shape.
    const auto zero = [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_int(context, 0); };
    for (const char* name : {"ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"}) {
        sqlite3_create_function(database, name, 1, SQLITE_UTF8, nullptr, zero, nullptr, nullptr);
    }
    char* message = nullptr;
    const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
    EXPECT_EQ(code, SQLITE_OK) << sql << ": " << (message == nullptr ? "" : message);
    sqlite3_free(message);
    sqlite3_close(database);
}

LayerRequest requestFor(const std::filesystem::path& path) {
    LayerRequest request;
    request.name = "sites";
    request.source = path.filename().string();
    request.baseDirectory = path.parent_path();
    return request;
}

std::string readError(const LayerRequest& request) {
    try {
        const LayerPtr layer = readLayer(request, RunContext{});
        EXPECT_NE(layer, nullptr);
    } catch (const Error& error) {
        const std::string text = error.what();
        EXPECT_EQ(text.find('\n'), std::string::npos) << text;
        EXPECT_EQ(printable(text), text);
        return text;
    }
    return {};
}

bool hasNote(const Layer& layer, const std::string& code) {
    return !noteText(layer, code).empty();
}

std::string noteText(const Layer& layer, const std::string& code) {
    for (const LayerNote& note : layer.info().notes) {
        if (note.code == code) {
            return note.text;
        }
    }
    return {};
}

std::string folderState(const std::filesystem::path& folder) {
    std::vector<std::string> lines;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        std::string line = entry.path().string();
        if (entry.is_regular_file()) {
            line += " " + std::to_string(std::hash<std::string>{}(readText(entry.path())));
        }
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    std::string state;
    for (const std::string& line : lines) {
        state += line + "\n";
    }
    return state;
}

std::string square(double x, double y, double side) {
    std::ostringstream text;
    text.precision(12);
    text << "POLYGON((" << x << " " << y << "," << x + side << " " << y << "," << x + side << " " << y + side << ","
         << x << " " << y + side << "," << x << " " << y << "))";
    return text.str();
}

} // namespace merestone::test
