// SPDX-License-Identifier: MIT
#include "geometry/geos_repair.hpp"

#include "geometry/geos_members.hpp"

#include <memory>
#include <utility>

namespace merestone {

namespace {

struct ParametersDeleter {
    void operator()(GEOSMakeValidParams* parameters) const noexcept {
        GEOSMakeValidParams_destroy_r(geosHandle(), parameters);
    }
};

using Parameters = std::unique_ptr<GEOSMakeValidParams, ParametersDeleter>;

Parameters structureWithoutCollapsed() {
    const GEOSContextHandle_t handle = geosHandle();
    Parameters parameters(GEOSMakeValidParams_create_r(handle));
    if (!parameters) {
        GeosContext::current().fail("preparing a repair");
    }
    succeeded(GEOSMakeValidParams_setMethod_r(handle, parameters.get(), GEOS_MAKE_VALID_STRUCTURE),
              "preparing a repair");
    succeeded(GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters.get(), 0), "preparing a repair");
    return parameters;
}

} // namespace

GeosGeometry repaired(const GEOSGeom_t& geometry) {
    const Parameters parameters = structureWithoutCollapsed();
    GeosContext::current().forget();
    GeosGeometry result(GEOSMakeValidWithParams_r(geosHandle(), &geometry, parameters.get()));
    if (!result) {
        return nullptr;
    }
    result = highestDimensionOf(std::move(result));
    const Shape before = highestShape(membersOf(geometry).filled);
    const Shape after = highestShape(membersOf(*result).filled);
    const bool usable = after != Shape::none && after == before && isValid(*result);
    return usable ? std::move(result) : nullptr;
}

} // namespace merestone
