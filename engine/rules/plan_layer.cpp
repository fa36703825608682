// SPDX-License-Identifier: MIT
#include "rules/plan_layer.hpp"

#include "geometry/geos.hpp"
#include "rules/compiled_rule.hpp"

#include <cmath>
#include <cstdlib>

namespace merestone {

namespace {

Column textColumn(const std::string& name, ColumnType type, const std::string& value) {
    Column column;
    column.name = name;
    column.type = type;
    if (value.empty()) {
        column.codes.push_back(Column::kNull);
    } else {
        column.dictionary.push_back(value);
        column.codes.push_back(0);
    }
    return column;
}

/// Periods are given as years or as dates; the year is what plans compare.
Column yearColumn(const std::string& name, const std::string& value) {
    Column column;
    column.name = name;
    column.type = ColumnType::integer;
    column.numbers.push_back(value.size() >= 4 ? std::strtod(value.substr(0, 4).c_str(), nullptr) : std::nan(""));
    return column;
}

void appendArea(PackedGeometry& geometry, const std::vector<LayerPtr>& areas) {
    PackedGeometry all;
    std::vector<std::uint32_t> rows;
    for (const LayerPtr& layer : areas) {
        for (std::size_t row = 0; row < layer->size(); ++row) {
            if (layer->usable(row) && layer->geometry().shape(row) == Shape::polygon) {
                rows.push_back(static_cast<std::uint32_t>(all.size()));
                all.append(layer->geometry(), row);
            }
        }
    }
    if (rows.empty()) {
        geometry.endFeature(Shape::none);
    } else if (rows.size() == 1) {
        geometry.append(all, 0);
    } else {
        appendGeos(geometry, *unionOf(all, rows));
    }
}

} // namespace

LayerSchema planSchema() {
    return {kPlanLayer,
            {{"title", ColumnType::text},
             {"stage", ColumnType::text},
             {"period_from", ColumnType::integer},
             {"period_to", ColumnType::integer},
             {"submitted", ColumnType::date}},
            true};
}

LayerPtr makePlanLayer(const Plan& plan, const std::vector<LayerPtr>& areas) {
    LayerInfo info;
    info.crs = plan.crs;
    for (const LayerPtr& area : areas) {
        info.statedAccuracyMetres = std::max(info.statedAccuracyMetres, area->accuracyMetres());
    }
    PackedGeometry geometry;
    appendArea(geometry, areas);
    ValidityReport validity;
    validity.states.push_back(geometry.shape(0) == Shape::polygon ? GeometryState::valid : GeometryState::empty);
    const PlanSummary& summary = plan.summary;
    std::vector<Column> columns{
        textColumn("title", ColumnType::text, summary.title), textColumn("stage", ColumnType::text, summary.stage),
        yearColumn("period_from", summary.periodFrom), yearColumn("period_to", summary.periodTo),
        textColumn("submitted", ColumnType::date, summary.submitted)};
    Column id = textColumn("id", ColumnType::text, "plan");
    columns.push_back(std::move(id));
    return std::make_shared<Layer>(kPlanLayer, std::move(info), std::move(geometry), std::move(columns),
                                   std::vector<std::int64_t>{1}, std::move(validity), "id", "title");
}

} // namespace merestone
