// SPDX-License-Identifier: MIT
#include "exchange/export/ogr_values.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geometry/wkb.hpp"

namespace merestone {

OGRSpatialReference spatialReference(const std::string& crs, const std::string& name) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) !=
        OGRERR_NONE) {
        throw Error(ErrorCode::output,
                    printable(name) + ": the coordinate system '" + printable(crs) + "' is not known to PROJ");
    }
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

OGRwkbGeometryType geometryType(const ExportTable& table) noexcept {
    switch (table.shape) {
    case Shape::point:
        return table.multi ? ::wkbMultiPoint : ::wkbPoint;
    case Shape::line:
        return wkbMultiLineString;
    case Shape::polygon:
        return wkbMultiPolygon;
    case Shape::none:
        break;
    }
    return wkbNone;
}

OGRFieldType ogrType(FieldType type) noexcept {
    switch (type) {
    case FieldType::integer:
        return OFTInteger64;
    case FieldType::real:
        return OFTReal;
    case FieldType::boolean:
        return OFTInteger;
    case FieldType::date:
        return OFTDate;
    case FieldType::dateTime:
        return OFTDateTime;
    case FieldType::text:
        break;
    }
    return OFTString;
}

void setValue(OGRFeature& feature, int field, const ExportTable& table, const ExportField& from, std::uint32_t row) {
    const Column& column = table.column(from);
    if (column.isNull(row)) {
        feature.SetFieldNull(field);
    } else if (column.isText()) {
        feature.SetField(field, column.dictionary[column.codes[row]].c_str());
    } else if (from.type == FieldType::real) {
        feature.SetField(field, column.numbers[row]);
    } else {
        feature.SetField(field, static_cast<GIntBig>(column.numbers[row]));
    }
}

OGRGeometry* ogrGeometry(const Layer& layer, std::uint32_t row, OGRwkbGeometryType type,
                         OGRSpatialReference* reference) {
    const std::string wkb = toWkb(layer.geometry(), row);
    if (wkb.empty()) {
        return nullptr;
    }
    OGRGeometry* made = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), reference, &made, wkb.size()) != OGRERR_NONE) {
        throw Error(ErrorCode::internal, "a shape of " + layer.name() + " cannot be handed to GDAL");
    }
    return OGRGeometryFactory::forceTo(made, type);
}

} // namespace merestone
