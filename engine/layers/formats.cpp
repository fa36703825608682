// SPDX-License-Identifier: MIT
#include "layers/formats.hpp"

#include "base/text.hpp"

#include <array>
#include <mutex>
#include <ogrsf_frmts.h>

namespace merestone {

namespace {

constexpr std::string_view kReadable =
    "shapefiles (also zipped), GeoPackage, GeoJSON, FlatGeobuf, GML, CSV, KML, MapInfo, XLSX and ODS files can be read";

std::string suffixOf(const SourceFile& file) {
    return lowered(file.path.extension().string());
}

std::string_view withoutBom(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        text.remove_prefix(3);
    }
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

bool startsWith(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// The name of the root element without its prefix, e.g. "FeatureCollection"; empty if there is none in the head.
std::string_view rootElement(std::string_view xml) {
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
        if (at + 1 < xml.size() && (std::isalpha(static_cast<unsigned char>(xml[at + 1])) != 0 || xml[at + 1] == '_')) {
            std::string_view name = xml.substr(at + 1, xml.find_first_of(" \t\r\n/>", at + 1) - at - 1);
            const std::size_t colon = name.find(':');
            return colon == std::string_view::npos ? name : name.substr(colon + 1);
        }
        if (xml.substr(at, 4) == "<!--") {
            at = std::min(xml.find("-->", at), xml.size() - 1);
        }
    }
    return {};
}

Format xmlFormat(const LayerRequest& request, std::string_view xml) {
    if (xml.find("<!DOCTYPE") != std::string_view::npos || xml.find("<!ENTITY") != std::string_view::npos) {
        failRequest(request, "XML with a document type declaration is not read: remove the <!DOCTYPE …>");
    }
    const std::string_view root = rootElement(xml);
    if (root == "kml") {
        return Format::kml;
    }
    if (xml.find("http://www.opengis.net/gml") != std::string_view::npos && !startsWith(root, "OGR") &&
        root != "WFS_Capabilities") {
        return Format::gml;
    }
    failRequest(request, "this is XML with the root element <" + printable(root.substr(0, 40)) +
                             ">, neither GML nor KML: " + std::string(kReadable));
}

/// Zip containers tell what they are by the name of an entry near the start.
Format zipFormat(std::string_view head, const std::string& suffix) {
    if (suffix == ".xlsx" || suffix == ".xlsm" || head.find("[Content_Types].xml") != std::string_view::npos) {
        return Format::xlsx;
    }
    if (head.find("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") != std::string_view::npos) {
        return Format::ods;
    }
    if (suffix == ".kmz") {
        return Format::kml;
    }
    return Format::zip;
}

bool looksBinary(std::string_view head) {
    return head.substr(0, 4096).find('\0') != std::string_view::npos;
}

Format textFormat(const LayerRequest& request, const SourceFile& file, std::string_view text) {
    const std::string suffix = suffixOf(file);
    if (startsWith(lowered(text.substr(0, 6)), "!table")) {
        return Format::mapinfo;
    }
    if (suffix == ".mif" && startsWith(lowered(text.substr(0, 7)), "version")) {
        return Format::mapinfo;
    }
    if (suffix == ".csv" || suffix == ".tsv") {
        return Format::csv;
    }
    const std::string_view firstLine = text.substr(0, text.find_first_of("\r\n"));
    const bool otherFormat = suffix == ".shp" || suffix == ".gpkg" || suffix == ".fgb" || suffix == ".tab" ||
                             suffix == ".kml" || suffix == ".gml" || suffix == ".xlsx" || suffix == ".ods" ||
                             suffix == ".zip" || suffix == ".json" || suffix == ".geojson";
    if (!otherFormat && firstLine.find_first_of(",;\t|") != std::string_view::npos) {
        return Format::csv;
    }
    failRequest(request,
                "its content is not what the suffix '" + printable(suffix) + "' says: " + std::string(kReadable));
}

struct Drivers {
    Format format;
    const char* title;
    std::array<const char*, 2> names;
};

constexpr Drivers kDrivers[] = {
    {Format::shapefile, "a shapefile", {"ESRI Shapefile", nullptr}},
    {Format::geopackage, "a GeoPackage", {"GPKG", nullptr}},
    {Format::geojson, "a GeoJSON file", {"GeoJSON", nullptr}},
    {Format::flatgeobuf, "a FlatGeobuf file", {"FlatGeobuf", nullptr}},
    {Format::gml, "a GML file", {"GML", nullptr}},
    {Format::csv, "a CSV file", {"CSV", nullptr}},
    {Format::kml, "a KML file", {"LIBKML", "KML"}},
    {Format::mapinfo, "a MapInfo file", {"MapInfo File", nullptr}},
    {Format::xlsx, "an XLSX workbook", {"XLSX", nullptr}},
    {Format::ods, "an ODS workbook", {"ODS", nullptr}},
    {Format::postgres, "a PostGIS database", {"PostgreSQL", nullptr}},
    {Format::zip, "a zipped shapefile", {"ESRI Shapefile", nullptr}},
};

const Drivers& driversOf(Format format) {
    for (const Drivers& drivers : kDrivers) {
        if (drivers.format == format) {
            return drivers;
        }
    }
    return kDrivers[0];
}

/// Registers just the driver at hand: registering all that GDAL has takes longer than a small check.
void registerDriver(Format format) {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    switch (format) {
    case Format::shapefile:
    case Format::zip:
        return RegisterOGRShape();
    case Format::geopackage:
        return RegisterOGRGeoPackage();
    case Format::geojson:
        return RegisterOGRGeoJSON();
    case Format::flatgeobuf:
        return RegisterOGRFlatGeobuf();
    case Format::gml:
        return RegisterOGRGML();
    case Format::csv:
        return RegisterOGRCSV();
    case Format::kml:
        RegisterOGRLIBKML();
        return RegisterOGRKML();
    case Format::mapinfo:
        return RegisterOGRTAB();
    case Format::xlsx:
        return RegisterOGRXLSX();
    case Format::ods:
        return RegisterOGRODS();
    case Format::postgres:
        return RegisterOGRPG();
    }
}

} // namespace

std::string_view formatTitle(Format format) noexcept {
    return driversOf(format).title;
}

bool isTable(Format format) noexcept {
    return format == Format::csv || format == Format::xlsx || format == Format::ods;
}

Format detectFormat(const LayerRequest& request, const SourceFile& file) {
    const std::string_view head = file.head;
    if (startsWith(head, std::string_view("SQLite format 3\0", 16))) {
        return Format::geopackage;
    }
    if (startsWith(head, std::string_view("\0\0\x27\x0a", 4))) {
        return Format::shapefile;
    }
    if (startsWith(head, "fgb\x03")) {
        return Format::flatgeobuf;
    }
    if (startsWith(head, "PK\x03\x04")) {
        return zipFormat(head, suffixOf(file));
    }
    if (startsWith(head, "\xFF\xFE") || startsWith(head, "\xFE\xFF")) {
        failRequest(request, "the text is in UTF-16: save it as UTF-8");
    }
    const std::string_view text = withoutBom(head);
    if (startsWith(text, "{") || startsWith(text, "[")) {
        return Format::geojson;
    }
    if (startsWith(text, "<")) {
        return xmlFormat(request, text);
    }
    if (looksBinary(head)) {
        failRequest(request, "its format is not known: " + std::string(kReadable));
    }
    return textFormat(request, file, text);
}

std::vector<const char*> allowDrivers(Format format) {
    registerDriver(format);
    std::vector<const char*> names;
    for (const char* name : driversOf(format).names) {
        if (name != nullptr) {
            names.push_back(name);
        }
    }
    names.push_back(nullptr);
    return names;
}

} // namespace merestone
