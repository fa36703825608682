// SPDX-License-Identifier: MIT
#include "rules/policies_layer.hpp"

#include "rules/compiled_rule.hpp"

namespace merestone {

namespace {

/// A column whose empty texts are nulls.
class TextColumn {
public:
    explicit TextColumn(const char* name) { m_column.name = name; }
    void add(const std::string& text) {
        if (text.empty()) {
            m_column.codes.push_back(Column::kNull);
        } else {
            m_column.codes.push_back(static_cast<std::uint32_t>(m_column.dictionary.size()));
            m_column.dictionary.push_back(text);
        }
    }
    Column take() { return std::move(m_column); }

private:
    Column m_column;
};

std::string nameOf(const PolicySpec& policy) {
    std::string name = "policy " + policy.id;
    if (!policy.title.empty()) {
        name += " " + policy.title;
    }
    return policy.foundAt.empty() ? name : name + " (" + policy.foundAt + ")";
}

} // namespace

LayerSchema policiesSchema() {
    return {kPoliciesLayer,
            {{"id", ColumnType::text},
             {"title", ColumnType::text},
             {"text", ColumnType::text},
             {"number_of_layers", ColumnType::integer}},
            false};
}

LayerPtr makePoliciesLayer(const Plan& plan) {
    TextColumn ids("id");
    TextColumn titles("title");
    TextColumn texts("text");
    TextColumn names("full_name");
    Column layers;
    layers.name = "number_of_layers";
    layers.type = ColumnType::integer;
    PackedGeometry geometry;
    ValidityReport validity;
    std::vector<std::int64_t> fids;
    for (const PolicySpec& policy : plan.policies) {
        if (policy.isHeading) {
            continue;
        }
        ids.add(policy.id);
        titles.add(policy.title);
        texts.add(policy.text);
        names.add(nameOf(policy));
        layers.numbers.push_back(static_cast<double>(policy.layers.size()));
        geometry.endFeature(Shape::none);
        validity.states.push_back(GeometryState::empty);
        fids.push_back(static_cast<std::int64_t>(fids.size()) + 1);
    }
    std::vector<Column> columns{ids.take(), titles.take(), texts.take(), names.take(), std::move(layers)};
    LayerInfo info;
    info.isTable = true;
    info.crs = plan.crs;
    return std::make_shared<Layer>(kPoliciesLayer, std::move(info), std::move(geometry), std::move(columns),
                                   std::move(fids), std::move(validity), "id", "full_name");
}

} // namespace merestone
