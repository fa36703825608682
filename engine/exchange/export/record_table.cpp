// SPDX-License-Identifier: MIT
#include "exchange/export/record_table.hpp"

#include "base/text.hpp"

#include <utility>

namespace merestone {

RecordTable::RecordTable(std::string name, const std::vector<RecordField>& fields) : m_name(std::move(name)) {
    for (const RecordField& field : fields) {
        m_columns.emplace_back(field.name, field.type);
    }
}

RecordTable& RecordTable::text(const std::string& value) {
    ColumnBuilder& column = next();
    if (value.empty()) {
        column.addNull();
    } else {
        column.addText(toUtf8(value));
    }
    return *this;
}

RecordTable& RecordTable::real(const std::optional<double>& value) {
    ColumnBuilder& column = next();
    if (value) {
        column.addNumber(*value);
    } else {
        column.addNull();
    }
    return *this;
}

RecordTable& RecordTable::integer(std::size_t value) {
    next().addInteger(static_cast<long long>(value));
    return *this;
}

RecordTable& RecordTable::boolean(bool value) {
    next().addNumber(value ? 1.0 : 0.0);
    return *this;
}

void RecordTable::endRow(const PackedGeometry& geometry) {
    if (geometry.size() == 0) {
        m_geometry.endFeature(Shape::none);
    } else {
        m_geometry.append(geometry, 0);
    }
    m_next = 0;
}

ExportTable RecordTable::take(ExportTable::Kind kind, Shape shape, std::string title, std::string description,
                              const std::string& crs) {
    ExportTable table;
    table.name = m_name;
    table.title = std::move(title);
    table.description = std::move(description);
    table.kind = kind;
    table.shape = shape;
    table.multi = true;
    std::vector<Column> columns;
    for (ColumnBuilder& column : m_columns) {
        columns.push_back(column.take());
    }
    std::vector<std::int64_t> fids;
    for (std::uint32_t row = 0; row < m_geometry.size(); ++row) {
        table.rows.push_back(row);
        fids.push_back(std::int64_t{row} + 1);
    }
    ValidityReport validity;
    validity.states.assign(m_geometry.size(), shape == Shape::none ? GeometryState::empty : GeometryState::valid);
    LayerInfo info;
    info.crs = crs;
    table.layer = std::make_shared<Layer>(m_name, std::move(info), std::move(m_geometry), std::move(columns),
                                          std::move(fids), std::move(validity), "", "");
    table.fields = exportFields(*table.layer);
    return table;
}

} // namespace merestone
