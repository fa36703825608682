// SPDX-License-Identifier: MIT
#include "geometry/valid_ring.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace merestone {

namespace {

// Error bound. All signs below are of `left - right`, two products of two coordinate differences each. With
// u = 2^-53, a difference of doubles has a relative error of at most u, so each product has one of at most
// 3u + 3u^2 + u^3, and the last subtraction adds u of the result. J. R. Shewchuk ("Adaptive precision floating-point
// arithmetic and fast robust geometric predicates", 1997) shows that the sign is right if |left - right| is larger than
// (3 + 16u)u * (|left| + |right|), everything as computed. That holds for coordinates of any size, barring underflow
// of a product, which costs less than 1e-307 and is covered by the constant term; after an overflow the comparison
// is false.
constexpr double kUnit = 0x1p-53;
constexpr double kRelativeBound = (3.0 + 16.0 * kUnit) * kUnit;
constexpr double kUnderflowBound = 1e-300;

/// Sign of left - right: 1, -1, or 0 for "not certain".
int certainSign(double left, double right) noexcept {
    const double difference = left - right;
    const double bound = kRelativeBound * (std::abs(left) + std::abs(right)) + kUnderflowBound;
    return difference > bound ? 1 : (-difference > bound ? -1 : 0);
}

/// On which side of the line from a to b the point c certainly lies: 1 left, -1 right, 0 not certain.
int certainSide(Point a, Point b, Point c) noexcept {
    return certainSign((a.x - c.x) * (b.y - c.y), (a.y - c.y) * (b.x - c.x));
}

/// Whether the path a, b, c certainly does not fold back onto itself at b: either it bends, or it goes on at less than
/// a right angle to where it came from.
bool certainlyGoesOn(Point a, Point b, Point c) noexcept {
    return certainSide(a, b, c) != 0 || certainSign((b.x - a.x) * (c.x - b.x), -(b.y - a.y) * (c.y - b.y)) > 0;
}

/// A ring's corners without repeated points, the first again at the end, and the boxes of its segments.
class Outline {
public:
    /// False if the ring is not one for the filter: open, too long, or of fewer than three corners.
    [[nodiscard]] bool take(std::span<const Point> ring) noexcept {
        if (ring.size() < 4 || ring.size() > kMostFilteredSegments + 1 || !(ring.front() == ring.back())) {
            return false;
        }
        Point last = ring[0];
        m_x[0] = last.x;
        m_y[0] = last.y;
        for (const Point& p : ring.subspan(1)) {
            if (p == last) {
                continue;
            }
            m_minX[m_segments] = std::min(last.x, p.x);
            m_maxX[m_segments] = std::max(last.x, p.x);
            m_minY[m_segments] = std::min(last.y, p.y);
            m_maxY[m_segments] = std::max(last.y, p.y);
            ++m_segments;
            m_x[m_segments] = p.x;
            m_y[m_segments] = p.y;
            last = p;
        }
        return m_segments >= 3;
    }

    [[nodiscard]] bool neighboursOnlyShareCorners() const noexcept {
        for (std::size_t s = 0; s < m_segments; ++s) {
            const std::size_t next = s + 2 <= m_segments ? s + 2 : 1;
            if (!certainlyGoesOn(corner(s), corner(s + 1), corner(next))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool othersStayApart() const noexcept {
        for (std::size_t s = 0; s + 2 < m_segments; ++s) {
            const std::size_t end = s == 0 ? m_segments - 1 : m_segments; // the last is the first one's neighbour
            for (std::size_t t = s + 2; t < end; ++t) {
                if (boxesMeet(s, t) && !oneSideOf(s, t) && !oneSideOf(t, s)) {
                    return false;
                }
            }
        }
        return true;
    }

private:
    [[nodiscard]] Point corner(std::size_t i) const noexcept { return {m_x[i], m_y[i]}; }

    [[nodiscard]] bool boxesMeet(std::size_t s, std::size_t t) const noexcept {
        return m_minX[s] <= m_maxX[t] && m_minX[t] <= m_maxX[s] && m_minY[s] <= m_maxY[t] && m_minY[t] <= m_maxY[s];
    }

    /// Whether segment t certainly lies wholly on one side of the line through segment s.
    [[nodiscard]] bool oneSideOf(std::size_t s, std::size_t t) const noexcept {
        const int side = certainSide(corner(s), corner(s + 1), corner(t));
        return side != 0 && side == certainSide(corner(s), corner(s + 1), corner(t + 1));
    }

    // Plain numbers because they need no initialising: most rings use a tenth of the room, and there are hundreds of
    // thousands of rings.
    using Numbers = std::array<double, kMostFilteredSegments + 1>;
    Numbers m_x;
    Numbers m_y;
    Numbers m_minX;
    Numbers m_minY;
    Numbers m_maxX;
    Numbers m_maxY;
    std::size_t m_segments = 0;
};

} // namespace

bool surelyValid(std::span<const Point> ring) noexcept {
    Outline outline;
    return outline.take(ring) && outline.neighboursOnlyShareCorners() && outline.othersStayApart();
}

} // namespace merestone
