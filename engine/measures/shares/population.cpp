// SPDX-License-Identifier: MIT
#include "measures/shares/population.hpp"

#include "measures/inside_area.hpp"

#include <algorithm>
#include <numeric>

namespace merestone {

namespace {

constexpr double kWhole = 1e-9; ///< relative: so near to the whole area is the whole
constexpr std::uint32_t kNobody = 0xffffffffU;

SelectionPtr withMaybe(SelectionPtr selection) {
    SelectionPtr wider = TargetSet(selection).withMaybe();
    return wider ? wider : selection;
}

} // namespace

AddressesByArea::AddressesByArea(const Layer& areas, std::span<const std::uint32_t> rows, const Selection& addresses) {
    const std::span<const Point> points = addresses.layer->centroids();
    std::vector<std::uint32_t> areaOf(addresses.rows.size(), kNobody);
    m_first.assign(areas.size() + 1, 0);
    for (std::size_t i = 0; i < addresses.rows.size(); ++i) {
        const Point p = points[addresses.rows[i]];
        areas.index().query({p.x, p.y, p.x, p.y}, [&](std::uint32_t area) {
            if (area < areaOf[i] && std::binary_search(rows.begin(), rows.end(), area) &&
                holdsPoint(areas.geometry(), area, p)) {
                areaOf[i] = area;
            }
            return true;
        });
        if (areaOf[i] != kNobody) {
            ++m_first[areaOf[i] + 1];
        }
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_points.resize(m_first.back());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    for (std::size_t i = 0; i < addresses.rows.size(); ++i) {
        if (areaOf[i] != kNobody) {
            m_points[next[areaOf[i]]++] = points[addresses.rows[i]];
        }
    }
}

Population::Population(SelectionPtr areas, SelectionPtr addresses) : m_areas(withMaybe(std::move(areas))) {
    if (addresses) {
        m_addresses.emplace(m_areas.layer(), m_areas.rows(), *addresses);
    }
    (void)m_areas.layer().areas();
    (void)m_areas.index();
}

bool Population::isWhole(const SubjectShape& shape, std::uint32_t area) const {
    const double own = m_areas.layer().areas()[area];
    return own > 0.0 && shape.sharedArea(m_areas.geometry(), area) >= own * (1.0 - kWhole) - kNoArea;
}

double Population::share(const SubjectShape& shape, std::uint32_t area) const {
    const std::span<const Point> points = m_addresses ? m_addresses->of(area) : std::span<const Point>();
    if (!points.empty()) {
        const auto inside = std::count_if(points.begin(), points.end(), [&](Point p) { return shape.holds(p); });
        return static_cast<double>(inside) / static_cast<double>(points.size());
    }
    const double own = m_areas.layer().areas()[area];
    const double shared = shape.sharedArea(m_areas.geometry(), area);
    if (shared <= kNoArea || own <= 0.0) {
        return 0.0;
    }
    return shared >= own * (1.0 - kWhole) - kNoArea ? 1.0 : shared / own;
}

} // namespace merestone
