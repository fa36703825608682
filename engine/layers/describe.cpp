// SPDX-License-Identifier: MIT
#include "layers/layer_reader.hpp"

#include "base/text.hpp"

#include <ogr_core.h>

namespace merestone {

SourceDescription LayerReader::describe() {
    SourceDescription result;
    result.path = isDatabase(m_request) ? requestPlace(m_request) : m_source.file.path.string();
    result.driver = m_source.driver();
    result.layer = printable(OGR_L_GetName(m_layer));
    for (const std::string& name : layerNames(m_source)) {
        result.layers.push_back(printable(name));
    }
    for (const SourceField& field : m_fields) {
        result.fields.push_back({field.name, field.type});
    }
    result.geometryType = OGRGeometryTypeToName(OGR_L_GetGeomType(m_layer));
    result.geometryColumn = OGR_L_GetGeometryColumn(m_layer);
    if (m_tableShape.any()) {
        const auto name = [this](int position) { return m_fields[static_cast<std::size_t>(position)].name; };
        const bool wkt = m_tableShape.wkt >= 0;
        result.geometryType = wkt ? "Unknown (any)" : "Point";
        result.geometryColumn = wkt ? name(m_tableShape.wkt) : name(m_tableShape.x) + ", " + name(m_tableShape.y);
    }
    if (const std::optional<Crs> crs = Crs::ofLayer(m_layer)) {
        result.crs = crs->label();
    }
    result.featureCount = m_statedCount;
    OGREnvelope envelope;
    if (m_hasGeometry && OGR_L_GetExtent(m_layer, &envelope, FALSE) == OGRERR_NONE) {
        const Box box{envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY};
        if (!box.empty()) {
            result.extent = box;
        }
    }
    throwOnFailure();
    return result;
}

} // namespace merestone
