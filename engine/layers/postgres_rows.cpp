// SPDX-License-Identifier: MIT
#include "layers/postgres_rows.hpp"

#include "base/text.hpp"
#include "layers/sql_text.hpp"

#include <cpl_string.h>

namespace merestone {

namespace {

/// Columns of the query are called by number, so that no name of a source means something to GDAL.
std::string alias(std::size_t number) {
    return "c" + std::to_string(number);
}

/// A column as it is selected: what we read as text is made text by the server (uuid, jsonb, enumerations, arrays).
std::string selected(const SourceField& field) {
    return sqlName(field.name) + (field.type == ColumnType::text ? "::text" : "");
}

/// Every digit that a coordinate has.
std::string number(double value) {
    return std::string(CPLSPrintf("%.17g", value));
}

void append(std::string& list, const std::string& part, const char* joint) {
    list += (list.empty() ? "" : joint) + part;
}

} // namespace

PostgresRows::PostgresRows(const LayerRequest& request, const OpenedSource& source, OGRLayerH layer,
                           PostgresTable table, RowQuery query)
    : m_source(source), m_table(std::move(table)), m_fidColumn(OGR_L_GetFIDColumn(layer)) {
    if (m_table.geometryColumn.empty() || !query.geometry || query.tableShape.any()) {
        query.sourceBox.reset();
    }
    if (m_fidColumn.empty() && request.idField.empty()) {
        m_notes.push_back({"rows.unnamed",
                           "it has no primary key that is a whole number, so its rows are only numbered as they come; "
                           "set `id:` to a column that names them",
                           0});
    }
    const std::string from = select(query) + " FROM " + m_table.relation;
    const std::string sorted = order(query);
    if (!query.filter.empty()) {
        const GdalMessages messages; // a filter that the server cannot take is no error: the condition is ours
        run(query, from + conditions(query, true) + sorted);
    }
    if (!m_result) {
        run(query, from + conditions(query, false) + sorted);
    }
    if (!m_result) {
        failRequest(request, "the database does not let it be read (" + printable(CPLGetLastErrorMsg()) +
                                 "): the role needs USAGE on its schema and SELECT on it");
    }
}

std::string PostgresRows::select(const RowQuery& query) const {
    std::string columns;
    std::size_t count = 0;
    for (const SourceField& field : query.fields) {
        append(columns, selected(field) + " AS " + alias(count++), ", ");
    }
    if (query.tableShape.any()) {
        for (const SourceField& field : query.tableFields) {
            append(columns, selected(field) + " AS " + alias(count++), ", ");
        }
    }
    if (!m_fidColumn.empty()) {
        append(columns, sqlName(m_fidColumn) + "::bigint AS fid", ", ");
    }
    if (query.geometry && !m_table.geometryColumn.empty() && !query.tableShape.any()) {
        append(columns, m_table.geometry() + " AS shape", ", ");
    }
    return "SELECT " + (columns.empty() ? "1 AS one" : columns);
}

std::string PostgresRows::conditions(const RowQuery& query, bool withFilter) {
    std::string all;
    if (query.sourceBox) {
        const Box& box = *query.sourceBox;
        const std::string shape = m_table.geometry();
        std::string inside = shape + " && ST_MakeEnvelope(" + number(box.minX) + ", " + number(box.minY) + ", " +
                             number(box.maxX) + ", " + number(box.maxY) + ") OR " + shape + " IS NULL";
        if (m_table.holdsEmptyShapes(m_source)) {
            inside += " OR " + m_table.isEmptyShape();
        }
        append(all, "(" + inside + ")", " AND ");
    }
    if (withFilter) {
        append(all, "(" + query.filter + ")", " AND ");
    }
    return all.empty() ? all : " WHERE " + all;
}

std::string PostgresRows::order(const RowQuery& query) const {
    std::string columns;
    for (const std::string& column : m_table.key) {
        append(columns, sqlName(column), ", ");
    }
    if (columns.empty()) { // the field of `id:` is the first of the query's
        for (const SourceField& field : query.fields) {
            append(columns, sqlName(field.name) + "::text COLLATE \"C\"", ", ");
        }
        if (query.geometry && !m_table.geometryColumn.empty() && !query.tableShape.any()) {
            append(columns, "ST_AsBinary(" + m_table.geometry() + ")", ", ");
        }
    }
    return columns.empty() ? columns : " ORDER BY " + columns;
}

void PostgresRows::run(const RowQuery& query, const std::string& sql) {
    m_result = queryDatabase(m_source.dataset.get(), sql);
    if (!m_result) {
        return;
    }
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_result.get());
    std::size_t count = 0;
    const auto place = [&](SourceField& field) {
        field.ogrIndex = OGR_FD_GetFieldIndex(definition, alias(count++).c_str());
        field.ogrType = OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, field.ogrIndex));
    };
    RowQuery placed = query;
    placed.sourceBox.reset();
    placed.filter.clear();
    for (SourceField& field : placed.fields) {
        place(field);
    }
    if (placed.tableShape.any()) {
        for (SourceField& field : placed.tableFields) {
            place(field);
        }
    }
    placed.fidField = OGR_FD_GetFieldIndex(definition, "fid");
    m_rows = std::make_unique<FeatureRows>(m_result.get(), std::move(placed));
}

void PostgresRows::next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) {
    m_rows->next(batch, columns, most);
}

} // namespace merestone
