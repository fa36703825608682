// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace merestone::testing_support {

/// Seeded random places, the same on every machine: only the generator's bits are used.
class RandomPoints {
public:
    explicit RandomPoints(std::uint32_t seed) : m_bits(seed) {}

    /// Uniform in [low, high).
    [[nodiscard]] double between(double low, double high);
    [[nodiscard]] std::size_t below(std::size_t count) { return m_bits() % count; }
    /// In the square from 0 to `side`, with coordinates that are whole multiples of a millimetre.
    [[nodiscard]] Point point(double side);

private:
    std::mt19937 m_bits;
};

[[nodiscard]] std::string pointWkt(Point p);
[[nodiscard]] std::string lineWkt(const std::vector<Point>& line);
[[nodiscard]] std::string boxWkt(double minX, double minY, double maxX, double maxY);

} // namespace merestone::testing_support
