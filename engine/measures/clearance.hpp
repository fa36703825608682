// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/nearest.hpp"
#include "measures/measure.hpp"

#include <optional>

namespace merestone {

/// How far around a subject the absence of a feature proves something: infinity for a layer that is complete
/// everywhere, 0 for one of unknown completeness, and the distance to the edge of the covered area (0 outside it) for
/// one that is complete within an area. Any thread.
class Clearance {
public:
    explicit Clearance(const Coverage& coverage);
    Clearance(const Clearance&) = delete; // the finder points into this object
    Clearance& operator=(const Clearance&) = delete;

    /// No subject can have a bound that differs from the value.
    [[nodiscard]] bool everywhere() const noexcept { return m_everywhere; }
    [[nodiscard]] double around(const PackedGeometry& subjects, std::size_t feature) const;

private:
    bool m_everywhere = false;
    LayerPtr m_area;        ///< null unless `within`
    PackedGeometry m_edges; ///< the rings of the covered polygons, as lines
    std::optional<NearestFinder> m_finder;
};

} // namespace merestone
