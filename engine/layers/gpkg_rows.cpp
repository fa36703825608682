// SPDX-License-Identifier: MIT
#include "layers/gpkg_rows.hpp"

#include "base/text.hpp"
#include "layers/gpkg_blob.hpp"
#include "layers/sql_text.hpp"
#include "layers/value_types.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// Below this a whole scan costs less than the trust in an index.
constexpr long long kSmallTable = 5000;

} // namespace

GpkgRows::GpkgRows(const LayerRequest& request, GpkgTable table, RowQuery query, const RunContext& context,
                   SqliteGuard& guard)
    : m_request(request), m_table(std::move(table)), m_query(std::move(query)), m_context(context), m_guard(guard) {
    bool useIndex = m_query.sourceBox && m_query.geometry && !m_table.index.empty();
    if (useIndex) {
        // A small table is scanned; the sampling below would cost more.
        const GpkgTable::Statement count =
            m_table.statement("SELECT count(*) FROM (SELECT 1 FROM " + sqlName(m_table.name) + " LIMIT " +
                              std::to_string(kSmallTable) + ")");
        useIndex =
            count && sqlite3_step(count.get()) == SQLITE_ROW && sqlite3_column_int64(count.get(), 0) >= kSmallTable;
    }
    if (useIndex && !m_table.indexIsSound()) {
        useIndex = false;
        m_notes.push_back({"index.wrong",
                           "the spatial index of the file does not agree with its shapes, so every row was read; make "
                           "it anew (in QGIS: Create spatial index)",
                           0});
    }
    if (useIndex && !m_table.indexHoldsAll()) {
        useIndex = false;
        m_notes.push_back({"index.partial",
                           "some features have no shape and may lie anywhere, so every row was read; delete them if "
                           "they are not meant",
                           0});
    }
    m_guard.touch();
    prepare(useIndex);
}

std::string GpkgRows::statementText(bool useIndex, bool useFilter) const {
    std::string text = "SELECT " + sqlName(m_table.fidColumn);
    for (const SourceField& field : m_query.fields) {
        text += "," + sqlName(field.name);
    }
    if (m_query.geometry) {
        text += "," + sqlName(m_table.geometryColumn);
    }
    text += " FROM " + sqlName(m_table.name);
    const char* joint = " WHERE ";
    if (useIndex) {
        text += joint + sqlName(m_table.fidColumn) + " IN (SELECT id FROM " + sqlName(m_table.index) +
                " WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4)";
        joint = " AND ";
    }
    if (useFilter) {
        text += joint + ("(" + m_query.filter + ")");
    }
    return text + " ORDER BY " + sqlName(m_table.fidColumn);
}

void GpkgRows::prepare(bool useIndex) {
    // A name that is no column is an error and not, by SQLite's old habit, a text.
    sqlite3_db_config(m_table.database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    if (!m_query.filter.empty()) {
        m_statement = m_table.statement(statementText(useIndex, true));
    }
    if (!m_statement) { // SQLite cannot take the filter: the condition is evaluated by us in any case
        m_statement = m_table.statement(statementText(useIndex, false));
    }
    if (!m_statement) {
        failReading();
    }
    sqlite3_stmt* statement = m_statement.get();
    if (useIndex) {
        const Box& box = *m_query.sourceBox;
        sqlite3_bind_double(statement, 1, box.minX);
        sqlite3_bind_double(statement, 2, box.maxX);
        sqlite3_bind_double(statement, 3, box.minY);
        sqlite3_bind_double(statement, 4, box.maxY);
    }
}

void GpkgRows::failReading() const {
    m_context.throwIfStopped();
    if (m_guard.timedOut()) {
        failRequest(m_request,
                    "a query stored in the file does not come to an end: export the layer to a new GeoPackage");
    }
    const std::string text = printable(sqlite3_errmsg(m_table.database));
    failRequest(m_request, "reading stopped in the middle (" + text + "): export the layer to a new GeoPackage");
}

void GpkgRows::next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) {
    batch.clear();
    m_arena.clear();
    m_ends.clear();
    sqlite3_stmt* statement = m_statement.get();
    while (!m_atEnd && batch.size() < most) {
        const int code = sqlite3_step(statement);
        if (code == SQLITE_DONE) {
            m_atEnd = true;
            break;
        }
        if (code != SQLITE_ROW) {
            failReading();
        }
        int cell = 0;
        const std::int64_t fid = sqlite3_column_int64(statement, cell++);
        for (ColumnBuilder& column : columns) {
            addValue(cell++, column);
        }
        if (m_query.geometry) {
            addShape(cell, batch);
        }
        batch.fids.push_back(fid);
        m_ends.push_back(m_arena.size());
    }
    m_guard.touch();
    std::size_t begin = 0;
    for (const std::size_t end : m_ends) {
        batch.shapes.push_back(std::string_view(m_arena).substr(begin, end - begin));
        begin = end;
    }
}

void GpkgRows::addValue(int cell, ColumnBuilder& column) {
    sqlite3_value* value = sqlite3_column_value(m_statement.get(), cell);
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        column.addInteger(sqlite3_value_int64(value));
        return;
    case SQLITE_FLOAT:
        column.addNumber(sqlite3_value_double(value));
        return;
    case SQLITE_TEXT:
        break;
    default:
        column.addNull();
        return;
    }
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    const auto length = static_cast<std::size_t>(sqlite3_value_bytes(value));
    const std::string_view text = m_decoder.decode(std::string_view(bytes, length));
    if (column.column().type == ColumnType::date) {
        column.addText(normalisedDate(text));
    } else {
        column.addText(text);
    }
}

void GpkgRows::addShape(int cell, RowBatch& batch) {
    sqlite3_value* value = sqlite3_column_value(m_statement.get(), cell);
    if (sqlite3_value_type(value) == SQLITE_NULL) {
        return;
    }
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    const auto length = static_cast<std::size_t>(sqlite3_value_bytes(value));
    const std::string_view wkb = wkbOfBlob(std::string_view(bytes, bytes == nullptr ? 0 : length));
    if (wkb.empty()) {
        batch.faults.push_back({batch.size(), "its geometry is not in GeoPackage form"});
        return;
    }
    m_arena += wkb;
}

} // namespace merestone
