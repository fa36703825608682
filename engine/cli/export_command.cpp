// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/layer_request.hpp"
#include "cli/result_output.hpp"
#include "exchange/export/export_plan.hpp"
#include "exchange/export/export_texts.hpp"
#include "exchange/export/plan_tables.hpp"
#include "exchange/staged_folder.hpp"
#include "layers/database_name.hpp"
#include "plan/dates.hpp"
#include "rules/checker.hpp"

#include <map>

namespace merestone::cli {

namespace {

CheckOptions checkOptions(const Options& options) {
    if (!options.today.empty() && !isIsoDate(options.today)) {
        throw Error(ErrorCode::usage, "--today: '" + printable(options.today) + "' is not a date such as 2026-09-01");
    }
    CheckOptions result;
    result.scope = options.scope == Reach::area ? Scope::area : Scope::everything;
    result.today = options.today;
    result.loadEverything = true;
    return result;
}

std::set<ExportFormat> formatsOf(const Options& options) {
    static const std::map<std::string, ExportFormat> kFormats{{"gpkg", ExportFormat::geopackage},
                                                              {"shapefile", ExportFormat::shapefile},
                                                              {"geojson", ExportFormat::geojson},
                                                              {"csv", ExportFormat::csv},
                                                              {"planning-data", ExportFormat::planningData}};
    std::set<ExportFormat> formats;
    for (const std::string& name : options.exportFormats) {
        formats.insert(kFormats.at(name));
    }
    if (formats.empty()) {
        for (const auto& [name, format] : kFormats) {
            formats.insert(format);
        }
    }
    return formats;
}

std::string statedType(const LayerSpec& spec, const Plan& plan, const RunContext& context) {
    return describeSource(wholeLayer(spec, plan), context).geometryType;
}

LayerPtr readWhole(const LayerSpec& spec, const Plan& plan, const RunContext& context) {
    context.report("reading " + spec.name, 0.8);
    LayerRequest request = wholeLayer(spec, plan);
    request.needsGeometry = statedType(spec, plan, context) != "None";
    return readLayer(request, context);
}

} // namespace

int runExport(const Options& options, const RunContext& context) {
    const CheckOptions asked = checkOptions(options);
    if (isDatabaseName(options.exportFolder)) {
        throw Error(ErrorCode::usage,
                    "--to names a folder; findings go into a database by 'merestone check PLAN --save "
                    "PG:service=NAME'");
    }
    Plan plan = planFor(options, options.targets.front());
    StagedFolder folder(options.exportFolder, exportedFiles);
    ResultOutput output("");

    Checker checker(std::move(plan), asked);
    checker.load(context);
    const RunResult run = checker.run(context);

    ExportReport report;
    const Plan& read = checker.plan();
    // Checked everywhere, the layers have been read whole already.
    const bool readAgain = options.wholeLayers && asked.scope != Scope::everything;
    const auto layer = [&](const LayerSpec& spec) {
        return readAgain && !isPlanRole(spec.role) ? readWhole(spec, read, context) : checker.layer(spec.name);
    };
    const auto geometryType = [&](const LayerSpec& spec) { return statedType(spec, read, context); };
    const ExportContent content = exportContent(read, run, planTables(read, layer, geometryType, report));
    writeExport(folder.path(), content, formatsOf(options), report, context);
    folder.commit();
    output.write([&](std::ostream& out) {
        if (!options.quiet) {
            out << lossText(content, report);
        }
        out << "Written: " << printable(folder.target().string()) << ", " << report.files.size() << " files\n";
    });
    return 0;
}

} // namespace merestone::cli
