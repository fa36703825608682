// SPDX-License-Identifier: MIT
#include "measures/counter.hpp"

#include "geometry/kernels.hpp"
#include "geometry/polygon_locator.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

PackedGeometry onePoint(Point p) {
    PackedGeometry result;
    result.addPoint(p);
    result.endRun();
    result.endPart();
    result.endFeature(Shape::point);
    return result;
}

PackedGeometry ringsAsLines(const PackedGeometry& geometry, std::size_t feature) {
    PackedGeometry lines;
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        lines.addPoints(geometry.run(r));
        lines.endRun();
        lines.endPart();
    }
    lines.endFeature(Shape::line);
    return lines;
}

} // namespace

Counter::Counter(SelectionPtr target, std::shared_ptr<const std::vector<double>> weights,
                 const CounterSettings& settings)
    : m_target(std::move(target)), m_weights(std::move(weights)), m_settings(settings) {
    const std::span<const std::uint32_t> rows = m_target.rows();
    m_hasUnknownWeights =
        std::any_of(rows.begin(), rows.end(), [this](std::uint32_t row) { return std::isnan(weight(row)); });
    if (m_settings.radius && m_settings.fromCentroid && m_settings.toCentroid) {
        std::vector<Point> points(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            points[i] = m_target.layer().centroids()[rows[i]];
        }
        m_grid = std::make_unique<PointGrid>(points, std::max(*m_settings.radius / 2, 1.0));
        for (const std::uint32_t item : m_grid->items()) {
            const double w = weight(rows[item]);
            m_gridWeights.push_back(std::isnan(w) ? 0.0 : w);
        }
        return;
    }
    if (m_settings.toCentroid) {
        m_targetPoints = centroidGeometry(m_target.layer());
    }
    if (m_settings.radius || !m_settings.toCentroid) {
        m_finder = std::make_unique<NearestFinder>(m_settings.toCentroid ? m_targetPoints : m_target.geometry(), rows);
    }
}

void Counter::prepare(const Layer& subjects) const {
    if (m_settings.fromCentroid) {
        (void)subjects.centroids();
    }
    (void)m_target.layer().centroids();
    (void)m_target.index();
}

Tally Counter::tallyOnGrid(const Layer& subjects, std::uint32_t row, double radius) const {
    const Point centre = subjects.centroids()[row];
    const double squaredRadius = radius * radius;
    double sum = 0.0;
    double count = 0.0;
    m_grid->stretches(centre, radius, [&](std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t slot = begin; slot < end; ++slot) {
            const Point p = m_grid->point(slot);
            const double dx = p.x - centre.x;
            const double dy = p.y - centre.y;
            const double inside = dx * dx + dy * dy <= squaredRadius ? 1.0 : 0.0;
            count += inside;
            sum += inside * m_gridWeights[slot];
        }
    });
    return {static_cast<std::size_t>(count), sum, 0};
}

void Counter::membersInside(const Layer& subjects, std::uint32_t row, double change,
                            std::vector<std::uint32_t>& rows) const {
    if (subjects.geometry().shape(row) != Shape::polygon) {
        return; // a centroid cannot lie inside a point or a line
    }
    const PolygonLocator locator(subjects.geometry(), row);
    std::optional<PackedGeometry> rings;
    std::optional<NearestFinder> border;
    const std::uint32_t first = 0;
    if (change != 0.0) {
        rings = ringsAsLines(subjects.geometry(), row);
        border.emplace(*rings, std::span(&first, 1));
    }
    const std::span<const Point> centroids = m_target.layer().centroids();
    m_target.index().query(subjects.boxes()[row].grown(std::max(change, 0.0)), [&](std::uint32_t candidate) {
        bool inside = locator.contains(centroids[candidate]);
        // The border moved outwards (or inwards) takes in (or gives up) what lies that near to it.
        if (border && inside == (change < 0.0) &&
            border->find(onePoint(centroids[candidate]), 0, std::abs(change)).found()) {
            inside = !inside;
        }
        if (inside) {
            rows.push_back(candidate);
        }
        return true;
    });
    std::sort(rows.begin(), rows.end());
}

void Counter::membersWithin(const Layer& subjects, std::uint32_t row, double radius,
                            std::vector<std::uint32_t>& rows) const {
    if (m_settings.fromCentroid) {
        m_finder->forEachWithin(onePoint(subjects.centroids()[row]), 0, radius, rows);
    } else {
        m_finder->forEachWithin(subjects.geometry(), row, radius, rows);
    }
}

void Counter::membersOnGrid(const Layer& subjects, std::uint32_t row, double radius,
                            std::vector<std::uint32_t>& rows) const {
    const Point centre = subjects.centroids()[row];
    m_grid->stretches(centre, radius, [&](std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t slot = begin; slot < end; ++slot) {
            const Point p = m_grid->point(slot);
            const double dx = p.x - centre.x;
            const double dy = p.y - centre.y;
            if (dx * dx + dy * dy <= radius * radius) {
                rows.push_back(m_target.rows()[m_grid->item(slot)]);
            }
        }
    });
    std::sort(rows.begin(), rows.end());
}

void Counter::members(const Layer& subjects, std::uint32_t row, double change, std::vector<std::uint32_t>& rows) const {
    rows.clear();
    const double radius = m_settings.radius.value_or(0.0) + change;
    if (m_settings.radius && radius < 0.0) {
        return;
    }
    if (m_grid) {
        membersOnGrid(subjects, row, radius, rows);
    } else if (m_finder) {
        membersWithin(subjects, row, std::max(radius, 0.0), rows);
    } else {
        membersInside(subjects, row, change, rows);
    }
    if (&subjects == &m_target.layer() && !m_settings.countSelf) {
        std::erase(rows, row);
    }
}

Tally Counter::tally(const Layer& subjects, std::uint32_t row, double change, Scratch& scratch) const {
    if (m_grid && !m_hasUnknownWeights) {
        const double radius = *m_settings.radius + change;
        if (radius < 0.0) {
            return {};
        }
        Tally result = tallyOnGrid(subjects, row, radius);
        if (&subjects == &m_target.layer() && !m_settings.countSelf && m_target.holds(row)) {
            --result.count;
            result.sum -= weight(row);
        }
        return result;
    }
    members(subjects, row, change, scratch.rows);
    Tally result;
    for (const std::uint32_t member : scratch.rows) {
        ++result.count;
        const double w = weight(member);
        if (std::isnan(w)) {
            ++result.unknown;
        } else {
            result.sum += w;
        }
    }
    return result;
}

} // namespace merestone
