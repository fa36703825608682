// SPDX-License-Identifier: MIT
#include "plan/layer_parser.hpp"

#include "base/text.hpp"
#include "plan/conditions.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

bool isFileOfGdal(const std::string& source) {
    return lowered(source).starts_with("/vsi");
}

bool goesUp(const std::string& source) {
    const std::filesystem::path path(source);
    return std::any_of(path.begin(), path.end(), [](const std::filesystem::path& part) { return part == ".."; });
}

void readSource(LayerSpec& layer, MapReader& reader, const PlanOptions& options, Problems& problems) {
    layer.source = reader.placed("source", MapReader::Need::required);
    if (const std::string why = layer.source.empty() ? std::string() : whyNoSource(layer.source.text, options);
        !why.empty()) {
        problems.add(layer.source.place, reader.label("source") + " " + why);
    }
}

/// `x` and `y` belong together, and `wkt` stands in place of both.
void readGeometryColumns(LayerSpec& layer, MapReader& reader, Problems& problems) {
    layer.x = reader.placed("x");
    layer.y = reader.placed("y");
    layer.wkt = reader.placed("wkt");
    if (reader.has("x") != reader.has("y")) {
        problems.add(reader.node(), reader.what() + " needs both 'x' and 'y', the columns of the coordinates");
    }
    if (reader.has("wkt") && (reader.has("x") || reader.has("y"))) {
        problems.add(layer.wkt.place, reader.label("wkt") + " stands beside 'x' and 'y'; keep one of the two ways");
    }
}

void readAccuracy(LayerSpec& layer, MapReader& reader, Problems& problems) {
    const std::optional<Quantity> accuracy = reader.quantity("accuracy", knownUnit("m"));
    if (accuracy && accuracy->value < 0.0) {
        problems.add(*reader.find("accuracy"), reader.label("accuracy") + " must not be negative");
    } else if (accuracy) {
        layer.accuracyMetres = convert(accuracy->value, accuracy->unit, knownUnit("m"));
    }
}

/// true, false, `within <layer>` or the name of the coverage layer alone.
void readComplete(LayerSpec& layer, MapReader& reader, const std::vector<std::string>& names, Problems& problems) {
    const YamlNode* node = reader.find("complete");
    if (node == nullptr) {
        return;
    }
    const std::string label = reader.label("complete");
    const std::optional<std::string> text = readText(*node, label, problems);
    if (!text || *text == "false") {
        return;
    }
    if (*text == "true") {
        layer.complete.kind = Completeness::Kind::everywhere;
        return;
    }
    constexpr std::string_view kWithin = "within ";
    std::string name = text->starts_with(kWithin) ? text->substr(kWithin.size()) : *text;
    name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        problems.add(*node, label + " must be true, false or 'within LAYER'; there is no layer " + inQuotes(name) +
                                suggestion(name, names, "layers"));
    } else if (name == layer.name) {
        problems.add(*node, label + " names the layer itself; name the layer of the area that it covers");
    } else {
        layer.complete = {Completeness::Kind::within, name};
    }
}

void readUnits(LayerSpec& layer, MapReader& reader, Problems& problems) {
    for (const YamlEntry* entry : reader.map("units")) {
        const std::string label = "the unit of field " + inQuotes(entry->key) + " of " + reader.what();
        if (const std::optional<Unit> unit = readUnit(entry->value, label, problems)) {
            layer.units.emplace_back(entry->key, *unit);
        }
    }
}

void readRole(LayerSpec& layer, MapReader& reader) {
    layer.role = reader.word("role", knownRoles());
}

} // namespace

std::string whyNoSource(const std::string& source, const PlanOptions& options) {
    if (lowered(source).starts_with("pg:")) {
        return {};
    }
    if (source.find("://") != std::string::npos || isFileOfGdal(source)) {
        return "must be a file, and nothing is fetched from elsewhere: save the data beside the plan and name that "
               "file "
               "(a .zip can be named as it is)";
    }
    if (source.find('\\') != std::string::npos) {
        return "holds '\\'; write '/' between folders";
    }
    if (options.allowOutside) {
        return {};
    }
    const char* remedy = "; copy the data beside the plan, or run with --allow-outside";
    if (source.front() == '/') {
        return "is an absolute path, outside the plan's folder" + std::string(remedy);
    }
    return goesUp(source) ? "leaves the plan's folder by '..'" + std::string(remedy) : std::string();
}

std::string readCrs(MapReader& reader, Problems& problems) {
    const PlacedText crs = reader.placed("crs");
    const bool isNumber =
        !crs.empty() && std::all_of(crs.text.begin(), crs.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        problems.add(crs.place, reader.label("crs") + " is a bare number: write 'EPSG:" + crs.text + "'");
    }
    return crs.text;
}

LayerSpec parseLayer(const YamlEntry& entry, const std::vector<std::string>& names, const PlanOptions& options,
                     Problems& problems) {
    const std::string what = "layer " + inQuotes(entry.key);
    LayerSpec layer;
    layer.name = entry.key;
    layer.place = problems.placeOf(entry);
    if (const std::string why = whyNoLayerName(entry.key); !why.empty()) {
        problems.add(layer.place, what + " " + why);
    }
    static const std::array<std::string, 2> invalidWords = {"repair", "leave_out"};
    MapReader reader(entry.value, what, problems);
    readSource(layer, reader, options, problems);
    layer.layer = reader.text("layer");
    layer.where = reader.placed("where");
    checkCondition(layer.where, reader.label("where"), problems);
    readRole(layer, reader);
    layer.id = reader.placed("id");
    layer.nameField = reader.placed("name");
    readGeometryColumns(layer, reader, problems);
    readAccuracy(layer, reader, problems);
    readComplete(layer, reader, names, problems);
    layer.crs = readCrs(reader, problems);
    layer.encoding = reader.text("encoding");
    layer.leaveOutInvalid = reader.word("invalid", invalidWords) == "leave_out";
    readUnits(layer, reader, problems);
    layer.title = reader.text("title");
    layer.licence = reader.text("licence");
    reader.finish();
    return layer;
}

} // namespace merestone
