// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "geometry/packed_geometry.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace merestone {

/// What is known of a feature's geometry. Everything but `unreadable` and `empty` has a usable shape.
enum class GeometryState : std::uint8_t {
    valid,
    repaired,   ///< was invalid in the OGC sense; the stored shape is the repaired one
    leftOut,    ///< invalid, and the plan says to leave such features out of every measure
    unreadable, ///< could not be decoded or repaired; no usable shape
    empty,      ///< the source has no geometry here
};

/// One invalid or unreadable feature.
struct GeometryDefect {
    std::uint32_t feature = 0;
    std::string reason; ///< GEOS's words; "Self-intersection; cannot be repaired" if that failed too
    Point place;        ///< where, if `hasPlace`
    bool hasPlace = false;
    double areaBefore = 0.0; ///< absolute ring area as stored, m2
    double areaAfter = 0.0;  ///< area of the repaired shape, m2
};

enum class InvalidPolicy { repair, leaveOut };

struct ValidityReport {
    std::vector<GeometryState> states;   ///< one for each feature
    std::vector<GeometryDefect> defects; ///< by feature number
};

/// Checks every feature (OGC validity; exactly GEOS's answer, but a fast filter settles most rings without GEOS) and
/// repairs invalid polygons by GEOS "structure" repair, collapsed parts dropped. Repaired shapes replace the old ones
/// in `geometry`; for that moment it takes twice the memory. A repair that leaves nothing of the shape's dimension, or
/// something invalid, or that is not tried because it would take too long (repair_bound.hpp), makes the feature
/// unreadable: its shape is taken out of `geometry`. With `leaveOut` shapes stay as they are stored.
/// Throws Error(cancelled) on a stop request; no geometry, however bad, makes it throw.
[[nodiscard]] ValidityReport checkValidity(PackedGeometry& geometry, InvalidPolicy policy, const RunContext& context);

} // namespace merestone
