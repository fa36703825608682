// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <array>
#include <optional>

namespace merestone {

/// A rectangle of any direction: its corners counter-clockwise, and its sides in metres (length >= width).
struct Rectangle {
    std::array<Point, 4> corners;
    double length = 0.0;
    double width = 0.0;
    [[nodiscard]] double area() const noexcept { return length * width; }
};

/// A large rectangle inside a valid polygonal feature, of any direction; with `ratio`, one whose length is that many
/// times its width. It is always inside; it is the largest to within the search's resolution (a hundredth of the
/// feature's extent, then grown side by side until it touches): the true largest one may be a few per cent larger.
[[nodiscard]] Rectangle inscribedRectangle(const PackedGeometry& geometry, std::size_t feature,
                                           std::optional<double> ratio);

} // namespace merestone
