// SPDX-License-Identifier: MIT
#include "measures/clearance.hpp"

#include "geometry/kernels.hpp"

#include <cmath>

namespace merestone {

Clearance::Clearance(const Coverage& coverage) {
    if (coverage.hasUnplaced || coverage.kind == Completeness::Kind::unknown) {
        return;
    }
    if (coverage.kind == Completeness::Kind::everywhere) {
        m_everywhere = true;
        return;
    }
    if (!coverage.area) {
        return;
    }
    m_area = coverage.area;
    const PackedGeometry& polygons = m_area->geometry();
    for (std::size_t row = 0; row < m_area->size(); ++row) {
        if (!m_area->usable(row) || polygons.shape(row) != Shape::polygon) {
            continue;
        }
        for (std::uint32_t r = polygons.runsBegin(row); r < polygons.runsEnd(row); ++r) {
            m_edges.addPoints(polygons.run(r));
            m_edges.endRun();
            m_edges.endPart();
        }
        m_edges.endFeature(Shape::line);
    }
    if (m_edges.size() > 0) {
        std::vector<std::uint32_t> rows(m_edges.size());
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            rows[i] = i;
        }
        m_finder.emplace(m_edges, rows);
    }
}

double Clearance::around(const PackedGeometry& subjects, std::size_t feature) const {
    if (m_everywhere) {
        return std::numeric_limits<double>::infinity();
    }
    if (!m_finder || subjects.points(feature).empty()) {
        return 0.0;
    }
    const Point p = subjects.points(feature).front();
    bool inside = false;
    for (std::size_t row = 0; row < m_area->size() && !inside; ++row) {
        inside = m_area->usable(row) && m_area->boxes()[row].contains(p) && containsPoint(m_area->geometry(), row, p);
    }
    if (!inside) {
        return 0.0;
    }
    return std::sqrt(m_finder->find(subjects, feature, std::numeric_limits<double>::infinity()).squaredDistance);
}

} // namespace merestone
