// SPDX-License-Identifier: MIT
#include "exchange/export/format_folders.hpp"

#include "base/text.hpp"
#include "exchange/csv/planning_data.hpp"
#include "exchange/csv/table_csv.hpp"
#include "exchange/export/export_texts.hpp"
#include "exchange/export/text_file.hpp"
#include "exchange/export/zip_file.hpp"
#include "exchange/geojson/geojson_file.hpp"
#include "exchange/shapefile/shapefile_writer.hpp"
#include "exchange/shapefile/short_names.hpp"
#include "exchange/style/qml.hpp"
#include "exchange/style/sld.hpp"
#include "exchange/style/table_style.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr const char* kLicenceFile = "LICENCE.txt";

/// Makes a folder with the licences of all tables in it.
std::filesystem::path makeFolder(const std::filesystem::path& folder, const char* name, const ExportContent& content,
                                 ExportReport& report) {
    std::filesystem::create_directory(folder / name);
    writeTextFile(folder / name / kLicenceFile, licenceText(content));
    report.files.push_back({std::string(name) + "/" + kLicenceFile, "text", "", 0});
    return folder / name;
}

/// Licence, and what the fields are really called.
std::string shapefileNotes(const ExportContent& content, const ExportTable& table) {
    std::string text = licenceText(content.plan, table) + "Text: UTF-8\n\nFields\n";
    const std::vector<std::string> names = shapefileNames(table);
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += "  " + names[i] + (names[i] == table.fields[i].name ? "" : " = " + table.fields[i].name) + "\n";
    }
    return text;
}

LayerStyle shapefileStyle(const ExportTable& table, std::size_t position) {
    const std::vector<std::string> names = shapefileNames(table);
    LayerStyle style = tableStyle(table, position, [&](const ExportField& field) {
        return names[static_cast<std::size_t>(&field - table.fields.data())];
    });
    style.flagsAreNumbers = true;
    return style;
}

} // namespace

void writeShapefiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                     const RunContext& context) {
    constexpr const char* kFormat = "Shapefile";
    const std::filesystem::path plain = makeFolder(folder, "shapefile", content, report);
    const std::filesystem::path zipped = makeFolder(folder, "shapefile-zip", content, report);
    report.losses.push_back({kFormat, "all tables", "", "feature numbers are counted anew from 0", 0});
    for (std::size_t i = 0; i < content.tables.size(); ++i) {
        const ExportTable& table = content.tables[i];
        context.report("writing shapefiles", 0.9);
        const auto files = writeShapefile(plain, table, content.plan.crs, report, context);
        const auto note = [&](const std::filesystem::path& file, const char* format, std::size_t rows) {
            report.files.push_back({file.lexically_relative(folder).generic_string(), format, table.name, rows});
        };
        ZipFile zip(zipped / (table.name + ".zip"));
        for (const std::filesystem::path& file : files) {
            const bool main = file.extension() == (table.shape == Shape::none ? ".dbf" : ".shp");
            note(file, kFormat, main ? table.rows.size() : 0);
            zip.add(file);
        }
        zip.add(table.name + ".txt", shapefileNotes(content, table));
        zip.close();
        note(zipped / (table.name + ".zip"), "zipped shapefile", table.rows.size());
        writeTextFile(plain / (table.name + ".txt"), shapefileNotes(content, table));
        note(plain / (table.name + ".txt"), "text", 0);
        if (table.shape != Shape::none) {
            const LayerStyle style = shapefileStyle(table, i);
            writeTextFile(plain / (table.name + ".qml"), qmlText(style));
            writeTextFile(plain / (table.name + ".sld"), sldText(style, table.name, table.title));
            note(plain / (table.name + ".qml"), "style", 0);
            note(plain / (table.name + ".sld"), "style", 0);
        }
    }
}

void writeGeoJsonFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                       const RunContext& context) {
    constexpr const char* kFormat = "GeoJSON";
    const std::filesystem::path own = makeFolder(folder, "geojson", content, report);
    const ToDegrees toDegrees(content.plan.crs);
    toDegrees.note(report, kFormat);
    report.losses.push_back(
        {kFormat, "all tables", "", "coordinates are rounded to seven decimals, about a centimetre", 0});
    for (const ExportTable& table : content.tables) {
        context.report("writing GeoJSON", 0.95);
        const std::string name = table.name + ".geojson";
        writeGeoJson(own / name, table, toDegrees, report, context);
        report.files.push_back({"geojson/" + name, kFormat, table.name, table.rows.size()});
    }
}

void writeCsvFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                   const RunContext& context) {
    constexpr const char* kFormat = "CSV";
    const std::filesystem::path own = makeFolder(folder, "csv", content, report);
    report.losses.push_back(
        {kFormat, "all tables", "", "coordinates are rounded to a millimetre; types of fields are not told", 0});
    for (const ExportTable& table : content.tables) {
        context.report("writing CSV", 0.97);
        const std::string name = table.name + ".csv";
        writeTableCsv(own / name, table, report, context);
        report.files.push_back({"csv/" + name, kFormat, table.name, table.rows.size()});
    }
}

void writePlanningDataFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report) {
    const std::filesystem::path own = makeFolder(folder, "planning-data", content, report);
    writePlanningData(own, content, ToDegrees(content.plan.crs), report);
}

} // namespace merestone
