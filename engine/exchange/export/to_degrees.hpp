// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "exchange/export/export_report.hpp"
#include "geometry/packed_geometry.hpp"

#include <memory>
#include <string>
#include <vector>

namespace merestone {

class CoordinateOperation;

/// Turns shapes from a plan's CRS into WGS 84, longitude before latitude, as GeoJSON and planning.data.gov.uk want it,
/// by the best operation that can be carried out here.
class ToDegrees {
public:
    /// Throws Error(input) when PROJ knows no way.
    explicit ToDegrees(const std::string& crs);
    ~ToDegrees();
    ToDegrees(const ToDegrees&) = delete;
    ToDegrees& operator=(const ToDegrees&) = delete;

    /// A feature as the only one of a new array, rounded to so many decimals; without geometry when a point of it has
    /// no place on the globe.
    [[nodiscard]] PackedGeometry feature(const PackedGeometry& from, std::size_t feature, int decimals) const;
    /// Notes which operation was used and how good it is.
    void note(ExportReport& report, const std::string& format) const;

private:
    std::unique_ptr<CoordinateOperation> m_operation; ///< null where the plan is in WGS 84 already
};

} // namespace merestone
