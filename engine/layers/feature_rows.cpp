// SPDX-License-Identifier: MIT
#include "layers/feature_rows.hpp"

#include "base/text.hpp"
#include "geometry/wkb.hpp"
#include "layers/gdal_session.hpp"
#include "layers/value_types.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cpl_string.h>
#include <cstdio>

namespace merestone {

namespace {

struct FeatureDeleter {
    void operator()(OGRFeatureH feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDeleter>;

struct GeometryDeleter {
    void operator()(OGRGeometryH geometry) const noexcept { OGR_G_DestroyGeometry(geometry); }
};
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDeleter>;

std::string dateText(OGRFeatureH feature, const SourceField& field) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int zone = 0;
    float second = 0.0F;
    if (OGR_F_GetFieldAsDateTimeEx(feature, field.ogrIndex, &year, &month, &day, &hour, &minute, &second, &zone) == 0) {
        return {};
    }
    std::array<char, 80> text{};
    constexpr int kUtc = 100;
    if (field.ogrType == OFTDate) {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    } else {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour, minute,
                      static_cast<int>(second), zone == kUtc ? "Z" : "");
    }
    return normalisedDate(text.data());
}

} // namespace

FeatureRows::FeatureRows(OGRLayerH layer, RowQuery query)
    : m_layer(layer), m_query(std::move(query)), m_decoder(m_query.encoding) {
    ignoreOtherFields();
    if (m_query.sourceBox) {
        const Box& box = *m_query.sourceBox;
        OGR_L_SetSpatialFilterRect(m_layer, box.minX, box.minY, box.maxX, box.maxY);
    }
    if (!m_query.filter.empty()) {
        const GdalMessages messages; // a filter that this driver cannot take is no error: the condition is ours
        if (OGR_L_SetAttributeFilter(m_layer, m_query.filter.c_str()) != OGRERR_NONE) {
            OGR_L_SetAttributeFilter(m_layer, nullptr);
        }
    }
    OGR_L_ResetReading(m_layer);
}

FeatureRows::~FeatureRows() {
    const GdalMessages messages;
    OGR_L_SetSpatialFilter(m_layer, nullptr);
    OGR_L_SetAttributeFilter(m_layer, nullptr);
    OGR_L_SetIgnoredFields(m_layer, nullptr);
}

void FeatureRows::ignoreOtherFields() {
    if (OGR_L_TestCapability(m_layer, OLCIgnoreFields) == 0) {
        return;
    }
    std::vector<int> used{m_query.fidField};
    for (const SourceField& field : m_query.fields) {
        used.push_back(field.ogrIndex);
    }
    for (const int position : {m_query.tableShape.x, m_query.tableShape.y, m_query.tableShape.wkt}) {
        if (position >= 0) {
            used.push_back(m_query.tableFields[static_cast<std::size_t>(position)].ogrIndex);
        }
    }
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_layer);
    CPLStringList ignored;
    ignored.AddString("OGR_STYLE");
    if (!m_query.geometry || m_query.tableShape.any()) {
        ignored.AddString("OGR_GEOMETRY");
    }
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        const char* name = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i));
        // Names are all that can be ignored by, so a name that stands twice is left alone.
        if (std::find(used.begin(), used.end(), i) == used.end() && OGR_FD_GetFieldIndex(definition, name) == i) {
            ignored.AddString(name);
        }
    }
    OGR_L_SetIgnoredFields(m_layer, const_cast<const char**>(ignored.List()));
}

void FeatureRows::next(RowBatch& batch, std::vector<ColumnBuilder>& columns, std::size_t most) {
    batch.clear();
    m_arena.clear();
    m_ends.clear();
    while (batch.size() < most) {
        const FeatureHandle feature{OGR_L_GetNextFeature(m_layer)};
        if (!feature) {
            break;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            addValue(feature.get(), m_query.fields[i], columns[i]);
        }
        if (m_query.tableShape.any() && m_query.geometry) {
            addTableShape(feature.get(), batch);
        } else if (m_query.geometry) {
            addShape(feature.get(), batch);
        }
        batch.fids.push_back(m_query.fidField < 0 ? OGR_F_GetFID(feature.get())
                                                  : OGR_F_GetFieldAsInteger64(feature.get(), m_query.fidField));
        m_ends.push_back(m_arena.size());
    }
    std::size_t begin = 0;
    for (const std::size_t end : m_ends) {
        batch.shapes.push_back(std::string_view(m_arena).substr(begin, end - begin));
        begin = end;
    }
}

void FeatureRows::addValue(OGRFeatureH feature, const SourceField& field, ColumnBuilder& column) {
    if (OGR_F_IsFieldSetAndNotNull(feature, field.ogrIndex) == 0) {
        column.addNull();
        return;
    }
    switch (field.ogrType) {
    case OFTInteger:
    case OFTInteger64:
        column.addInteger(OGR_F_GetFieldAsInteger64(feature, field.ogrIndex));
        return;
    case OFTReal:
        column.addNumber(OGR_F_GetFieldAsDouble(feature, field.ogrIndex));
        return;
    case OFTDate:
    case OFTDateTime:
        column.addText(dateText(feature, field));
        return;
    default:
        break;
    }
    const std::string_view text = m_decoder.decode(OGR_F_GetFieldAsString(feature, field.ogrIndex));
    if (column.column().type == ColumnType::date) {
        column.addText(normalisedDate(text));
    } else {
        column.addText(text);
    }
}

void FeatureRows::addWkb(OGRGeometryH geometry) {
    const auto bytes = static_cast<std::size_t>(OGR_G_WkbSize(geometry));
    const std::size_t begin = m_arena.size();
    m_arena.resize(begin + bytes);
    if (OGR_G_ExportToIsoWkb(geometry, wkbNDR, reinterpret_cast<unsigned char*>(m_arena.data() + begin)) !=
        OGRERR_NONE) {
        m_arena.resize(begin);
    }
}

void FeatureRows::addShape(OGRFeatureH feature, RowBatch& batch) {
    const OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (geometry == nullptr) {
        return;
    }
    const std::size_t before = m_arena.size();
    addWkb(geometry);
    if (m_arena.size() == before) {
        batch.faults.push_back({batch.size(), "its geometry cannot be decoded"});
    }
}

bool FeatureRows::coordinate(OGRFeatureH feature, int position, double& value, RowBatch& batch) {
    const SourceField& field = m_query.tableFields[static_cast<std::size_t>(position)];
    if (field.ogrType == OFTReal || field.ogrType == OFTInteger || field.ogrType == OFTInteger64) {
        value = OGR_F_GetFieldAsDouble(feature, field.ogrIndex);
        return true;
    }
    const char* text = OGR_F_GetFieldAsString(feature, field.ogrIndex);
    if (parseNumber(text, value)) {
        return true;
    }
    constexpr std::size_t kMostShown = 40;
    batch.faults.push_back({batch.size(), "column '" + printable(field.name) + "' holds '" +
                                              printable(std::string_view(text).substr(0, kMostShown)) +
                                              "', which is no number"});
    return false;
}

void FeatureRows::addTableShape(OGRFeatureH feature, RowBatch& batch) {
    const auto isSet = [&](int position) {
        const SourceField& field = m_query.tableFields[static_cast<std::size_t>(position)];
        return OGR_F_IsFieldSetAndNotNull(feature, field.ogrIndex) != 0 &&
               OGR_F_GetFieldAsString(feature, field.ogrIndex)[0] != '\0';
    };
    const TableShape& shape = m_query.tableShape;
    if (shape.wkt >= 0) {
        if (!isSet(shape.wkt)) {
            return;
        }
        const SourceField& field = m_query.tableFields[static_cast<std::size_t>(shape.wkt)];
        std::string text = OGR_F_GetFieldAsString(feature, field.ogrIndex);
        if (lowered(text.substr(0, 5)) == "srid=") {
            text.erase(0, text.find(';') == std::string::npos ? text.size() : text.find(';') + 1);
        }
        char* rest = text.data();
        OGRGeometryH raw = nullptr;
        const GdalMessages messages;
        const bool read = OGR_G_CreateFromWkt(&rest, nullptr, &raw) == OGRERR_NONE;
        const GeometryHandle geometry(raw);
        if (read && geometry) {
            addWkb(geometry.get());
        } else {
            batch.faults.push_back({batch.size(), "column '" + printable(field.name) + "' holds no WKT geometry"});
        }
        return;
    }
    if (!isSet(shape.x) && !isSet(shape.y)) {
        return;
    }
    if (!isSet(shape.x) || !isSet(shape.y)) {
        batch.faults.push_back({batch.size(), "only one of its two coordinates is filled in"});
        return;
    }
    Point point;
    if (coordinate(feature, shape.x, point.x, batch) && coordinate(feature, shape.y, point.y, batch)) {
        m_arena += wkbPoint(point);
    }
}

} // namespace merestone
