// SPDX-License-Identifier: MIT
#pragma once

#include "layers/open_dataset.hpp"

#include <string>
#include <vector>

namespace merestone {

/// One attribute of a source as we read it.
struct SourceField {
    std::string name;
    ColumnType type = ColumnType::text;
    int ogrIndex = 0;
    OGRFieldType ogrType = OFTString;
};

/// The attributes of a layer. A CSV file has only text, so its types are found by looking at every value: integer,
/// real, boolean (true/false) and ISO dates where all values fit; numbers with leading zeros stay text, they are codes.
/// The primary key of a database table is one of its attributes, besides being the feature number; its ogrIndex is -1.
[[nodiscard]] std::vector<SourceField> sourceFields(const OpenedSource& source, OGRLayerH layer,
                                                    const RunContext& context);

/// Position in `fields`, ASCII case ignored; -1 if there is none.
[[nodiscard]] int findField(const std::vector<SourceField>& fields, const std::string& name);

/// The positions that a request asks for: id, name, columns, all of them for inspection. An unknown one is an
/// Error(input) with the nearest known name.
[[nodiscard]] std::vector<int> requestedFields(const LayerRequest& request, const std::vector<SourceField>& fields);

/// The columns that hold the geometry of a bare table; -1 where there are none.
struct TableShape {
    int x = -1;
    int y = -1;
    int wkt = -1;
    [[nodiscard]] bool any() const noexcept { return wkt >= 0 || (x >= 0 && y >= 0); }
};

/// Columns named in the request, or else found by their usual names (wkt, geometry; x/y, easting/northing,
/// longitude/latitude, GeoX/GeoY …). A named column that does not exist is an Error(input).
[[nodiscard]] TableShape findTableShape(const LayerRequest& request, const std::vector<SourceField>& fields,
                                        OGRLayerH layer);

} // namespace merestone
