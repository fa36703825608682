// SPDX-License-Identifier: MIT
#include "exchange/declare_multipart.hpp"

#include <ogrsf_frmts.h>

#include <regex>
#include <string>

namespace merestone {

namespace {

/// A statement of SQLite; its first value, if it gives any.
std::string run(GDALDataset& file, const std::string& sql) {
    std::string first;
    if (OGRLayer* rows = file.ExecuteSQL(sql.c_str(), nullptr, nullptr)) {
        if (const OGRFeatureUniquePtr row{rows->GetNextFeature()}; row != nullptr && row->GetFieldCount() > 0) {
            first = row->GetFieldAsString(0);
        }
        file.ReleaseResultSet(rows);
    }
    return first;
}

std::string quoted(const std::string& text) {
    return "'" + CPLString(text).replaceAll("'", "''") + "'";
}

std::string escaped(const std::string& text) {
    return std::regex_replace(text, std::regex(R"([.^$|()\[\]{}*+?\\])"), R"(\$&)");
}

/// The statement that made a table, with another type for its column; the same when it is written in a way that is not
/// known, which costs no more than a warning of GDAL whenever the file is opened.
std::string withColumnType(const std::string& statement, const std::string& column, const std::string& type) {
    const std::regex place("([(,]\\s*[\"`\\[]?" + escaped(column) + "[\"`\\]]?\\s+)\\w+", std::regex::icase);
    return std::regex_replace(statement, place, "$1" + type, std::regex_constants::format_first_only);
}

} // namespace

bool declareMultipart(GDALDataset& file, OGRLayer& layer) {
    const std::string type = OGRToOGCGeomType(OGR_GT_GetCollection(layer.GetGeomType()));
    const std::string table = quoted(layer.GetName());
    const std::string ofTable = " WHERE type = 'table' AND lower(name) = lower(" + table + ")";
    const std::string made = run(file, "SELECT sql FROM sqlite_master" + ofTable);
    if (made.empty()) {
        return false; // a view
    }
    run(file, "UPDATE gpkg_geometry_columns SET geometry_type_name = " + quoted(type) +
                  " WHERE lower(table_name) = lower(" + table + ")");
    // The only way in SQLite that keeps the table's index, triggers and rows; GDAL itself does the same to its own.
    run(file, "PRAGMA writable_schema = 1");
    run(file,
        "UPDATE sqlite_master SET sql = " + quoted(withColumnType(made, layer.GetGeometryColumn(), type)) + ofTable);
    run(file, "PRAGMA writable_schema = 0");
    return run(file, "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE lower(table_name) = lower(" + table +
                         ")") == type;
}

} // namespace merestone
