// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "measures/measure.hpp"
#include "measures/network/point_nodes.hpp"

#include <vector>

namespace merestone {

/// A straight piece of a line between two of its corners.
struct WaySegment {
    Point a;
    Point b;
    std::uint32_t row = 0;  ///< of the layer
    std::uint32_t run = 0;  ///< of its geometry
    bool opensRun = false;  ///< a is the first point of the run
    bool closesRun = false; ///< b is the last
};

/// The segments of the selected lines (and of the outlines of areas), run after run, those without length left out.
[[nodiscard]] std::vector<WaySegment> segmentsOf(const Selection& ways);

/// A place inside a segment where another way joins it.
struct Joint {
    double along = 0.0; ///< metres from the segment's start, more than a millimetre from both ends
    Point place;
};

/// The joints of each segment, in order along it. Ways join where one ends on another (to the millimetre); with
/// `crossings` also where they cross or pass through a corner of one another. Common corners need no joint.
/// Throws Error(cancelled) when stopped.
[[nodiscard]] std::vector<std::vector<Joint>> jointsOf(std::span<const WaySegment> segments, bool crossings,
                                                       const RunContext& context);

} // namespace merestone
