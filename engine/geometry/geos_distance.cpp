// SPDX-License-Identifier: MIT
#include "geometry/geos_members.hpp"

#include <memory>

namespace merestone {

namespace {

struct SequenceDeleter {
    void operator()(GEOSCoordSequence* sequence) const noexcept { GEOSCoordSeq_destroy_r(geosHandle(), sequence); }
};

} // namespace

double distance(const GEOSGeom_t& a, const GEOSGeom_t& b) {
    const FilledGeometry first(a, "a distance");
    const FilledGeometry second(b, "a distance");
    double result = 0.0;
    succeeded(GEOSDistance_r(geosHandle(), first.get(), second.get(), &result), "measuring a distance");
    return result;
}

NearestPoints nearestPoints(const GEOSGeom_t& a, const GEOSGeom_t& b) {
    const FilledGeometry first(a, "a nearest point");
    const FilledGeometry second(b, "a nearest point");
    const GEOSContextHandle_t handle = geosHandle();
    const std::unique_ptr<GEOSCoordSequence, SequenceDeleter> pair(
        GEOSNearestPoints_r(handle, first.get(), second.get()));
    if (!pair) {
        GeosContext::current().fail("finding nearest points");
    }
    NearestPoints result;
    succeeded(GEOSCoordSeq_getXY_r(handle, pair.get(), 0, &result.onA.x, &result.onA.y), "reading nearest points");
    succeeded(GEOSCoordSeq_getXY_r(handle, pair.get(), 1, &result.onB.x, &result.onB.y), "reading nearest points");
    return result;
}

double hausdorffDistance(const GEOSGeom_t& a, const GEOSGeom_t& b) {
    const FilledGeometry first(a, "a Hausdorff distance");
    const FilledGeometry second(b, "a Hausdorff distance");
    double result = 0.0;
    succeeded(GEOSHausdorffDistance_r(geosHandle(), first.get(), second.get(), &result),
              "measuring a Hausdorff distance");
    return result;
}

} // namespace merestone
