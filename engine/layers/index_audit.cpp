// SPDX-License-Identifier: MIT
#include "layers/index_audit.hpp"

#include "layers/gdal_session.hpp"
#include "layers/shapefile_parts.hpp"

#include <memory>

namespace merestone {

namespace {

struct FeatureDeleter {
    void operator()(OGRFeatureH feature) const noexcept { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDeleter>;

constexpr GIntBig kSmallLayer = 5000;

bool isFound(OGRLayerH layer, GIntBig fid, const OGREnvelope& box) {
    constexpr int kMostLookedAt = 20'000;
    OGR_L_SetSpatialFilterRect(layer, box.MinX, box.MinY, box.MaxX, box.MaxY);
    OGR_L_ResetReading(layer);
    for (int i = 0; i < kMostLookedAt; ++i) {
        const FeatureHandle feature(OGR_L_GetNextFeature(layer));
        if (!feature) {
            return false;
        }
        if (OGR_F_GetFID(feature.get()) == fid) {
            return true;
        }
    }
    return true; // too crowded a place to tell
}

} // namespace

bool hasUsefulIndex(Format format, OGRLayerH layer, const std::string& gdalName) {
    if (format == Format::postgres || format == Format::geopackage) {
        return true;
    }
    if (OGR_L_GetFeatureCount(layer, FALSE) < kSmallLayer) {
        return false;
    }
    if (format == Format::flatgeobuf) {
        return OGR_L_TestCapability(layer, OLCFastSpatialFilter) != 0; // what has an index holds shapes only
    }
    const bool isShapefile = format == Format::shapefile || format == Format::zip;
    return isShapefile && !someRecordsLackShape(gdalName);
}

bool indexIsSound(OGRLayerH layer) {
    constexpr GIntBig kSamples = 24;
    const GIntBig count = OGR_L_GetFeatureCount(layer, FALSE);
    bool sound = true;
    const GdalMessages messages;
    for (GIntBig k = 0; sound && k < kSamples && OGR_L_TestCapability(layer, OLCRandomRead) != 0; ++k) {
        const FeatureHandle feature(OGR_L_GetFeature(layer, (count - 1) * k / (kSamples - 1)));
        const OGRGeometryH geometry = feature ? OGR_F_GetGeometryRef(feature.get()) : nullptr;
        if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) {
            continue;
        }
        OGREnvelope box;
        OGR_G_GetEnvelope(geometry, &box);
        sound = isFound(layer, OGR_F_GetFID(feature.get()), box);
    }
    OGR_L_SetSpatialFilter(layer, nullptr);
    OGR_L_ResetReading(layer);
    return sound;
}

} // namespace merestone
