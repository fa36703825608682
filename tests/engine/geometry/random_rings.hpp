// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace merestone::testing_support {

/// Closed rings of many kinds, valid and not, the same ones for the same seed on every machine: only the bits of the
/// generator are used, not the library's distributions.
class RandomRings {
public:
    explicit RandomRings(std::uint32_t seed) : m_bits(seed) {}

    /// Uniform in [0, 1).
    [[nodiscard]] double unit() { return static_cast<double>(m_bits()) / 4294967296.0; }
    [[nodiscard]] double between(double low, double high) { return low + (high - low) * unit(); }
    [[nodiscard]] std::size_t below(std::size_t count) { return m_bits() % count; }

    /// Around a centre with random radii: always simple.
    [[nodiscard]] std::vector<Point> star(std::size_t corners, Point centre, double radius);
    /// A comb with long teeth: simple, with many close parallel edges.
    [[nodiscard]] std::vector<Point> comb(std::size_t teeth, Point corner, double pitch);
    /// Corners anywhere in a square: hardly ever simple from six corners up.
    [[nodiscard]] std::vector<Point> scribble(std::size_t corners, Point corner, double size);
    /// Corners on the points of a small grid, so that edges meet, overlap and repeat all the time.
    [[nodiscard]] std::vector<Point> gridScribble(std::size_t corners, Point corner, int cells, double cell);
    /// Corners along one line, off it by a few units in the last place.
    [[nodiscard]] std::vector<Point> nearlyStraight(std::size_t corners, Point from);
    /// A star with some corners moved onto, next to or just past another edge, or repeated.
    [[nodiscard]] std::vector<Point> damagedStar(std::size_t corners, Point centre, double radius);
    /// Any of these, of 3 to 15 corners.
    [[nodiscard]] std::vector<Point> any();

private:
    std::mt19937 m_bits;
};

} // namespace merestone::testing_support
