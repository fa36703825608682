// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"
#include "geometry/packed_geometry.hpp"
#include "layers/column_builder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

struct RecordField {
    const char* name = "";
    ColumnType type = ColumnType::text;
};

/// A table for export that grows row by row from what a run or a comparison says; values are added in the order of the
/// fields. Belongs to one thread.
class RecordTable {
public:
    RecordTable(std::string name, const std::vector<RecordField>& fields);

    /// Empty texts become null, broken UTF-8 is replaced.
    RecordTable& text(const std::string& value);
    RecordTable& real(const std::optional<double>& value);
    RecordTable& integer(std::size_t value);
    RecordTable& boolean(bool value);
    /// Ends the row, with the first feature of `geometry` as its shape; an empty one is none.
    void endRow(const PackedGeometry& geometry = {});

    /// The table with all its rows; nothing is left behind. All shapes are of the kind `shape`, in the CRS `crs`.
    [[nodiscard]] ExportTable take(ExportTable::Kind kind, Shape shape, std::string title, std::string description,
                                   const std::string& crs);

private:
    ColumnBuilder& next() { return m_columns[m_next++]; }

    std::string m_name;
    std::vector<ColumnBuilder> m_columns;
    PackedGeometry m_geometry;
    std::size_t m_next = 0;
};

} // namespace merestone
