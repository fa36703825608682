// SPDX-License-Identifier: MIT
#include "exchange/export/plan_tables.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace merestone {

namespace {

constexpr std::array kShapes{Shape::polygon, Shape::line, Shape::point};
constexpr double kExactIntegers = 9007199254740992.0; ///< 2^53: beyond, doubles hold every second one only
constexpr std::size_t kMostNameBytes = 60;
constexpr std::string_view kReading = "reading";

const char* suffixOf(Shape shape) {
    return shape == Shape::polygon ? "_polygons" : shape == Shape::line ? "_lines" : "_points";
}

/// What a source without features says of its shapes: OGR's name of the type.
Shape statedShape(const std::string& type) {
    const std::string name = lowered(type);
    const auto has = [&name](const char* word) { return name.find(word) != std::string::npos; };
    if (has("polygon") || has("surface")) {
        return Shape::polygon;
    }
    if (has("line") || has("curve")) {
        return Shape::line;
    }
    return has("point") ? Shape::point : Shape::none;
}

std::string describe(const LayerSpec& spec, const Layer& layer) {
    std::string text = "Source: " + spec.source.text;
    if (!spec.layer.empty()) {
        text += ", layer " + spec.layer;
    }
    if (!spec.where.empty()) {
        text += ", where " + spec.where.text;
    }
    if (!layer.info().operation.empty()) {
        text += ". Transformed from " + layer.info().crs + " by " + layer.info().operation;
    }
    if (!spec.licence.empty()) {
        text += ". Licence: " + spec.licence;
    }
    return text + ".";
}

class LayerTables {
public:
    LayerTables(const Plan& plan, const LayerSpec& spec, LayerPtr layer, std::string geometryType, ExportReport& report)
        : m_plan(plan), m_spec(spec), m_layer(std::move(layer)), m_geometryType(std::move(geometryType)),
          m_report(report) {}

    void add(std::vector<ExportTable>& tables) {
        sortRows();
        noteChanges();
        if (m_rows.size() <= 1) {
            const Shape shape = m_rows.empty() ? statedShape(m_geometryType) : m_rows.begin()->first;
            tables.push_back(table(shape, ""));
            tables.back().rows = m_rows.empty() ? std::vector<std::uint32_t>() : std::move(m_rows.begin()->second);
            addBare(tables.back());
            return;
        }
        const std::size_t first = tables.size();
        for (const Shape shape : kShapes) {
            if (const auto rows = m_rows.find(shape); rows != m_rows.end()) {
                tables.push_back(table(shape, suffixOf(shape)));
                tables.back().rows = rows->second;
            }
        }
        addBare(tables[first]);
        note("", "holds several geometry types, and is a table for each", 0);
    }

private:
    void note(const std::string& field, const std::string& what, std::size_t count) {
        m_report.losses.push_back({std::string(kReading), m_spec.name, field, what, count});
    }

    void sortRows() {
        for (std::uint32_t row = 0; row < m_layer->size(); ++row) {
            const Shape shape = m_layer->geometry().shape(row);
            if (shape == Shape::none) {
                m_bare.push_back(row);
            } else {
                m_rows[shape].push_back(row);
            }
        }
    }

    /// Features without a shape stand with the others, in the layer's order.
    void addBare(ExportTable& table) {
        std::vector<std::uint32_t> all;
        std::merge(table.rows.begin(), table.rows.end(), m_bare.begin(), m_bare.end(), std::back_inserter(all));
        table.rows = std::move(all);
    }

    ExportTable table(Shape shape, const std::string& suffix) const {
        ExportTable table;
        table.name = m_spec.name + suffix;
        table.title =
            (m_spec.title.empty() ? m_spec.name : m_spec.title) + (suffix.empty() ? "" : " (" + suffix.substr(1) + ")");
        table.description = describe(m_spec, *m_layer);
        table.licence = m_spec.licence;
        table.planLayer = m_spec.name;
        table.role = m_spec.role;
        table.kind = isPlanRole(m_spec.role) ? ExportTable::Kind::drawing : ExportTable::Kind::reference;
        table.shape = shape;
        table.layer = m_layer;
        table.fields = exportFields(*m_layer);
        const PackedGeometry& geometry = m_layer->geometry();
        table.multi = std::any_of(m_rows.begin(), m_rows.end(), [&](const auto& rows) {
            return rows.first == shape && std::any_of(rows.second.begin(), rows.second.end(), [&](std::uint32_t row) {
                       return shape == Shape::point ? geometry.points(row).size() > 1 : geometry.partCount(row) > 1;
                   });
        });
        return table;
    }

    void noteChanges() {
        std::size_t repaired = 0;
        std::size_t unreadable = 0;
        std::size_t invalid = 0;
        for (std::uint32_t row = 0; row < m_layer->size(); ++row) {
            repaired += m_layer->state(row) == GeometryState::repaired ? 1 : 0;
            unreadable += m_layer->state(row) == GeometryState::unreadable ? 1 : 0;
            invalid += m_layer->state(row) == GeometryState::leftOut ? 1 : 0;
        }
        if (invalid > 0) {
            note("", "shapes are not valid and stand as they were drawn, as the plan asks", invalid);
        }
        if (repaired > 0) {
            note("", "shapes were not valid; the repaired ones are written", repaired);
        }
        if (unreadable > 0) {
            note("", "shapes could not be read or repaired; their features are written without one", unreadable);
        }
        for (const LayerNote& each : m_layer->info().notes) {
            note("", each.text, each.count);
        }
        if (!m_layer->info().operation.empty()) {
            note("",
                 "coordinates were transformed from " + m_layer->info().crs + " to " + m_plan.crs + " by " +
                     m_layer->info().operation + ", good to " + rounded(m_layer->info().operationAccuracyMetres, 3) +
                     " m",
                 0);
        }
        for (const ExportField& field : exportFields(*m_layer)) {
            noteField(field);
        }
    }

    void noteField(const ExportField& field) {
        const Column& column = m_layer->columns()[field.column];
        if (field.name != column.name) {
            m_report.renamed.push_back({"all formats", m_spec.name, column.name, field.name});
        }
        if (field.type == FieldType::integer) {
            const auto inexact = std::count_if(column.numbers.begin(), column.numbers.end(),
                                               [](double value) { return std::abs(value) >= kExactIntegers; });
            if (inexact > 0) {
                note(field.name, "whole numbers of more than 15 digits may have been rounded",
                     static_cast<std::size_t>(inexact));
            }
        }
    }

    const Plan& m_plan;
    const LayerSpec& m_spec;
    LayerPtr m_layer;
    std::string m_geometryType; ///< stated by the source
    ExportReport& m_report;
    std::map<Shape, std::vector<std::uint32_t>> m_rows;
    std::vector<std::uint32_t> m_bare; ///< features without a shape
};

} // namespace

std::vector<ExportTable> planTables(const Plan& plan, const std::function<LayerPtr(const LayerSpec&)>& layer,
                                    const std::function<std::string(const LayerSpec&)>& geometryType,
                                    ExportReport& report) {
    std::vector<ExportTable> tables;
    for (const LayerSpec& spec : plan.layers) {
        if (LayerPtr found = layer(spec)) {
            std::string stated = found->size() == 0 ? geometryType(spec) : std::string();
            LayerTables(plan, spec, std::move(found), std::move(stated), report).add(tables);
        }
    }
    return tables;
}

void settleNames(std::vector<ExportTable>& tables) {
    // Tables that GeoPackages have themselves, and names that Windows takes for devices.
    std::vector<std::string> names{"layer_styles", "con", "prn", "aux", "nul", "clock$", "plan"};
    for (char digit = '1'; digit <= '9'; ++digit) {
        names.push_back(std::string("com") + digit);
        names.push_back(std::string("lpt") + digit);
    }
    std::vector<std::string> titles;
    // Findings keep their names whatever a plan calls its layers: styles, filters and people look for them.
    for (const bool own : {true, false}) {
        for (ExportTable& table : tables) {
            const bool isOwn = table.kind == ExportTable::Kind::findings || table.kind == ExportTable::Kind::record;
            if (isOwn != own) {
                continue;
            }
            const std::string start = lowered(table.name);
            const bool reserved =
                start.starts_with("gpkg_") || start.starts_with("rtree_") || start.starts_with("sqlite_");
            table.name = uniqueName((reserved ? "layer_" : "") + table.name, names, kMostNameBytes);
            table.title = uniqueName(table.title, titles, 200);
        }
    }
}

} // namespace merestone
