// SPDX-License-Identifier: MIT
#include "rules/names.hpp"

#include "base/text.hpp"

#include <cmath>

namespace merestone {

const FieldDescription* LayerSchema::find(std::string_view field) const noexcept {
    for (const FieldDescription& candidate : fields) {
        if (candidate.name.size() == field.size() && lowered(candidate.name) == lowered(field)) {
            return &candidate;
        }
    }
    return nullptr;
}

std::vector<std::string> LayerSchema::names() const {
    std::vector<std::string> result;
    for (const FieldDescription& field : fields) {
        result.push_back(field.name);
    }
    return result;
}

void NameTable::add(Symbol symbol, Origin origin) {
    if (find(symbol.name) >= 0) {
        return; // an earlier kind of name hides a later one
    }
    m_symbols.push_back(std::move(symbol));
    m_origins.push_back(std::move(origin));
}

void NameTable::addMeasure(const std::string& name, const std::optional<Unit>& unit, std::size_t measure) {
    add({name, ValueKind::number, unit}, {Kind::measure, measure, 0.0, {}});
}

void NameTable::addParameter(const Parameter& parameter) {
    if (const Quantity* quantity = std::get_if<Quantity>(&parameter.value)) {
        // A plain number takes the unit of what it stands beside, like a number written in the condition.
        const bool plain = quantity->unit.symbol.empty() && quantity->unit.dimension == Dimension{};
        add({parameter.name, ValueKind::number, plain ? std::nullopt : std::optional(quantity->unit), false, plain},
            {Kind::number, 0, quantity->value, {}});
    } else if (const bool* flag = std::get_if<bool>(&parameter.value)) {
        add({parameter.name, ValueKind::number, std::nullopt}, {Kind::number, 0, *flag ? 1.0 : 0.0, {}});
    } else {
        add({parameter.name, ValueKind::text, std::nullopt},
            {Kind::text, 0, 0.0, std::get<std::string>(parameter.value)});
    }
}

void NameTable::addColumns(const LayerSchema& schema, const std::vector<std::pair<std::string, Unit>>& units) {
    for (const FieldDescription& field : schema.fields) {
        const bool isText = field.type == ColumnType::text || field.type == ColumnType::date;
        Symbol symbol{field.name, isText ? ValueKind::text : ValueKind::number, std::nullopt};
        for (const auto& [name, unit] : units) {
            if (lowered(name) == lowered(field.name)) {
                symbol.unit = unit;
            }
        }
        add(std::move(symbol), {Kind::column, 0, 0.0, field.name});
    }
    add({"FID", ValueKind::number, std::nullopt}, {Kind::fid, 0, 0.0, {}});
    add({"OGR_GEOM_AREA", ValueKind::number, Unit{Dimension{.metres = 2}, 1.0, "m2"}}, {Kind::area, 0, 0.0, {}});
}

std::vector<std::string> NameTable::names() const {
    std::vector<std::string> result;
    for (const Symbol& symbol : m_symbols) {
        result.push_back(symbol.name);
    }
    return result;
}

int NameTable::find(std::string_view name) const noexcept {
    const std::string wanted = lowered(name);
    for (std::size_t i = 0; i < m_symbols.size(); ++i) {
        if (lowered(m_symbols[i].name) == wanted) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

RowValues::RowValues(const NameTable& names, const Layer& layer, std::vector<const MeasureColumn*> measures)
    : m_names(&names), m_layer(&layer), m_measures(std::move(measures)) {
    m_columns.resize(names.symbols().size());
    m_pairValues.resize(m_measures.size());
    for (std::size_t symbol = 0; symbol < m_columns.size(); ++symbol) {
        const NameTable::Origin& origin = names.origin(symbol);
        if (origin.kind == NameTable::Kind::column) {
            m_columns[symbol] = layer.column(origin.text);
        } else if (origin.kind == NameTable::Kind::area) {
            (void)layer.areas();
        }
    }
}

UncertainNumber RowValues::number(std::size_t symbol, std::uint32_t row) const {
    const NameTable::Origin& origin = m_names->origin(symbol);
    switch (origin.kind) {
    case NameTable::Kind::measure: {
        if (m_pairValues[origin.measure]) {
            return *m_pairValues[origin.measure];
        }
        const MeasureColumn* column = m_measures[origin.measure];
        return column != nullptr && row < column->values.size() ? column->at(row)
                                                                : UncertainNumber::exact(std::nan(""));
    }
    case NameTable::Kind::number:
        return UncertainNumber::exact(origin.number);
    case NameTable::Kind::fid:
        return UncertainNumber::exact(static_cast<double>(m_layer->fid(row)));
    case NameTable::Kind::area:
        return UncertainNumber::exact(m_layer->usable(row) ? m_layer->areas()[row] : std::nan(""));
    case NameTable::Kind::column:
        if (m_columns[symbol] != nullptr && !m_columns[symbol]->isText()) {
            return UncertainNumber::exact(m_columns[symbol]->numbers[row]);
        }
        break;
    case NameTable::Kind::text:
        break;
    }
    return UncertainNumber::exact(std::nan(""));
}

std::optional<std::string_view> RowValues::text(std::size_t symbol, std::uint32_t row) const {
    const NameTable::Origin& origin = m_names->origin(symbol);
    if (origin.kind == NameTable::Kind::text) {
        return origin.text;
    }
    const Column* column = m_columns[symbol];
    if (column == nullptr || !column->isText() || column->isNull(row)) {
        return std::nullopt;
    }
    return column->dictionary[column->codes[row]];
}

bool RowValues::isUnknown(std::size_t symbol, std::uint32_t row) const {
    return m_names->symbols()[symbol].kind == ValueKind::text ? !text(symbol, row).has_value()
                                                              : std::isnan(number(symbol, row).value);
}

} // namespace merestone
