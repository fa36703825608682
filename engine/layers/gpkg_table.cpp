// SPDX-License-Identifier: MIT
#include "layers/gpkg_table.hpp"

#include "base/text.hpp"
#include "layers/gpkg_blob.hpp"
#include "layers/sql_text.hpp"

namespace merestone {

GpkgTable::Statement GpkgTable::statement(const std::string& sql) const {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
        return nullptr;
    }
    return Statement(raw);
}

std::optional<GpkgTable> GpkgTable::of(const OpenedSource& source, OGRLayerH layer) {
    GpkgTable table;
    table.database = static_cast<sqlite3*>(GDALGetInternalHandle(source.dataset.get(), "SQLITE_HANDLE"));
    table.name = OGR_L_GetName(layer);
    table.fidColumn = OGR_L_GetFIDColumn(layer);
    table.geometryColumn = OGR_L_GetGeometryColumn(layer);
    if (table.database == nullptr || table.fidColumn.empty()) {
        return std::nullopt;
    }
    const Statement names = table.statement("SELECT lower(name) FROM sqlite_master WHERE type = 'table' AND "
                                            "lower(name) IN (lower(?1), lower(?2))");
    if (!names) {
        return std::nullopt;
    }
    const std::string index = "rtree_" + table.name + "_" + table.geometryColumn;
    sqlite3_bind_text(names.get(), 1, table.name.c_str(), -1, SQLITE_STATIC);
    sqlite3_bind_text(names.get(), 2, index.c_str(), -1, SQLITE_STATIC);
    bool isTable = false;
    while (sqlite3_step(names.get()) == SQLITE_ROW) {
        const std::string found = reinterpret_cast<const char*>(sqlite3_column_text(names.get(), 0));
        isTable = isTable || found != lowered(index);
        table.index = found == lowered(index) && !table.geometryColumn.empty() ? index : table.index;
    }
    return isTable ? std::optional<GpkgTable>(table) : std::nullopt;
}

bool GpkgTable::indexHoldsAll() const {
    // The tree's table of row ids is narrow: counting it takes some 5 ms for each million rows.
    const Statement counts = statement("SELECT (SELECT count(*) FROM " + sqlName(index + "_rowid") +
                                       "), (SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?1)");
    if (!counts || sqlite3_bind_text(counts.get(), 1, name.c_str(), -1, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_step(counts.get()) != SQLITE_ROW || sqlite3_column_type(counts.get(), 1) == SQLITE_NULL) {
        return true;
    }
    return sqlite3_column_int64(counts.get(), 0) >= sqlite3_column_int64(counts.get(), 1);
}

bool GpkgTable::indexIsSound() const {
    constexpr std::int64_t kSamples = 64;
    const std::string fid = sqlName(fidColumn);
    const std::string table = sqlName(name);
    // Two subqueries, as SQLite finds a lone minimum or maximum of a key without a scan.
    const Statement span =
        statement("SELECT (SELECT min(" + fid + ") FROM " + table + "), (SELECT max(" + fid + ") FROM " + table + ")");
    const Statement row = statement("SELECT " + fid + ", " + sqlName(geometryColumn) + " FROM " + table + " WHERE " +
                                    fid + " >= ?1 ORDER BY " + fid + " LIMIT 1");
    const Statement entry = statement("SELECT minx, miny, maxx, maxy FROM " + sqlName(index) + " WHERE id = ?1");
    if (!span || !row || !entry || sqlite3_step(span.get()) != SQLITE_ROW) {
        return false;
    }
    const std::int64_t low = sqlite3_column_int64(span.get(), 0);
    const std::int64_t high = sqlite3_column_int64(span.get(), 1);
    for (std::int64_t k = 0; k < kSamples; ++k) {
        sqlite3_reset(row.get());
        sqlite3_bind_int64(row.get(), 1, low + (high - low) / (kSamples - 1) * k);
        if (sqlite3_step(row.get()) != SQLITE_ROW) {
            return false;
        }
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row.get(), 1));
        const auto length = static_cast<std::size_t>(sqlite3_column_bytes(row.get(), 1));
        const std::optional<Box> box = boxOfBlob(std::string_view(bytes, bytes == nullptr ? 0 : length));
        if (!box) {
            continue; // no shape, so no entry either
        }
        sqlite3_reset(entry.get());
        sqlite3_bind_int64(entry.get(), 1, sqlite3_column_int64(row.get(), 0));
        if (sqlite3_step(entry.get()) != SQLITE_ROW) {
            return false;
        }
        const auto side = [&](int column) { return sqlite3_column_double(entry.get(), column); };
        if (!Box{side(0), side(1), side(2), side(3)}.contains(*box)) {
            return false;
        }
    }
    return true;
}

} // namespace merestone
