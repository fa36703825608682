// SPDX-License-Identifier: MIT
#include "models/attribute_filter.hpp"

namespace merestone::viewer {

namespace {

constexpr std::uint32_t kStopEvery = 4096; ///< features between two looks at the stop token

NameTable namesOf(const Layer& layer, const FieldUnits& units) {
    LayerSchema schema{layer.name(), {}, !layer.info().isTable};
    for (const Column& column : layer.columns()) {
        schema.fields.push_back({column.name, column.type});
    }
    NameTable names;
    names.addColumns(schema, units);
    return names;
}

} // namespace

AttributeFilter::AttributeFilter(LayerPtr layer, const FieldUnits& units, const std::string& condition)
    : m_layer(std::move(layer)), m_names(namesOf(*m_layer, units)),
      m_condition(Condition::compile(condition, m_names.symbols(), Place{})) {}

FilterOutcome AttributeFilter::run(const RunContext& context) const {
    const RowValues values(m_names, *m_layer, {});
    const auto size = static_cast<std::uint32_t>(m_layer->size());
    FilterOutcome outcome;
    for (std::uint32_t row = 0; row < size; ++row) {
        if (row % kStopEvery == 0) {
            context.throwIfStopped();
            context.report("filtering", static_cast<double>(row) / size);
        }
        const Truth truth = m_condition.evaluate(values, row).truth;
        if (truth == Truth::yes) {
            outcome.matching.push_back(row);
        }
        outcome.unknown += truth == Truth::unknown ? 1 : 0;
    }
    return outcome;
}

} // namespace merestone::viewer
