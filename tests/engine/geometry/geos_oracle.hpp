// SPDX-License-Identifier: MIT
#pragma once

#include <geos_c.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::testing_support {

/// GEOS called directly, without the engine's wrappers: what the wrappers, the decoder and the filter are compared
/// with.
class GeosOracle {
public:
    GeosOracle();
    ~GeosOracle();
    GeosOracle(const GeosOracle&) = delete;
    GeosOracle& operator=(const GeosOracle&) = delete;

    struct Deleter {
        GEOSContextHandle_t handle;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Deleter>;

    /// Null if GEOS refuses the text or the bytes.
    [[nodiscard]] Geometry fromWkt(const std::string& wkt) const;
    [[nodiscard]] Geometry fromWkb(std::string_view wkb) const;

    [[nodiscard]] bool isValid(const GEOSGeometry& geometry) const;
    [[nodiscard]] bool isEmpty(const GEOSGeometry& geometry) const;
    [[nodiscard]] double area(const GEOSGeometry& geometry) const;
    /// Same types, members and points in the same order, each coordinate within `tolerance`; rings may run either way.
    [[nodiscard]] bool same(const GEOSGeometry& a, const GEOSGeometry& b, double tolerance = 0.0) const;
    [[nodiscard]] Geometry intersection(const GEOSGeometry& a, const GEOSGeometry& b) const;

private:
    [[nodiscard]] std::vector<const GEOSGeometry*> children(const GEOSGeometry& geometry) const;
    [[nodiscard]] std::vector<double> coordinates(const GEOSGeometry& simple) const;
    [[nodiscard]] Geometry take(GEOSGeometry* geometry) const { return {geometry, Deleter{m_handle}}; }

    GEOSContextHandle_t m_handle;
};

} // namespace merestone::testing_support
