// SPDX-License-Identifier: MIT
#include "exchange/export/export_plan.hpp"

#include "base/error.hpp"
#include "exchange/export/export_texts.hpp"
#include "exchange/export/format_folders.hpp"
#include "exchange/export/plan_tables.hpp"
#include "exchange/export/run_tables.hpp"
#include "exchange/export/text_file.hpp"
#include "exchange/gpkg_writer.hpp"
#include "exchange/qgis/project.hpp"
#include "exchange/style/package_styles.hpp"
#include "exchange/style/qml.hpp"
#include "exchange/style/sld.hpp"
#include "exchange/style/table_style.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace merestone {

namespace {

constexpr const char* kManifest = "export.json";
constexpr const char* kPackage = "plan.gpkg";
constexpr const char* kProject = "plan.qgz";
constexpr const char* kStyles = "styles";
constexpr std::uintmax_t kMostManifestBytes = std::uintmax_t{16} << 20;

/// Styles as files, for other programs and for layers that have left the GeoPackage.
void writeStyleFiles(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report) {
    std::filesystem::create_directory(folder / kStyles);
    for (std::size_t i = 0; i < content.tables.size(); ++i) {
        const ExportTable& table = content.tables[i];
        if (table.shape == Shape::none) {
            continue;
        }
        const LayerStyle style = tableStyle(table, i);
        const std::string base = std::string(kStyles) + "/" + table.name;
        writeTextFile(folder / (base + ".qml"), qmlText(style));
        writeTextFile(folder / (base + ".sld"), sldText(style, table.name, table.title));
        report.files.push_back({base + ".qml", "style", table.name, 0});
        report.files.push_back({base + ".sld", "style", table.name, 0});
    }
}

void writeGeoPackage(const std::filesystem::path& folder, const ExportContent& content, ExportReport& report,
                     const RunContext& context) {
    GpkgWriter writer(folder / kPackage, content.plan.crs, kPackage);
    std::size_t rows = 0;
    for (const ExportTable& table : content.tables) {
        context.report("writing " + table.name, 0.9);
        writer.write(table, context);
        rows += table.rows.size();
    }
    writer.write(packageStyles(content.tables));
    writer.close();
    report.files.push_back({kPackage, "GeoPackage", "", rows});
    context.report("writing the QGIS project", 0.95);
    writeProject(folder / kProject, content, kPackage);
    report.files.push_back({kProject, "QGIS project", "", 0});
    writeStyleFiles(folder, content, report);
}

std::string manifestText(const ExportContent& content, const ExportReport& report) {
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const ExportedFile& file : report.files) {
        nlohmann::ordered_json entry{{"path", file.path}, {"format", file.format}};
        if (!file.table.empty()) {
            entry["table"] = file.table;
        }
        entry["features"] = file.features;
        files.push_back(std::move(entry));
    }
    nlohmann::ordered_json losses = nlohmann::ordered_json::array();
    for (const ExportLoss& loss : report.losses) {
        losses.push_back({{"format", loss.format},
                          {"table", loss.table},
                          {"field", loss.field},
                          {"what", loss.what},
                          {"count", loss.count}});
    }
    nlohmann::ordered_json renamed = nlohmann::ordered_json::array();
    for (const RenamedField& field : report.renamed) {
        renamed.push_back(
            {{"format", field.format}, {"table", field.table}, {"field", field.field}, {"name", field.name}});
    }
    nlohmann::ordered_json manifest{
        {"merestone_export", 1},        {"plan", content.plan.summary.title}, {"licence", content.plan.summary.licence},
        {"crs", content.plan.crs},      {"files", std::move(files)},          {"losses", std::move(losses)},
        {"renamed", std::move(renamed)}};
    return manifest.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

ExportContent exportContent(const Plan& plan, const RunResult& run, std::vector<ExportTable> layers) {
    ExportContent content{plan, run, runTables(run)};
    for (ExportTable& table : content.tables) {
        table.licence = plan.summary.licence;
    }
    for (ExportTable& table : layers) {
        if (table.licence.empty() && table.kind == ExportTable::Kind::drawing) {
            table.licence = plan.summary.licence; // the plan's own drawings go under the plan's terms
        }
        content.tables.push_back(std::move(table));
    }
    settleNames(content.tables);
    return content;
}

void writeExport(const std::filesystem::path& folder, const ExportContent& content,
                 const std::set<ExportFormat>& formats, ExportReport& report, const RunContext& context) {
    if (formats.contains(ExportFormat::geopackage)) {
        writeGeoPackage(folder, content, report, context);
    }
    if (formats.contains(ExportFormat::shapefile)) {
        writeShapefiles(folder, content, report, context);
    }
    if (formats.contains(ExportFormat::geojson)) {
        writeGeoJsonFiles(folder, content, report, context);
    }
    if (formats.contains(ExportFormat::csv)) {
        writeCsvFiles(folder, content, report, context);
    }
    if (formats.contains(ExportFormat::planningData)) {
        writePlanningDataFiles(folder, content, report);
    }
    for (const char* name : {kManifest, kReportFile, kReadmeFile}) {
        report.files.insert(report.files.begin(), {name, "text", "", 0});
    }
    writeTextFile(folder / kReadmeFile, readmeText(content, report));
    writeTextFile(folder / kReportFile, lossText(content, report));
    writeTextFile(folder / kManifest, manifestText(content, report));
    context.throwIfStopped();
}

std::vector<std::string> exportedFiles(const std::filesystem::path& folder) {
    std::error_code error;
    const std::filesystem::path file = folder / kManifest;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error || size > kMostManifestBytes || std::filesystem::is_symlink(file)) {
        return {};
    }
    std::ifstream in(file, std::ios::binary);
    const nlohmann::json manifest = nlohmann::json::parse(in, nullptr, false);
    if (!manifest.is_object() || !manifest.contains("merestone_export") || !manifest["files"].is_array()) {
        return {};
    }
    std::vector<std::string> names;
    for (const nlohmann::json& entry : manifest["files"]) {
        if (entry.is_object() && entry.contains("path") && entry["path"].is_string()) {
            names.push_back(entry["path"].get<std::string>());
        }
    }
    return names;
}

} // namespace merestone
