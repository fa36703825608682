// SPDX-License-Identifier: MIT
#include "exchange/postgis_table.hpp"

#include "base/text.hpp"
#include "exchange/export/ogr_values.hpp"
#include "layers/sql_text.hpp"

#include <cpl_string.h>

#include <array>
#include <vector>

namespace merestone {

namespace {

const char* typeName(FieldType type) {
    switch (type) {
    case FieldType::integer:
        return "bigint";
    case FieldType::real:
        return "double precision";
    case FieldType::boolean:
        return "boolean";
    case FieldType::date:
        return "date";
    case FieldType::dateTime:
        return "timestamp with time zone";
    case FieldType::text:
        break;
    }
    return "text";
}

const char* shapeType(Shape shape) {
    switch (shape) {
    case Shape::point:
        return "MultiPoint";
    case Shape::line:
        return "MultiLineString";
    case Shape::polygon:
        return "MultiPolygon";
    case Shape::none:
        break;
    }
    return "";
}

OGRwkbGeometryType multiType(Shape shape) {
    return shape == Shape::point ? ::wkbMultiPoint : shape == Shape::line ? wkbMultiLineString : wkbMultiPolygon;
}

std::string constant(const Column& column, FieldType type, std::uint32_t row) {
    if (column.isNull(row)) {
        return "NULL";
    }
    if (column.isText()) {
        return sqlText(toUtf8(column.dictionary[column.codes[row]]));
    }
    if (type == FieldType::boolean) {
        return column.numbers[row] != 0.0 ? "true" : "false";
    }
    return CPLSPrintf(type == FieldType::real ? "%.17g" : "%.0f", column.numbers[row]);
}

/// ISO WKB as a text of hexadecimal digits.
std::string hexWkb(OGRGeometry& shape) {
    std::vector<unsigned char> bytes(shape.WkbSize());
    shape.exportToWkb(wkbNDR, bytes.data(), wkbVariantIso);
    constexpr std::array<char, 17> kDigits{"0123456789abcdef"};
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 0xFU];
    }
    return hex;
}

} // namespace

PostgisTable::PostgisTable(const ExportTable& table, int sridOfShapes)
    : name(table.name), hasShape(table.shape != Shape::none), srid(sridOfShapes) {
    const auto add = [this](const std::string& column, const std::string& type) {
        const char* joint = columns.empty() ? "" : ", ";
        columns += joint + sqlName(column) + " " + type;
        signature += joint + column + " " + type;
    };
    add("fid", "bigint");
    for (const ExportField& field : table.fields) {
        add(field.name, typeName(field.type));
    }
    if (hasShape) {
        add("geom", std::string("geometry(") + shapeType(table.shape) + "," + std::to_string(srid) + ")");
    }
}

std::string PostgisTable::values(const ExportTable& table, std::uint32_t row) const {
    std::string list = std::to_string(table.layer->fid(row));
    for (const ExportField& field : table.fields) {
        list += "," + constant(table.column(field), field.type, row);
    }
    if (!hasShape) {
        return list;
    }
    const OGRGeometryUniquePtr shape(ogrGeometry(*table.layer, row, multiType(table.shape), nullptr));
    return list +
           (shape ? ",ST_GeomFromWKB('\\x" + hexWkb(*shape) + "'::bytea," + std::to_string(srid) + ")" : ",NULL");
}

} // namespace merestone
