// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/export/table.hpp"

#include <string>

namespace merestone {

/// How a table for files looks in PostGIS: its columns and its rows as SQL.
struct PostgisTable {
    std::string name;
    std::string columns; ///< with their types, for CREATE TABLE
    std::string
        signature; ///< the same unquoted, the types as format_type() writes them: tells whether a table is alike
    bool hasShape = false;
    int srid = 0;

    /// Points, too, get the Multi type, so that the table is the same from run to run.
    PostgisTable(const ExportTable& table, int srid);

    /// A row of the table's layer as a list of SQL constants, in the order of the columns.
    [[nodiscard]] std::string values(const ExportTable& table, std::uint32_t row) const;
};

} // namespace merestone
