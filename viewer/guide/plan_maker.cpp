// SPDX-License-Identifier: MIT
#include "guide/plan_maker.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/export/record_table.hpp"
#include "exchange/gpkg_writer.hpp"
#include "exchange/publish.hpp"
#include "layers/sha256.hpp"
#include "plan/plan_text.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <system_error>

namespace merestone::viewer {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCrs = "EPSG:27700";
/// Of the formats that consist of several files, all that may lie beside one another.
constexpr std::array<const char*, 14> kCompanions{".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn",
                                                  ".sbx", ".tab", ".dat", ".map", ".id",  ".ind", ".csvt"};

std::string textOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw Error(ErrorCode::output, printable(file.string()) + ": cannot be read; is it still there?");
    }
    return text.str();
}

void publishText(const fs::path& file, const std::string& text) {
    publishFile(file, [&](const fs::path& staged) {
        std::ofstream out(staged, std::ios::binary);
        out << text;
        if (!out.flush()) {
            throw Error(ErrorCode::output, printable(file.string()) + ": cannot be written; is the disk full?");
        }
    });
}

std::string hashOf(const fs::path& file) {
    Sha256 digest;
    digest.addFile(file);
    return digest.finish();
}

bool isThere(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(file, ignored));
}

[[noreturn]] void nameTaken(const fs::path& file) {
    throw Error(ErrorCode::output,
                printable(file.string()) + ": is there already and is left as it is; choose another folder or name");
}

std::string startText(const std::string& title) {
    return "# The plan of our neighbourhood, begun with the guide of merestone-viewer. A line that begins with '#' is "
           "a note "
           "to\n# people. Check the plan with: merestone check plan.yaml\n\n"
           "merestone: 1 # the format of this file; leave it as it is\n\n"
           "plan:\n  title: " +
           quotedYaml(title) +
           "\n  stage: drafting # then regulation-14, regulation-15, examination, made\n"
           "  crs: EPSG:27700 # the British National Grid, in metres\n\n"
           "# The maps. These three are what the plan itself draws; they are kept in plan.gpkg.\n"
           "layers:\n"
           "  area: {source: plan.gpkg, layer: neighbourhood_area, role: neighbourhood_area, name: name, complete: "
           "true}\n"
           "  sites: {source: plan.gpkg, layer: site_allocations, role: site_allocation, id: reference, name: "
           "site_name}\n"
           "  greens: {source: plan.gpkg, layer: local_green_spaces, role: local_green_space, id: reference, name: "
           "name}\n\n"
           "# The policies, each with the rules that it sets. Figures carry their unit: 400 m, 0.2 ha, 10 %.\n"
           "policies:\n";
}

/// A drawing of the plan, perhaps without any feature yet.
void writeDrawing(GpkgWriter& writer, RecordTable&& table, const char* title) {
    writer.write(table.take(ExportTable::Kind::drawing, Shape::polygon, title, "", kCrs));
}

void writeDrawings(const fs::path& file, const PlanStart& start) {
    GpkgWriter writer(file, kCrs, "plan.gpkg");
    RecordTable area("neighbourhood_area", {{"name"}});
    if (start.boundary != nullptr) {
        PackedGeometry shape;
        shape.append(start.boundary->geometry(), start.row);
        area.text(start.areaName.empty() ? start.title : start.areaName).endRow(shape);
    }
    writeDrawing(writer, std::move(area), "Neighbourhood area");
    writeDrawing(writer,
                 RecordTable("site_allocations", {{"reference"},
                                                  {"site_name"},
                                                  {"policy"},
                                                  {"land_use"},
                                                  {"dwellings", ColumnType::integer},
                                                  {"stated_ha", ColumnType::real}}),
                 "Site allocations");
    writeDrawing(writer, RecordTable("local_green_spaces", {{"reference"}, {"name"}, {"policy"}}),
                 "Local Green Spaces");
    writer.close();
}

bool makeFolder(const fs::path& folder) {
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::output,
                    printable(folder.string()) + ": cannot be made: " + error.message() + "; choose another folder");
    }
    return made;
}

/// Removes what a step that failed had made.
void removeFiles(const Written& step) noexcept {
    std::error_code ignored;
    for (const auto& [file, hash] : step.files) {
        fs::remove(file, ignored);
    }
    if (step.madeFolder) {
        fs::remove(step.plan.parent_path(), ignored); // only when nothing else is in it
    }
}

/// The file and what belongs to it.
std::vector<fs::path> partsOf(const fs::path& source) {
    const std::string suffix = lowered(source.extension().string());
    std::vector<fs::path> parts{source};
    if (suffix != ".shp" && suffix != ".tab" && suffix != ".csv") {
        return parts;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(source.parent_path())) {
        const fs::path& other = entry.path();
        const std::string ending = lowered(other.extension().string());
        const bool belongs = other.stem() == source.stem() && other != source &&
                             std::find(kCompanions.begin(), kCompanions.end(), ending) != kCompanions.end();
        const bool isOtherKind = suffix == ".csv" ? ending != ".csvt" : ending == ".csvt";
        if (belongs && !isOtherKind && entry.is_regular_file()) {
            parts.push_back(other);
        }
    }
    return parts;
}

/// Copies the source beside the plan. Gives the path that the plan file names.
std::string bringIn(const fs::path& source, Written& step, const RunContext& context) {
    const fs::path folder = fs::canonical(step.plan.parent_path());
    const fs::path relative = fs::canonical(source).lexically_relative(folder);
    if (!relative.empty() && *relative.begin() != "..") {
        return relative.generic_string();
    }
    const std::vector<fs::path> parts = partsOf(source);
    for (const fs::path& part : parts) {
        if (isThere(folder / part.filename())) {
            nameTaken(folder / part.filename());
        }
    }
    for (const fs::path& part : parts) {
        context.throwIfStopped();
        context.report("copying " + part.filename().string(), 0.5);
        const fs::path target = folder / part.filename();
        publishFile(target, [&part](const fs::path& staged) { fs::copy_file(part, staged); });
        step.files.emplace_back(target, hashOf(target));
    }
    return source.filename().string();
}

/// Reads the new text as a plan before it replaces one: what cannot be opened again is never written.
void replacePlan(Written& step, const OpenOptions& options) {
    (void)openPlanText(step.after, step.plan, options);
    publishText(step.plan, step.after);
}

} // namespace

Written makePlan(const PlanStart& start, const RunContext& context) {
    Written step;
    step.plan = start.folder / "plan.yaml";
    const fs::path drawings = start.folder / "plan.gpkg";
    for (const fs::path& file : {step.plan, drawings}) {
        if (isThere(file)) {
            nameTaken(file);
        }
    }
    try {
        step.madeFolder = makeFolder(start.folder);
        context.report("writing plan.gpkg", 0.5);
        publishFile(drawings, [&start](const fs::path& staged) { writeDrawings(staged, start); });
        step.files.emplace_back(drawings, hashOf(drawings));
        context.throwIfStopped();
        step.after = startText(start.title);
        replacePlan(step, {});
    } catch (...) {
        removeFiles(step);
        throw;
    }
    return step;
}

Written addReferenceLayer(const fs::path& plan, LayerSpec layer, const OpenOptions& options,
                          const RunContext& context) {
    Written step;
    step.plan = plan;
    step.before = textOf(plan);
    if (openPlanText(step.before, plan, options).findLayer(layer.name) != nullptr) {
        throw Error(ErrorCode::plan, printable(plan.string()) + ": has a layer '" + printable(layer.name) +
                                         "' already; choose another name");
    }
    try {
        layer.source.text = bringIn(layer.source.text, step, context);
        step.after = addLayer(step.before, plan.string(), layer);
        replacePlan(step, options);
    } catch (const fs::filesystem_error& error) {
        removeFiles(step);
        throw Error(ErrorCode::output, printable(error.path1().string()) + ": cannot be copied: " +
                                           error.code().message() + "; put it into the plan's folder yourself");
    } catch (...) {
        removeFiles(step);
        throw;
    }
    return step;
}

Written writePolicy(const fs::path& plan, const NewPolicy& policy, const OpenOptions& options) {
    Written step;
    step.plan = plan;
    step.before = textOf(plan);
    step.after = addPolicy(step.before, plan.string(), policy);
    replacePlan(step, options);
    return step;
}

void takeBack(const Written& step) {
    const auto changed = [](const fs::path& file) {
        throw Error(ErrorCode::usage,
                    printable(file.string()) +
                        ": has been changed since this step, which is left as it is; take out by hand "
                        "what you do not want");
    };
    if (textOf(step.plan) != step.after) {
        changed(step.plan);
    }
    for (const auto& [file, hash] : step.files) {
        if (isThere(file) && hashOf(file) != hash) {
            changed(file);
        }
    }
    if (step.before.empty()) {
        fs::remove(step.plan);
    } else {
        publishText(step.plan, step.before);
    }
    removeFiles(step);
}

} // namespace merestone::viewer
