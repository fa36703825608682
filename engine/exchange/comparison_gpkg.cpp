// SPDX-License-Identifier: MIT
#include "exchange/comparison_gpkg.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/export/record_table.hpp"
#include "exchange/gpkg_writer.hpp"
#include "geometry/wkb.hpp"

#include <array>

namespace merestone {

namespace {

const std::vector<RecordField>& changeFields() {
    static const std::vector<RecordField> fields{{"change"},
                                                 {"policy"},
                                                 {"rule"},
                                                 {"severity"},
                                                 {"verdict_before"},
                                                 {"verdict"},
                                                 {"message"},
                                                 {"differences"},
                                                 {"waived", ColumnType::boolean},
                                                 {"subject_layer"},
                                                 {"subject_id"},
                                                 {"subject_name"},
                                                 {"measured_before", ColumnType::real},
                                                 {"measured", ColumnType::real},
                                                 {"unit"},
                                                 {"key_before"},
                                                 {"key"}};
    return fields;
}

std::string listed(const std::vector<Difference>& differences) {
    std::string text;
    for (const Difference& difference : differences) {
        text += (text.empty() ? "" : "\n") + differenceText(difference);
    }
    return text;
}

void addRow(RecordTable& table, const FindingChange& change, const PackedGeometry& place) {
    const Finding& finding = change.latest();
    const auto verdictOf = [](const Finding* of) {
        return of == nullptr ? std::string() : std::string(verdictName(of->verdict));
    };
    const auto keyOf = [](const Finding* of) { return of == nullptr ? std::string() : of->key; };
    const auto figureOf = [](const Finding* of) { return of == nullptr ? std::optional<double>() : of->measured; };
    table.text(std::string(changeName(change.kind))).text(finding.policy).text(finding.rule);
    table.text(std::string(severityName(finding.severity)));
    table.text(verdictOf(change.before)).text(verdictOf(change.after));
    table.text(finding.message).text(listed(change.differences)).boolean(finding.waived.has_value());
    table.text(finding.subject.layer).text(finding.subject.id).text(finding.subject.name);
    table.real(figureOf(change.before)).real(figureOf(change.after)).text(finding.unit);
    table.text(keyOf(change.before)).text(keyOf(change.after));
    table.endRow(place);
}

struct Words {
    Shape shape;
    const char* suffix;
    const char* title;
};
constexpr std::array kTables{
    Words{Shape::polygon, "polygons", "Changes: areas"}, Words{Shape::line, "lines", "Changes: lines"},
    Words{Shape::point, "points", "Changes: points"}, Words{Shape::none, "other", "Changes without a place"}};

} // namespace

void writeComparisonGpkg(const std::filesystem::path& file, const RunResult& after, const RunComparison& comparison,
                         const std::string& name) {
    std::vector<RecordTable> tables;
    for (const Words& words : kTables) {
        tables.emplace_back(std::string("changes_") + words.suffix, changeFields());
    }
    for (const FindingChange& change : comparison.changes) {
        PackedGeometry place;
        if (const std::string& wkb = change.latest().evidenceWkb; !wkb.empty()) {
            appendWkb(place, wkb, false);
        }
        const Shape shape = place.size() == 0 ? Shape::none : place.shape(0);
        for (std::size_t i = 0; i < kTables.size(); ++i) {
            if (kTables[i].shape == shape) {
                addRow(tables[i], change, place);
            }
        }
    }
    GpkgWriter writer(file, after.plan.crs, name);
    for (std::size_t i = 0; i < kTables.size(); ++i) {
        writer.write(tables[i].take(ExportTable::Kind::findings, kTables[i].shape, kTables[i].title,
                                    "What has changed in " + after.plan.title, after.plan.crs));
    }
    writer.close();
}

} // namespace merestone
