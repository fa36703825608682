// SPDX-License-Identifier: MIT
#include "geometry/overlap.hpp"

#include <cmath>
#include <numeric>

namespace merestone {

namespace {

constexpr std::size_t kPairsToSweep = 20'000; ///< pairs of edges from which sorting them first is faster
constexpr std::size_t kEdgesAStrip = 32;      ///< fewer make strips narrower than a parcel, more make each slower

/// Adds a level piece, joining it to the last one where they continue each other: long runs of edges far above the
/// window collapse into one piece.
void addLevelPiece(std::vector<EdgePiece>& pieces, double left, double right, double height, int sign) {
    if (!pieces.empty()) {
        EdgePiece& last = pieces.back();
        if (last.sign == sign && last.atLeft == height && last.atRight == height) {
            if (last.right == left) {
                last.right = right;
                return;
            }
            if (last.left == right) {
                last.left = left;
                return;
            }
        }
    }
    pieces.push_back({left, right, height, height, sign});
}

/// Adds what a directed edge of a polygon (interior on its left) contributes to the area below it in a window.
void addEdge(std::vector<EdgePiece>& pieces, Point a, Point b, const Box& window) {
    if (a.x == b.x) {
        return;
    }
    int sign = -1; // running right: the interior is above
    if (a.x > b.x) {
        std::swap(a, b);
        sign = 1;
    }
    if (b.x <= window.minX || a.x >= window.maxX || (a.y <= window.minY && b.y <= window.minY)) {
        return;
    }
    const double top = window.maxY - window.minY;
    if (a.y >= window.maxY && b.y >= window.maxY) {
        addLevelPiece(pieces, std::max(a.x, window.minX), std::min(b.x, window.maxX), top, sign);
        return;
    }
    const double slope = (b.y - a.y) / (b.x - a.x);
    const double left = std::max(a.x, window.minX);
    const double right = std::min(b.x, window.maxX);
    const auto height = [&](double x) { return a.y + slope * (x - a.x) - window.minY; };

    // Cut where the edge passes the lower and the upper border of the window: in between it is linear.
    double cuts[4] = {left, left, left, right};
    if (slope != 0.0) {
        const double atBottom = a.x + (window.minY - a.y) / slope;
        const double atTop = a.x + (window.maxY - a.y) / slope;
        cuts[1] = std::clamp(std::min(atBottom, atTop), left, right);
        cuts[2] = std::clamp(std::max(atBottom, atTop), left, right);
    }
    for (int k = 0; k < 3; ++k) {
        if (cuts[k + 1] <= cuts[k]) {
            continue;
        }
        const double atLeft = std::clamp(height(cuts[k]), 0.0, top);
        const double atRight = std::clamp(height(cuts[k + 1]), 0.0, top);
        if (atLeft > 0.0 || atRight > 0.0) {
            pieces.push_back({cuts[k], cuts[k + 1], atLeft, atRight, sign});
        }
    }
}

void addFeature(std::vector<EdgePiece>& pieces, const PackedGeometry& geometry, std::size_t feature,
                const Box& window) {
    for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
        const std::span<const Point> ring = geometry.run(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            addEdge(pieces, ring[i], ring[i + 1], window);
        }
    }
}

/// Integral over the common stretch of two pieces of the lower of their heights.
double integralOfLower(const EdgePiece& p, const EdgePiece& q) {
    const double left = std::max(p.left, q.left);
    const double right = std::min(p.right, q.right);
    if (right <= left) {
        return 0.0;
    }
    const double slopeP = (p.atRight - p.atLeft) / (p.right - p.left);
    const double slopeQ = (q.atRight - q.atLeft) / (q.right - q.left);
    const double pLeft = p.atLeft + slopeP * (left - p.left);
    const double pRight = p.atLeft + slopeP * (right - p.left);
    const double qLeft = q.atLeft + slopeQ * (left - q.left);
    const double qRight = q.atLeft + slopeQ * (right - q.left);
    const double gapLeft = pLeft - qLeft;
    const double gapRight = pRight - qRight;
    const double width = right - left;
    if (gapLeft <= 0.0 && gapRight <= 0.0) {
        return width * (pLeft + pRight) / 2;
    }
    if (gapLeft >= 0.0 && gapRight >= 0.0) {
        return width * (qLeft + qRight) / 2;
    }
    const double t = gapLeft / (gapLeft - gapRight); // they cross here
    const double crossing = pLeft + t * (pRight - pLeft);
    if (gapLeft < 0.0) {
        return width * (t * (pLeft + crossing) + (1 - t) * (crossing + qRight)) / 2;
    }
    return width * (t * (qLeft + crossing) + (1 - t) * (crossing + pRight)) / 2;
}

bool startsBefore(const EdgePiece& p, const EdgePiece& q) {
    return p.left < q.left;
}

/// The sum over one piece and all pieces of the other polygon that started before it and have not ended.
double integrateWithOpen(const EdgePiece& piece, std::vector<EdgePiece>& open) {
    double total = 0.0;
    std::size_t kept = 0;
    for (const EdgePiece& other : open) {
        if (other.right > piece.left) {
            total += piece.sign * other.sign * integralOfLower(piece, other);
            open[kept++] = other;
        }
    }
    open.resize(kept);
    return total;
}

/// The same sum as integrate() by a sweep from left to right, which meets only the pairs that share a stretch.
double sweep(std::vector<EdgePiece>& first, std::vector<EdgePiece>& second) {
    std::sort(first.begin(), first.end(), startsBefore);
    std::sort(second.begin(), second.end(), startsBefore);
    std::vector<EdgePiece> openFirst;
    std::vector<EdgePiece> openSecond;
    double total = 0.0;
    auto p = first.begin();
    auto q = second.begin();
    while (p != first.end() || q != second.end()) {
        if (q == second.end() || (p != first.end() && !startsBefore(*q, *p))) {
            total += integrateWithOpen(*p, openSecond);
            openFirst.push_back(*p++);
        } else {
            total += integrateWithOpen(*q, openFirst);
            openSecond.push_back(*q++);
        }
    }
    return total;
}

double integrate(std::vector<EdgePiece>& first, std::vector<EdgePiece>& second) {
    if (first.size() * second.size() > kPairsToSweep) {
        return sweep(first, second);
    }
    double total = 0.0;
    for (const EdgePiece& p : first) {
        for (const EdgePiece& q : second) {
            total += p.sign * q.sign * integralOfLower(p, q);
        }
    }
    return total;
}

/// Whether the pieces of a strip cancel: they all run the full width at full height, as often up as down.
bool cancels(const std::vector<EdgePiece>& pieces, const Box& window) {
    const double top = window.maxY - window.minY;
    int net = 0;
    for (const EdgePiece& p : pieces) {
        if (p.atLeft != top || p.atRight != top || p.left != window.minX || p.right != window.maxX) {
            return false;
        }
        net += p.sign;
    }
    return net == 0;
}

Box common(const Box& a, const Box& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX), std::min(a.maxY, b.maxY)};
}

} // namespace

StripedPolygon::StripedPolygon(const PackedGeometry& geometry, std::size_t feature) : m_box(geometry.box(feature)) {
    const std::size_t vertices = geometry.points(feature).size();
    const std::size_t strips = std::clamp<std::size_t>(vertices / kEdgesAStrip, 1, 1U << 16U);
    m_width = std::max((m_box.maxX - m_box.minX) / static_cast<double>(strips), 1e-6);
    m_strips.assign(strips + 1, 0);
    const auto forEachEdge = [&](const auto& visit) {
        for (std::uint32_t r = geometry.runsBegin(feature); r < geometry.runsEnd(feature); ++r) {
            const std::span<const Point> ring = geometry.run(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const auto [low, high] = std::minmax(ring[i].x, ring[i + 1].x);
                for (std::size_t k = strip(low); k <= strip(high); ++k) {
                    visit(k, Edge{ring[i], ring[i + 1]});
                }
            }
        }
    };
    forEachEdge([this](std::size_t k, const Edge&) { ++m_strips[k + 1]; });
    std::partial_sum(m_strips.begin(), m_strips.end(), m_strips.begin());
    m_edges.resize(m_strips.back());
    std::vector<std::uint32_t> next(m_strips.begin(), m_strips.end() - 1);
    forEachEdge([this, &next](std::size_t k, const Edge& edge) { m_edges[next[k]++] = edge; });
}

std::size_t StripedPolygon::strip(double x) const noexcept {
    const double last = static_cast<double>(m_strips.size() - 2);
    return static_cast<std::size_t>(std::clamp((x - m_box.minX) / m_width, 0.0, last));
}

double StripedPolygon::stripLeft(std::size_t strip) const noexcept {
    return m_box.minX + m_width * static_cast<double>(strip);
}

double OverlapKernel::area(const PackedGeometry& a, std::size_t featureA, const PackedGeometry& b, std::size_t featureB,
                           const Box& boxA, const Box& boxB) {
    const Box window = common(boxA, boxB);
    if (window.maxX <= window.minX || window.maxY <= window.minY) {
        return 0.0;
    }
    m_first.clear();
    addFeature(m_first, a, featureA, window);
    if (m_first.empty()) {
        return 0.0;
    }
    m_second.clear();
    addFeature(m_second, b, featureB, window);
    return std::max(0.0, integrate(m_first, m_second));
}

double OverlapKernel::area(const PackedGeometry& a, std::size_t featureA, const Box& boxA, const StripedPolygon& b) {
    const Box window = common(boxA, b.m_box);
    if (window.maxX <= window.minX || window.maxY <= window.minY) {
        return 0.0;
    }
    double total = 0.0;
    const std::size_t first = b.strip(window.minX);
    const std::size_t last = b.strip(window.maxX);
    for (std::size_t k = first; k <= last; ++k) {
        Box strip = window;
        strip.minX = k == first ? window.minX : b.stripLeft(k);
        strip.maxX = k == last ? window.maxX : b.stripLeft(k + 1);
        if (strip.maxX <= strip.minX) {
            continue;
        }
        m_second.clear();
        for (std::uint32_t e = b.m_strips[k]; e < b.m_strips[k + 1]; ++e) {
            addEdge(m_second, b.m_edges[e].a, b.m_edges[e].b, strip);
        }
        if (m_second.empty() || cancels(m_second, strip)) {
            continue;
        }
        m_first.clear();
        addFeature(m_first, a, featureA, strip);
        total += integrate(m_first, m_second);
    }
    return std::max(0.0, total);
}

} // namespace merestone
