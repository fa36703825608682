// SPDX-License-Identifier: MIT
#include "submission/table_builder.hpp"

#include <cmath>

namespace merestone {

Cell textCell(const std::string& text) {
    return text.empty() ? Cell{} : Cell{text};
}

Cell numberCell(const std::optional<double>& value) {
    return value ? Cell{*value} : Cell{};
}

TableBuilder::TableBuilder(std::string layer, std::vector<Field> fields, std::string nameField)
    : m_layer(std::move(layer)), m_nameField(std::move(nameField)) {
    for (Field& field : fields) {
        Column column;
        column.name = std::move(field.name);
        column.type = field.isText ? ColumnType::text : ColumnType::real;
        m_columns.push_back(std::move(column));
    }
}

void TableBuilder::add(const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column& column = m_columns[i];
        if (column.isText()) {
            const std::string* text = std::get_if<std::string>(&cells.at(i));
            column.codes.push_back(text == nullptr ? Column::kNull
                                                   : static_cast<std::uint32_t>(column.dictionary.size()));
            if (text != nullptr) {
                column.dictionary.push_back(*text);
            }
        } else {
            const double* number = std::get_if<double>(&cells.at(i));
            column.numbers.push_back(number == nullptr ? std::nan("") : *number);
        }
    }
    ++m_rows;
}

LayerPtr TableBuilder::build() {
    PackedGeometry geometry;
    ValidityReport validity;
    std::vector<std::int64_t> fids;
    for (std::size_t row = 0; row < m_rows; ++row) {
        geometry.endFeature(Shape::none);
        validity.states.push_back(GeometryState::empty);
        fids.push_back(static_cast<std::int64_t>(row) + 1);
    }
    const std::string idField = m_columns.front().name;
    LayerInfo info;
    info.isTable = true;
    info.source = m_layer;
    return std::make_shared<const Layer>(m_layer, std::move(info), std::move(geometry), std::move(m_columns),
                                         std::move(fids), std::move(validity), idField, m_nameField);
}

} // namespace merestone
