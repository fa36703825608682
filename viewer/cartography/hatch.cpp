// SPDX-License-Identifier: MIT
#include "cartography/hatch.hpp"

#include "cartography/line_canvas.hpp"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

namespace merestone::map {

namespace {

constexpr double kHatchMm = 1.1;
constexpr double kWideHatchMm = 2.0;
constexpr double kDotsMm = 1.3;
constexpr double kHatchWidthMm = 0.16;
constexpr double kLeastPixels = 0.75; ///< thinner lines fade away
constexpr double kDotMm = 0.38;
constexpr long long kMostLines = 20000; ///< a view is a few hundred; guards against a senseless one

/// x of the crossings of each line v = n * spacing, in coordinates turned by the angle.
std::map<long long, std::vector<double>> crossings(const Rings& rings, double cosine, double sine, double spacing,
                                                   QPointF origin) {
    std::map<long long, std::vector<double>> lines;
    const auto turned = [&](QPointF p) {
        const QPointF d = p - origin;
        return QPointF(d.x() * cosine + d.y() * sine, d.y() * cosine - d.x() * sine);
    };
    for (const std::vector<QPointF>& ring : rings) {
        QPointF a = turned(ring.back());
        for (const QPointF& point : ring) {
            const QPointF b = turned(point);
            const double low = std::min(a.y(), b.y()) / spacing;
            const double high = std::max(a.y(), b.y()) / spacing;
            // Half-open, so that a corner on a line counts once.
            const auto first = static_cast<long long>(std::ceil(low));
            const auto end = static_cast<long long>(std::ceil(high));
            if (end - first < kMostLines) {
                for (long long n = first; n < end; ++n) {
                    const double v = static_cast<double>(n) * spacing;
                    lines[n].push_back(a.x() + (v - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
                }
            }
            a = b;
        }
    }
    return lines;
}

/// Where the ground's own origin lies in units, modulo the spacing: patterns stay with the land when it is moved.
QPointF groundOrigin(const MapView& view, double period) {
    const QPointF zero = view.toUnits(Point{0.0, 0.0});
    return {std::fmod(zero.x(), period), std::fmod(zero.y(), period)};
}

std::vector<QPointF> dotsInside(const Rings& rings, double spacing, QPointF origin) {
    std::vector<QPointF> dots;
    for (auto& [n, xs] : crossings(rings, 1.0, 0.0, spacing, origin)) {
        std::sort(xs.begin(), xs.end());
        const double shift = n % 2 == 0 ? 0.0 : 0.5; // rows stand between each other
        for (std::size_t i = 1; i < xs.size(); i += 2) {
            const auto first = static_cast<long long>(std::ceil(xs[i - 1] / spacing - shift));
            const auto last = static_cast<long long>(std::floor(xs[i] / spacing - shift));
            for (long long m = first; m <= last && last - first < kMostLines; ++m) {
                dots.push_back(origin +
                               QPointF((static_cast<double>(m) + shift) * spacing, static_cast<double>(n) * spacing));
            }
        }
    }
    return dots;
}

} // namespace

std::vector<QLineF> hatchLines(const Rings& rings, double angleDegrees, double spacing, QPointF origin) {
    std::vector<QLineF> segments;
    const double angle = angleDegrees * std::numbers::pi / 180.0;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (auto& [n, xs] : crossings(rings, cosine, sine, spacing, origin)) {
        std::sort(xs.begin(), xs.end());
        const double v = static_cast<double>(n) * spacing;
        const auto back = [&](double u) { return origin + QPointF(u * cosine - v * sine, u * sine + v * cosine); };
        for (std::size_t i = 1; i < xs.size(); i += 2) {
            segments.emplace_back(back(xs[i - 1]), back(xs[i]));
        }
    }
    return segments;
}

void drawPattern(QPainter& painter, const Rings& rings, Pattern pattern, const QColor& colour, const MapView& view) {
    if (rings.empty() || !colour.isValid()) {
        return;
    }
    const double mm = view.unitsPerMm;
    if (pattern == Pattern::dots) {
        const double spacing = kDotsMm * mm;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPointF& dot : dotsInside(rings, spacing, groundOrigin(view, 2 * spacing))) {
            painter.drawEllipse(dot, kDotMm / 2 * mm, kDotMm / 2 * mm);
        }
        return;
    }
    const double ratio = view.devicePixelRatio;
    const double width = std::max(kHatchWidthMm * mm, kLeastPixels / ratio);
    std::optional<LineCanvas> canvas = LineCanvas::under(painter, ratio);
    const auto hatch = [&](double angle, double spacingMm) {
        // A line at 45 degrees comes round again after spacing * sqrt(2) along x and y.
        const double spacing = spacingMm * mm;
        const auto lines = hatchLines(rings, angle, spacing, groundOrigin(view, spacing * std::numbers::sqrt2));
        if (!canvas) {
            painter.drawLines(lines.data(), static_cast<int>(lines.size()));
            return;
        }
        for (const QLineF& line : lines) {
            canvas->addLine(line.p1() * ratio, line.p2() * ratio, width * ratio, colour);
        }
    };
    painter.setPen(QPen(colour, width));
    switch (pattern) {
    case Pattern::hatch:
        hatch(-45, kHatchMm);
        break;
    case Pattern::hatchBack:
        hatch(45, kHatchMm * 1.3);
        break;
    case Pattern::crossHatch:
        hatch(-45, kHatchMm);
        hatch(45, kHatchMm);
        break;
    case Pattern::wideHatch:
        hatch(-45, kWideHatchMm);
        break;
    case Pattern::dots:
    case Pattern::solid:
    case Pattern::none:
        break;
    }
}

} // namespace merestone::map
