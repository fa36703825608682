// SPDX-License-Identifier: MIT
#include "layers/fields.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/column_builder.hpp"
#include "layers/value_types.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace merestone {

namespace {

struct FeatureDeleter {
    void operator()(OGRFeatureH feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDeleter>;

constexpr const char* kSpecialFields[] = {"fid", "ogr_geom_area"}; // of OGR SQL; no columns

ColumnType typeOf(OGRFieldDefnH definition) {
    switch (OGR_Fld_GetType(definition)) {
    case OFTInteger:
        return OGR_Fld_GetSubType(definition) == OFSTBoolean ? ColumnType::boolean : ColumnType::integer;
    case OFTInteger64:
        return ColumnType::integer;
    case OFTReal:
        return ColumnType::real;
    case OFTDate:
    case OFTDateTime:
        return ColumnType::date;
    default:
        return ColumnType::text;
    }
}

/// Looks at every value of the text fields of a CSV file.
void inferTypes(OGRLayerH layer, std::vector<SourceField>& fields, const RunContext& context) {
    std::vector<ValueTypes> kinds(fields.size());
    constexpr std::size_t kRowsBetweenLooks = 4096;
    std::size_t rows = 0;
    OGR_L_ResetReading(layer);
    while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].ogrType == OFTString && OGR_F_IsFieldSetAndNotNull(feature.get(), fields[i].ogrIndex) != 0) {
                kinds[i].add(OGR_F_GetFieldAsString(feature.get(), fields[i].ogrIndex));
            }
        }
        if (++rows % kRowsBetweenLooks == 0) {
            context.throwIfStopped();
        }
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].ogrType == OFTString) {
            fields[i].type = kinds[i].type();
        }
    }
}

std::vector<std::string> namesOf(const std::vector<SourceField>& fields) {
    std::vector<std::string> names;
    for (const SourceField& field : fields) {
        names.push_back(field.name);
    }
    return names;
}

int requireField(const LayerRequest& request, const std::vector<SourceField>& fields, const std::string& name,
                 const char* purpose) {
    const int position = findField(fields, name);
    if (position < 0) {
        const std::vector<std::string> names = namesOf(fields);
        std::string list;
        constexpr std::size_t kMostListed = 30;
        for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i) {
            list += (list.empty() ? "" : ", ") + printable(names[i]);
        }
        failRequest(request, "there is no column '" + printable(name) + "'" + purpose + didYouMean(name, names) +
                                 (list.empty() ? " (it has no columns)" : " (there are: " + list + ")"));
    }
    return position;
}

constexpr std::array<const char*, 7> kWktNames = {"wkt", "geometry", "geom", "the_geom", "wkt_geom", "shape", "point"};
constexpr std::array<std::array<const char*, 2>, 12> kXyNames = {{{"x", "y"},
                                                                  {"easting", "northing"},
                                                                  {"eastings", "northings"},
                                                                  {"geox", "geoy"},
                                                                  {"x_coordinate", "y_coordinate"},
                                                                  {"xcoord", "ycoord"},
                                                                  {"x_coord", "y_coord"},
                                                                  {"longitude", "latitude"},
                                                                  {"lon", "lat"},
                                                                  {"long", "lat"},
                                                                  {"lng", "lat"},
                                                                  {"point_x", "point_y"}}};

/// Whether the first value that stands in a column starts like WKT; columns of that name hold other things too.
bool holdsWkt(OGRLayerH layer, const SourceField& field) {
    constexpr int kRowsLookedAt = 1000;
    OGR_L_ResetReading(layer);
    for (int row = 0; row < kRowsLookedAt; ++row) {
        const FeatureHandle feature{OGR_L_GetNextFeature(layer)};
        if (!feature) {
            break;
        }
        if (OGR_F_IsFieldSetAndNotNull(feature.get(), field.ogrIndex) != 0) {
            return startsLikeWkt(OGR_F_GetFieldAsString(feature.get(), field.ogrIndex));
        }
    }
    return false;
}

} // namespace

std::vector<SourceField> sourceFields(const OpenedSource& source, OGRLayerH layer, const RunContext& context) {
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<SourceField> fields;
    TextDecoder decoder;
    const std::string key = OGR_L_GetFIDColumn(layer);
    if (source.format == Format::postgres && !key.empty()) {
        fields.push_back({key, ColumnType::integer, -1, OFTInteger64});
    }
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        const OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        fields.push_back(
            {std::string(decoder.decode(OGR_Fld_GetNameRef(field))), typeOf(field), i, OGR_Fld_GetType(field)});
    }
    if (source.format == Format::csv) {
        inferTypes(layer, fields, context);
    }
    return fields;
}

int findField(const std::vector<SourceField>& fields, const std::string& name) {
    int position = -1;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == name) {
            return static_cast<int>(i);
        }
        if (position < 0 && lowered(fields[i].name) == lowered(name)) {
            position = static_cast<int>(i);
        }
    }
    return position;
}

std::vector<int> requestedFields(const LayerRequest& request, const std::vector<SourceField>& fields) {
    std::vector<int> positions;
    const auto add = [&positions](int position) {
        if (std::find(positions.begin(), positions.end(), position) == positions.end()) {
            positions.push_back(position);
        }
    };
    if (!request.idField.empty()) {
        add(requireField(request, fields, request.idField, " for `id:`"));
    }
    if (!request.nameField.empty()) {
        add(requireField(request, fields, request.nameField, " for `name:`"));
    }
    for (const std::string& column : request.columns) {
        const bool special = std::any_of(std::begin(kSpecialFields), std::end(kSpecialFields),
                                         [&](const char* each) { return lowered(column) == each; });
        if (!special || findField(fields, column) >= 0) {
            add(requireField(request, fields, column, ""));
        }
    }
    if (request.allColumns) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            add(static_cast<int>(i));
        }
    }
    std::sort(positions.begin(), positions.end()); // whoever sees them looks for the order of the source
    return positions;
}

TableShape findTableShape(const LayerRequest& request, const std::vector<SourceField>& fields, OGRLayerH layer) {
    TableShape shape;
    if (!request.wktField.empty()) {
        shape.wkt = requireField(request, fields, request.wktField, " for `wkt:`");
        return shape;
    }
    if (!request.xField.empty() || !request.yField.empty()) {
        if (request.xField.empty() || request.yField.empty()) {
            failRequest(request, "`x:` and `y:` go together: name both columns");
        }
        shape.x = requireField(request, fields, request.xField, " for `x:`");
        shape.y = requireField(request, fields, request.yField, " for `y:`");
        return shape;
    }
    for (const char* name : kWktNames) {
        const int position = findField(fields, name);
        if (position >= 0 && fields[static_cast<std::size_t>(position)].ogrType == OFTString &&
            holdsWkt(layer, fields[static_cast<std::size_t>(position)])) {
            shape.wkt = position;
            return shape;
        }
    }
    for (const auto& pair : kXyNames) {
        shape.x = findField(fields, pair[0]);
        shape.y = findField(fields, pair[1]);
        if (shape.any()) {
            return shape;
        }
    }
    return TableShape{};
}

} // namespace merestone
