// SPDX-License-Identifier: MIT
#include "layers/postgres_table.hpp"

#include "layers/sql_text.hpp"

namespace merestone {

namespace {

struct FeatureDeleter {
    void operator()(OGRFeatureH feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDeleter>;

/// GDAL calls a layer "table" or "schema.table", and "table(column)" where a table has several geometry columns.
std::string nameInDatabase(OGRLayerH layer) {
    std::string name = OGR_L_GetName(layer);
    const std::string column = std::string("(") + OGR_L_GetGeometryColumn(layer) + ")";
    if (column.size() > 2 && name.ends_with(column)) {
        name.resize(name.size() - column.size());
    }
    return name;
}

/// The query for one relation, each column of its key in a row of its own; the relation itself where it has no key.
std::string catalogueQuery(const std::string& name, const std::string& geometryColumn) {
    const std::string column = sqlText(geometryColumn);
    return "SELECT n.nspname::text AS schema, c.relname::text AS relation, k.attname::text AS key, "
           "coalesce((SELECT t.typname = 'geography' FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid "
           "= "
           "a.atttypid WHERE a.attrelid = c.oid AND a.attname = " +
           column +
           "), false)::int AS geography "
           "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
           "LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary "
           "LEFT JOIN pg_catalog.pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY(i.indkey) "
           "WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND (n.nspname || '.' || c.relname = " +
           sqlText(name) + " OR (c.relname = " + sqlText(name) +
           " AND pg_catalog.pg_table_is_visible(c.oid))) "
           "ORDER BY c.relname = " +
           sqlText(name) + ", c.oid, array_position(i.indkey::int2[], k.attnum)";
}

} // namespace

ResultSet queryDatabase(GDALDatasetH dataset, const std::string& sql) {
    return {GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr), ResultSetRelease{dataset}};
}

std::string PostgresTable::geometry() const {
    return sqlName(geometryColumn) + (isGeography ? "::geometry" : "");
}

std::string PostgresTable::isEmptyShape() const {
    return "NOT (" + geometry() + " && " + geometry() + ")";
}

bool PostgresTable::holdsEmptyShapes(const OpenedSource& source) const {
    const ResultSet rows = queryDatabase(source.dataset.get(),
                                         "SELECT 1 AS one FROM " + relation + " WHERE " + isEmptyShape() + " LIMIT 1");
    return rows && FeatureHandle(OGR_L_GetNextFeature(rows.get())) != nullptr;
}

std::optional<PostgresTable> PostgresTable::of(const OpenedSource& source, OGRLayerH layer) {
    PostgresTable table;
    table.geometryColumn = OGR_L_GetGeometryColumn(layer);
    const ResultSet rows =
        queryDatabase(source.dataset.get(), catalogueQuery(nameInDatabase(layer), table.geometryColumn));
    if (!rows) {
        return std::nullopt;
    }
    enum Field { schemaName, relationName, keyName, geography };
    while (const FeatureHandle row{OGR_L_GetNextFeature(rows.get())}) {
        const std::string name = sqlName(OGR_F_GetFieldAsString(row.get(), schemaName)) + "." +
                                 sqlName(OGR_F_GetFieldAsString(row.get(), relationName));
        if (!table.relation.empty() && name != table.relation) {
            break; // a second relation that goes by the same name
        }
        table.relation = name;
        table.isGeography = OGR_F_GetFieldAsInteger(row.get(), geography) != 0;
        if (OGR_F_IsFieldSetAndNotNull(row.get(), keyName) != 0) {
            table.key.emplace_back(OGR_F_GetFieldAsString(row.get(), keyName));
        }
    }
    return table.relation.empty() ? std::nullopt : std::optional<PostgresTable>(std::move(table));
}

} // namespace merestone
