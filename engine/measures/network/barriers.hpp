// SPDX-License-Identifier: MIT
#pragma once

#include "measures/network/noding.hpp"
#include "measures/network/segment_contacts.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace merestone {

/// What nobody walks across. A stretch of a way that lies on or in a barrier is cut out of it, unless a crossing lies
/// within reach of that stretch. Immutable; any thread.
class Barriers {
public:
    /// `crossings` may be null; a crossing opens stretches that lie within `reach` metres of it.
    Barriers(SelectionPtr barriers, SelectionPtr crossings, double reach);

    /// The stretches that are cut out of each segment, in order along it.
    [[nodiscard]] std::vector<std::vector<Stretch>> cutsOf(std::span<const WaySegment> segments,
                                                           const RunContext& context) const;
    /// Whether a straight leg meets a barrier further than a millimetre from its start. Crossings do not help there:
    /// they belong to the ways.
    [[nodiscard]] bool bars(Point from, Point to) const;

private:
    [[nodiscard]] bool isOpened(std::span<const Point> stretch) const;

    SelectionPtr m_barriers;
    SelectionPtr m_crossings;
    double m_reach;
    SegmentContacts m_contacts;
    std::optional<NearestFinder> m_crossingFinder;
};

} // namespace merestone
