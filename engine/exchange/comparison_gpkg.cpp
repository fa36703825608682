// SPDX-License-Identifier: MIT
#include "exchange/comparison_gpkg.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/gpkg_writer.hpp"
#include "geometry/wkb.hpp"

#include <array>

namespace merestone {

namespace {

const std::vector<GpkgField>& changeFields() {
    static const std::vector<GpkgField> fields{{"change"},
                                               {"policy"},
                                               {"rule"},
                                               {"severity"},
                                               {"verdict_before"},
                                               {"verdict"},
                                               {"message"},
                                               {"differences"},
                                               {"waived", GpkgType::boolean},
                                               {"subject_layer"},
                                               {"subject_id"},
                                               {"subject_name"},
                                               {"measured_before", GpkgType::real},
                                               {"measured", GpkgType::real},
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

void setFields(GpkgRow& row, const FindingChange& change) {
    const Finding& finding = change.latest();
    const auto verdictOf = [](const Finding* of) {
        return of == nullptr ? std::string_view() : verdictName(of->verdict);
    };
    const auto keyOf = [](const Finding* of) { return of == nullptr ? std::string() : of->key; };
    const auto figureOf = [](const Finding* of) { return of == nullptr ? std::optional<double>() : of->measured; };
    row.text(changeName(change.kind)).text(finding.policy).text(finding.rule).text(severityName(finding.severity));
    row.text(verdictOf(change.before)).text(verdictOf(change.after));
    row.text(finding.message).text(listed(change.differences)).boolean(finding.waived.has_value());
    row.text(finding.subject.layer).text(finding.subject.id).text(finding.subject.name);
    row.real(figureOf(change.before)).real(figureOf(change.after)).text(finding.unit);
    row.text(keyOf(change.before)).text(keyOf(change.after));
}

} // namespace

void writeComparisonGpkg(const std::filesystem::path& file, const RunResult& after, const RunComparison& comparison,
                         const std::string& name) {
    GpkgWriter writer(file, after.plan.crs, name);
    std::array<std::size_t, 4> tables{};
    const auto add = [&](Shape shape, const char* suffix, const char* title) {
        tables[static_cast<std::size_t>(shape)] =
            writer.addTable({std::string("changes_") + suffix, title, "What has changed in " + after.plan.title, shape,
                             changeFields()});
    };
    add(Shape::polygon, "polygons", "Changes: areas");
    add(Shape::line, "lines", "Changes: lines");
    add(Shape::point, "points", "Changes: points");
    add(Shape::none, "other", "Changes without a place");
    for (const FindingChange& change : comparison.changes) {
        PackedGeometry place;
        if (const std::string& wkb = change.latest().evidenceWkb; !wkb.empty()) {
            appendWkb(place, wkb, false);
        }
        const Shape shape = place.size() == 0 ? Shape::none : place.shape(0);
        GpkgRow& row = writer.row(tables[static_cast<std::size_t>(shape)]);
        setFields(row, change);
        if (shape != Shape::none) {
            row.geometry(toWkb(place, 0));
        }
        row.write();
    }
    writer.close();
}

} // namespace merestone
