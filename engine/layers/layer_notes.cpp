// SPDX-License-Identifier: MIT
#include "layers/layer_notes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace merestone {

namespace {

std::string count(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string features(std::size_t number) {
    return count(number, "feature", "features");
}

/// "3 features have", "1 feature has".
std::string featuresHave(std::size_t number) {
    return features(number) + (number == 1 ? " has" : " have");
}

// What may make a verdict wrong comes before what was merely adapted.
constexpr std::array<std::string_view, 22> kGravity = {
    "crs.outside",       "geometry.unreadable", "count.disagrees", "index.wrong",      "index.partial",
    "id.duplicate",      "id.missing",          kUndecidedNote,    "geometry.invalid", "value.not_a_number",
    "encoding.replaced", "encoding.guess",      "source.no_dbf",   "source.warning",   "crs.guess",
    "crs.declared",      "crs.accuracy",        "geometry.empty",  "geometry.mixed",   "geometry.closed",
    "geometry.curves",   "geometry.types"};

std::size_t gravity(const LayerNote& note) {
    return static_cast<std::size_t>(std::find(kGravity.begin(), kGravity.end(), note.code) - kGravity.begin());
}

/// UTF-8 text of Latin-1 letters back to its bytes; empty if it holds other letters.
std::string latin1Bytes(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            bytes += text[i];
        } else if ((lead == 0xC2 || lead == 0xC3) && i + 1 < text.size()) {
            bytes += static_cast<char>(((lead & 3U) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU));
        } else {
            return {};
        }
    }
    return bytes;
}

} // namespace

void addGeometryNotes(std::vector<LayerNote>& notes, const GeometryIntake::Counts& counts,
                      const ValidityReport& validity) {
    const auto stateCount = [&validity](GeometryState state) {
        return static_cast<std::size_t>(std::count(validity.states.begin(), validity.states.end(), state));
    };
    const std::size_t unreadable = stateCount(GeometryState::unreadable);
    if (unreadable > 0) {
        const auto& defect = *std::find_if(validity.defects.begin(), validity.defects.end(), [&](const auto& each) {
            return validity.states[each.feature] == GeometryState::unreadable;
        });
        notes.push_back({"geometry.unreadable",
                         featuresHave(unreadable) + " no usable shape (the first: " + printable(defect.reason) +
                             "): correct them in the source",
                         unreadable});
    }
    const std::size_t invalid = stateCount(GeometryState::repaired) + stateCount(GeometryState::leftOut);
    if (invalid > 0) {
        notes.push_back({"geometry.invalid",
                         featuresHave(invalid) + " an invalid shape (" +
                             std::to_string(stateCount(GeometryState::repaired)) +
                             " repaired for the check): correct them in the source",
                         invalid});
    }
    if (counts.empty > 0) {
        notes.push_back(
            {"geometry.empty", featuresHave(counts.empty) + " no geometry: draw or remove them", counts.empty});
    }
    if (counts.mixed > 0) {
        notes.push_back({"geometry.mixed",
                         features(counts.mixed) + (counts.mixed == 1 ? " mixes" : " mix") +
                             " areas, lines and points: only the highest kind was kept",
                         counts.mixed});
    }
    if (counts.closed > 0) {
        notes.push_back({"geometry.closed", features(counts.closed) + " had a ring with a gap of at most 1 mm: closed",
                         counts.closed});
    }
    if (counts.curved > 0) {
        constexpr double kHalfStep = GeometryIntake::kArcStepDegrees / 2.0 * 0.017453292519943295;
        const double sagitta = 1.0 - std::cos(kHalfStep);
        notes.push_back({"geometry.curves",
                         features(counts.curved) + " had arcs, drawn as chords of " +
                             rounded(GeometryIntake::kArcStepDegrees, 1) + " degree: off by at most " +
                             rounded(sagitta * 1e5, 1) + " mm on a radius of 100 m",
                         counts.curved});
    }
    if ((counts.points > 0) + (counts.lines > 0) + (counts.polygons > 0) > 1) {
        notes.push_back({"geometry.types",
                         "it holds several kinds of shape: " + count(counts.polygons, "area", "areas") + ", " +
                             count(counts.lines, "line", "lines") + ", " + count(counts.points, "point", "points"),
                         0});
    }
    if (counts.withZ > 0) {
        notes.push_back(
            {"geometry.z_dropped", features(counts.withZ) + " had heights, which are not used", counts.withZ});
    }
    if (counts.withM > 0) {
        notes.push_back(
            {"geometry.m_dropped", features(counts.withM) + " had M values, which are not used", counts.withM});
    }
}

void addValueNotes(std::vector<LayerNote>& notes, const std::vector<ColumnBuilder>& columns) {
    constexpr std::size_t kMostShown = 40;
    for (const ColumnBuilder& column : columns) {
        if (column.notNumbers() > 0) {
            notes.push_back({"value.not_a_number",
                             "column '" + printable(column.column().name) + "' is of numbers and holds text in " +
                                 features(column.notNumbers()) + " (for example '" +
                                 printable(column.exampleNotNumber().substr(0, kMostShown)) +
                                 "'), taken as empty: correct them",
                             column.notNumbers()});
        }
    }
}

void addEncodingNotes(std::vector<LayerNote>& notes, std::size_t replaced) {
    if (replaced > 0) {
        notes.push_back(
            {"encoding.replaced",
             count(replaced, "piece of text was", "pieces of text were") +
                 " not in the encoding that the source states and shows as \xEF\xBF\xBD: set `encoding:` on "
                 "the layer (often CP1252)",
             replaced});
    }
}

void addEncodingGuess(std::vector<LayerNote>& notes, const OpenedSource& source, const LayerRequest& request,
                      const std::vector<Column>& columns) {
    const bool shapefile = source.format == Format::shapefile || source.format == Format::zip;
    if (!shapefile || !request.encoding.empty()) {
        return;
    }
    std::size_t looksUtf8 = 0;
    std::string example;
    for (const Column& column : columns) {
        for (const std::string& text : column.dictionary) {
            const std::string bytes = latin1Bytes(text);
            if (!bytes.empty() && bytes != text && isUtf8(bytes)) {
                example = looksUtf8++ == 0 ? text : example;
            }
        }
    }
    if (looksUtf8 > 0) {
        notes.push_back({"encoding.guess",
                         count(looksUtf8, "text looks", "texts look") + " like UTF-8 read as Latin-1 (for example '" +
                             printable(example) + "'): set `encoding: UTF-8` on the layer or add a .cpg file",
                         looksUtf8});
    }
}

std::size_t addIdNotes(std::vector<LayerNote>& notes, const std::vector<Column>& columns, const std::string& idField) {
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& each) {
        return !idField.empty() && lowered(each.name) == lowered(idField);
    });
    if (column == columns.end()) {
        return 0;
    }
    std::vector<double> numbers;
    std::vector<std::uint32_t> uses(column->dictionary.size(), 0);
    std::size_t missing = 0;
    std::size_t repeated = 0;
    std::vector<std::string> examples;
    constexpr std::size_t kMostExamples = 3;
    const auto repeat = [&](const std::string& text, bool second) {
        ++repeated;
        if (second && examples.size() < kMostExamples) {
            examples.push_back(printable(text));
        }
    };
    for (std::size_t row = 0; row < column->size(); ++row) {
        if (column->isNull(row)) {
            ++missing;
        } else if (!column->isText()) {
            numbers.push_back(column->numbers[row]);
        } else if (++uses[column->codes[row]] > 1) {
            repeat(column->dictionary[column->codes[row]], uses[column->codes[row]] == 2);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] == numbers[i - 1]) {
            repeat(shortest(numbers[i]), i == 1 || numbers[i - 2] != numbers[i]);
        }
    }
    if (repeated > 0) {
        std::string list;
        for (const std::string& example : examples) {
            list += (list.empty() ? "" : ", ") + example;
        }
        notes.push_back({"id.duplicate",
                         features(repeated) + (repeated == 1 ? " repeats" : " repeat") + " the id of another in '" +
                             printable(column->name) + "' (" + list + "): give each its own",
                         repeated});
    }
    if (missing > 0) {
        notes.push_back({"id.missing",
                         featuresHave(missing) + " no id in '" + printable(column->name) +
                             "', the number of the row stands for it: fill it in",
                         missing});
    }
    return repeated;
}

void addUndecidedNote(std::vector<LayerNote>& notes, std::size_t count) {
    if (count > 0) {
        notes.push_back({kUndecidedNote,
                         "`where` cannot be decided for " + std::to_string(count) +
                             " features, which were left out: fill in the empty values that it asks for",
                         count});
    }
}

void addWarnings(std::vector<LayerNote>& notes, const GdalMessages& messages) {
    for (const std::string& warning : messages.warnings()) {
        notes.push_back({"source.warning", "GDAL says: " + warning, 0});
    }
}

void sortNotes(std::vector<LayerNote>& notes) {
    std::stable_sort(notes.begin(), notes.end(),
                     [](const LayerNote& a, const LayerNote& b) { return gravity(a) < gravity(b); });
}

void mergeRefused(const std::vector<GeometryDefect>& refused, ValidityReport& validity) {
    if (refused.empty()) {
        return;
    }
    for (const GeometryDefect& defect : refused) {
        validity.states[defect.feature] = GeometryState::unreadable;
    }
    validity.defects.insert(validity.defects.end(), refused.begin(), refused.end());
    std::stable_sort(validity.defects.begin(), validity.defects.end(),
                     [](const GeometryDefect& a, const GeometryDefect& b) { return a.feature < b.feature; });
}

void keepRows(const std::vector<char>& keep, PackedGeometry& geometry, std::vector<std::int64_t>& fids,
              ValidityReport& validity) {
    PackedGeometry kept;
    std::vector<std::uint32_t> renumbered(keep.size(), 0);
    std::size_t to = 0;
    for (std::size_t row = 0; row < keep.size(); ++row) {
        if (keep[row] != 0) {
            renumbered[row] = static_cast<std::uint32_t>(to);
            kept.append(geometry, row);
            fids[to] = fids[row];
            validity.states[to++] = validity.states[row];
        }
    }
    fids.resize(to);
    validity.states.resize(to);
    std::vector<GeometryDefect> defects;
    for (GeometryDefect& defect : validity.defects) {
        if (keep[defect.feature] != 0) {
            defect.feature = renumbered[defect.feature];
            defects.push_back(std::move(defect));
        }
    }
    validity.defects = std::move(defects);
    geometry = std::move(kept);
}

} // namespace merestone
