// SPDX-License-Identifier: MIT
#include "cartography/screen_shape.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr double kLeastStep = 0.35; ///< device pixels: nearer points are not told apart

/// One side of the rectangle: keeps the points for which `inside` holds (I. Sutherland and G. Hodgman, 1974).
template <class Inside, class Cross>
void clipSide(const std::vector<QPointF>& from, std::vector<QPointF>& to, const Inside& inside, const Cross& cross) {
    to.clear();
    for (std::size_t i = 0; i < from.size(); ++i) {
        const QPointF& a = from[i == 0 ? from.size() - 1 : i - 1];
        const QPointF& b = from[i];
        const bool bInside = inside(b);
        if (inside(a) != bInside) {
            to.push_back(cross(a, b));
        }
        if (bInside) {
            to.push_back(b);
        }
    }
}

QPointF atX(QPointF a, QPointF b, double x) {
    return {x, a.y() + (x - a.x()) / (b.x() - a.x()) * (b.y() - a.y())};
}

QPointF atY(QPointF a, QPointF b, double y) {
    return {a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()), y};
}

} // namespace

ScreenShape::ScreenShape(const MapView& view, double marginUnits)
    : m_scale(1.0 / view.metresPerUnit), m_offsetX(view.size.width() / 2 - view.centre.x() * m_scale),
      m_offsetY(view.size.height() / 2 + view.centre.y() * m_scale),
      m_least(kLeastStep * kLeastStep / (view.devicePixelRatio * view.devicePixelRatio)), m_left(-marginUnits),
      m_top(-marginUnits), m_right(view.size.width() + marginUnits), m_bottom(view.size.height() + marginUnits) {}

void ScreenShape::load(std::span<const Point> run, bool ring) {
    m_points.clear();
    m_inside = true;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const QPointF at = toUnits(run[i]);
        const bool last = i + 1 == run.size();
        if (!m_points.empty() && !last) {
            const QPointF step = at - m_points.back();
            if (step.x() * step.x() + step.y() * step.y() < m_least) {
                continue;
            }
        }
        m_inside = m_inside && at.x() >= m_left && at.x() <= m_right && at.y() >= m_top && at.y() <= m_bottom;
        m_points.push_back(at);
    }
    if (ring && m_points.size() > 1) {
        m_points.pop_back(); // the first point once more
    }
}

void ScreenShape::clipRing() {
    if (m_inside) {
        return;
    }
    clipSide(
        m_points, m_clipped, [this](QPointF p) { return p.x() >= m_left; },
        [this](QPointF a, QPointF b) { return atX(a, b, m_left); });
    clipSide(
        m_clipped, m_points, [this](QPointF p) { return p.x() <= m_right; },
        [this](QPointF a, QPointF b) { return atX(a, b, m_right); });
    clipSide(
        m_points, m_clipped, [this](QPointF p) { return p.y() >= m_top; },
        [this](QPointF a, QPointF b) { return atY(a, b, m_top); });
    clipSide(
        m_clipped, m_points, [this](QPointF p) { return p.y() <= m_bottom; },
        [this](QPointF a, QPointF b) { return atY(a, b, m_bottom); });
}

void ScreenShape::addRings(QPainterPath& to, const PackedGeometry& geometry, std::size_t feature) {
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        load(geometry.run(run), true);
        clipRing();
        if (m_points.size() < 3) {
            continue;
        }
        to.moveTo(m_points.front());
        for (std::size_t i = 1; i < m_points.size(); ++i) {
            to.lineTo(m_points[i]);
        }
        to.closeSubpath();
    }
}

void ScreenShape::addLines(QPainterPath& to, const PackedGeometry& geometry, std::size_t feature) {
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        load(geometry.run(run), false);
        bool drawing = false;
        for (std::size_t i = 1; i < m_points.size(); ++i) {
            const QPointF a = m_points[i - 1];
            const QPointF b = m_points[i];
            const bool outside = (a.x() < m_left && b.x() < m_left) || (a.x() > m_right && b.x() > m_right) ||
                                 (a.y() < m_top && b.y() < m_top) || (a.y() > m_bottom && b.y() > m_bottom);
            if (outside) {
                drawing = false;
                continue;
            }
            if (!drawing) {
                to.moveTo(a);
            }
            to.lineTo(b);
            drawing = true;
        }
    }
}

/// The part of a segment within the cut, as shares of its length (Y.-D. Liang and B. Barsky, 1984); nothing is seen
/// where the first is not below the second.
std::pair<double, double> ScreenShape::seenOf(QPointF a, QPointF b) const noexcept {
    double enter = 0.0;
    double leave = 1.0;
    const auto cut = [&](double from, double step, double least, double most) {
        if (step == 0.0) {
            leave = from >= least && from <= most ? leave : -1.0;
            return;
        }
        const double t0 = (least - from) / step;
        const double t1 = (most - from) / step;
        enter = std::max(enter, std::min(t0, t1));
        leave = std::min(leave, std::max(t0, t1));
    };
    cut(a.x(), b.x() - a.x(), m_left, m_right);
    cut(a.y(), b.y() - a.y(), m_top, m_bottom);
    return {enter, leave};
}

std::vector<ScreenShape::Stretch> ScreenShape::stretches(const PackedGeometry& geometry, std::size_t feature) {
    std::vector<Stretch> result;
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        load(geometry.run(run), false);
        double walked = 0.0;
        bool goesOn = false;
        for (std::size_t i = 1; i < m_points.size(); ++i) {
            const QPointF a = m_points[i - 1];
            const QPointF step = m_points[i] - a;
            const double length = std::hypot(step.x(), step.y());
            const auto [enter, leave] = seenOf(a, m_points[i]);
            if (enter < leave) {
                if (!goesOn || enter > 0.0) {
                    result.push_back({{a + enter * step}, walked + enter * length});
                }
                result.back().points.push_back(a + leave * step);
            }
            goesOn = enter < leave && leave >= 1.0;
            walked += length;
        }
    }
    return result;
}

std::vector<std::vector<QPointF>> ScreenShape::rings(const PackedGeometry& geometry, std::size_t feature) {
    std::vector<std::vector<QPointF>> result;
    for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
        load(geometry.run(run), true);
        clipRing();
        if (m_points.size() >= 3) {
            result.push_back(m_points);
        }
    }
    return result;
}

} // namespace merestone::map
