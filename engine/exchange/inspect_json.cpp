// SPDX-License-Identifier: MIT
#include "exchange/findings_json.hpp"
#include "exchange/inspect_report.hpp"
#include "exchange/json_writer.hpp"

namespace merestone {

namespace {

void memberOrNull(JsonWriter& json, std::string_view name, const std::string& text) {
    json.member(name, text.empty() ? std::nullopt : std::optional(text));
}

void writeExtent(JsonWriter& json, const std::optional<Box>& extent) {
    json.key("extent");
    if (!extent || extent->empty()) {
        json.null();
        return;
    }
    json.onOneLine();
    json.beginArray();
    for (const double bound : {extent->minX, extent->minY, extent->maxX, extent->maxY}) {
        json.value(bound);
    }
    json.endArray();
}

void writeDescription(JsonWriter& json, const SourceDescription& source) {
    json.member("source", source.path);
    memberOrNull(json, "driver", source.driver);
    memberOrNull(json, "layer", source.layer);
    memberOrNull(json, "geometry_type", source.geometryType);
    memberOrNull(json, "crs", source.crs);
    json.member("features_stated", source.featureCount < 0
                                       ? std::nullopt
                                       : std::optional(static_cast<std::uint64_t>(source.featureCount)));
    writeExtent(json, source.extent);
}

void writeFields(JsonWriter& json, const InspectedLayer& inspected) {
    json.key("fields");
    json.beginArray();
    for (const auto& field : inspected.fields) {
        const bool number = field.type == ColumnType::integer || field.type == ColumnType::real;
        const bool ranged = number && field.minimum <= field.maximum;
        json.onOneLine();
        json.beginObject();
        json.member("name", field.name);
        json.member("type", columnTypeName(field.type));
        json.member("nulls", std::uint64_t{field.nulls});
        json.member("distinct", std::uint64_t{field.distinct});
        memberOrNull(json, "example", field.example);
        json.member("minimum", ranged ? std::optional(field.minimum) : std::nullopt);
        json.member("maximum", ranged ? std::optional(field.maximum) : std::nullopt);
        json.endObject();
    }
    json.endArray();
}

void writeShapes(JsonWriter& json, const LayerPtr& layer) {
    json.key("shapes");
    if (!layer) {
        json.null();
        return;
    }
    constexpr std::array<std::string_view, 5> kNames{"valid", "repaired", "left_out", "unreadable", "empty"};
    const auto counts = countStates(*layer);
    json.onOneLine();
    json.beginObject();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        json.member(kNames[i], std::uint64_t{counts[i]});
    }
    json.endObject();
}

void writeDefects(JsonWriter& json, const LayerPtr& layer) {
    json.key("defects");
    json.beginArray();
    for (const GeometryDefect& defect : layer ? layer->defects() : std::vector<GeometryDefect>{}) {
        json.onOneLine();
        json.beginObject();
        json.member("id", layer->id(defect.feature));
        json.member("reason", defect.reason);
        json.member("x", defect.hasPlace ? std::optional(defect.place.x) : std::nullopt);
        json.member("y", defect.hasPlace ? std::optional(defect.place.y) : std::nullopt);
        json.endObject();
    }
    json.endArray();
}

void writeRemarks(JsonWriter& json, const InspectedLayer& inspected) {
    json.key("crs_guesses");
    json.beginArray();
    for (const CrsGuess& guess : inspected.guesses) {
        json.onOneLine();
        json.beginObject();
        json.member("crs", guess.crs);
        json.member("share", guess.share);
        json.endObject();
    }
    json.endArray();
    json.key("notes");
    json.beginArray();
    for (const LayerNote& note : inspected.notes) {
        json.onOneLine();
        json.beginObject();
        json.member("code", note.code);
        json.member("text", note.text);
        json.member("count", std::uint64_t{note.count});
        json.endObject();
    }
    json.endArray();
}

void writeLayer(JsonWriter& json, const InspectedLayer& inspected) {
    json.beginObject();
    writeDescription(json, inspected.description);
    memberOrNull(json, "error", inspected.error);
    json.member("features_read",
                inspected.layer ? std::optional(std::uint64_t{inspected.layer->size()}) : std::nullopt);
    writeShapes(json, inspected.layer);
    json.member("duplicate_ids", std::uint64_t{inspected.duplicateIds});
    writeFields(json, inspected);
    writeRemarks(json, inspected);
    writeDefects(json, inspected.layer);
    json.endObject();
}

} // namespace

void writeInspectJson(std::ostream& out, const std::vector<InspectedSource>& sources) {
    JsonWriter json(out);
    json.beginObject();
    json.member("merestone", std::uint64_t{kJsonFormat});
    json.key("sources");
    json.beginArray();
    for (const InspectedSource& source : sources) {
        json.beginObject();
        json.member("name", source.name);
        memberOrNull(json, "error", source.error);
        json.key("layers");
        json.beginArray();
        for (const InspectedLayer& layer : source.layers) {
            writeLayer(json, layer);
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

} // namespace merestone
