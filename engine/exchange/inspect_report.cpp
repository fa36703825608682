// SPDX-License-Identifier: MIT
#include "exchange/inspect_report.hpp"

#include "base/text.hpp"
#include "exchange/wording.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr std::size_t kMostDefects = 5;
constexpr std::size_t kFieldColumn = 24;
constexpr std::array<std::string_view, 5> kStateWords{"valid", "repaired", "invalid, left out", "unreadable", "empty"};

std::string padded(std::string text, std::size_t width) {
    const std::size_t used = displayWidth(text);
    text.append(used < width ? width - used : 0, ' ');
    return text;
}

void line(TextLayout& layout, const std::string& label, const std::string& text) {
    if (!text.empty()) {
        layout.paragraph("  " + padded(label, 10), text);
    }
}

std::string featureCounts(const InspectedLayer& inspected) {
    const SourceDescription& source = inspected.description;
    std::string text = source.geometryType.empty() ? "no geometry" : source.geometryType;
    text += source.featureCount < 0 ? "" : ", " + std::to_string(source.featureCount) + " stated";
    if (inspected.layer) {
        text += ", " + std::to_string(inspected.layer->size()) + " read";
    }
    return text;
}

std::string shapes(const Layer& layer) {
    const auto counts = countStates(layer);
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            text += (text.empty() ? "" : ", ") + std::to_string(counts[i]) + " " + std::string(kStateWords[i]);
        }
    }
    return text;
}

std::string extentText(const Box& box) {
    return rounded(box.minX, 3) + " " + rounded(box.minY, 3) + " to " + rounded(box.maxX, 3) + " " +
           rounded(box.maxY, 3);
}

std::string fieldText(const InspectedLayer::FieldSummary& field) {
    std::string text(columnTypeName(field.type));
    if (field.type == ColumnType::integer || field.type == ColumnType::real) {
        if (field.minimum <= field.maximum) {
            text += ", " + shortest(field.minimum) + " to " + shortest(field.maximum);
        }
    } else if (!field.example.empty()) {
        text += ", such as '" + field.example + "'";
    }
    text += ", " + counted(field.distinct, "different value", "different values");
    return field.nulls == 0 ? text : text + ", " + std::to_string(field.nulls) + " empty";
}

void writeFields(TextLayout& layout, const InspectedLayer& inspected) {
    for (const auto& field : inspected.fields) {
        layout.paragraph("    " + padded(printable(field.name), kFieldColumn) + " ", fieldText(field));
    }
    if (!inspected.fields.empty()) {
        return;
    }
    for (const FieldDescription& field : inspected.description.fields) {
        layout.paragraph("    " + padded(printable(field.name), kFieldColumn) + " ", columnTypeName(field.type));
    }
}

void writeDefects(TextLayout& layout, const Layer& layer) {
    const auto& defects = layer.defects();
    for (std::size_t i = 0; i < std::min(defects.size(), kMostDefects); ++i) {
        const GeometryDefect& defect = defects[i];
        std::string text = "feature " + layer.id(defect.feature) + ": " + defect.reason;
        if (defect.hasPlace) {
            text += " at E " + rounded(defect.place.x, 2) + " N " + rounded(defect.place.y, 2);
        }
        layout.marked("  ", "!", Tone::doubtful, text);
    }
    if (defects.size() > kMostDefects) {
        layout.marked("  ", "!", Tone::doubtful,
                      "… and " + std::to_string(defects.size() - kMostDefects) + " more shapes");
    }
}

void writeLayer(TextLayout& layout, const InspectedLayer& inspected) {
    const SourceDescription& source = inspected.description;
    line(layout, "source",
         source.path + (source.layer.empty() ? "" : ", layer " + source.layer) +
             (source.driver.empty() ? "" : " (" + source.driver + ")"));
    line(layout, "geometry", featureCounts(inspected));
    line(layout, "CRS", source.crs.empty() ? "none: set crs: on the layer" : source.crs);
    if (source.extent && !source.extent->empty()) {
        line(layout, "extent", extentText(*source.extent));
    }
    if (inspected.layer) {
        line(layout, "shapes", shapes(*inspected.layer));
    }
    line(layout, "fields", std::to_string(std::max(inspected.fields.size(), source.fields.size())));
    writeFields(layout, inspected);
    if (!inspected.error.empty()) {
        layout.marked("  ", "✗", Tone::bad, inspected.error);
    }
    for (const CrsGuess& guess : inspected.guesses) {
        layout.marked("  ", "?", Tone::doubtful,
                      rounded(guess.share * 100.0, 1) + " % of the points fall in the British Isles as " + guess.crs);
    }
    if (inspected.duplicateIds > 0) {
        layout.marked("  ", "!", Tone::doubtful,
                      counted(inspected.duplicateIds, "id is used twice or more", "ids are used twice or more"));
    }
    for (const LayerNote& note : inspected.notes) {
        layout.marked("  ", "!", Tone::doubtful, note.text);
    }
    if (inspected.layer) {
        writeDefects(layout, *inspected.layer);
    }
}

} // namespace

std::string_view columnTypeName(ColumnType type) noexcept {
    switch (type) {
    case ColumnType::integer:
        return "integer";
    case ColumnType::real:
        return "real";
    case ColumnType::text:
        return "text";
    case ColumnType::boolean:
        return "boolean";
    case ColumnType::date:
        return "date";
    }
    return "text";
}

std::array<std::size_t, 5> countStates(const Layer& layer) {
    std::array<std::size_t, 5> counts{};
    for (std::size_t row = 0; row < layer.size(); ++row) {
        ++counts[static_cast<std::size_t>(layer.state(row))];
    }
    return counts;
}

void writeInspectText(std::ostream& out, const std::vector<InspectedSource>& sources, TextStyle style) {
    TextLayout layout(out, style);
    bool first = true;
    for (const InspectedSource& source : sources) {
        if (!first) {
            layout.blank();
        }
        first = false;
        layout.paragraph("", source.name, Tone::strong);
        if (!source.error.empty()) {
            layout.marked("  ", "✗", Tone::bad, source.error);
        }
        for (std::size_t i = 0; i < source.layers.size(); ++i) {
            if (i > 0) {
                layout.blank();
            }
            writeLayer(layout, source.layers[i]);
        }
    }
}

} // namespace merestone
