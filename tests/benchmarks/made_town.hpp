// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/geos.hpp"
#include "geometry/packed_geometry.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

/// `count` parcels of about 8 m by 20 m and four to nine corners on a grid, some overlapping their neighbour by up to
/// a metre, all of them moved by `shift`. The same on every machine.
[[nodiscard]] PackedGeometry madeParcels(std::size_t count, Point shift = {});

/// A star-shaped polygon of `vertices` corners and about `radius` metres around the middle of madeParcels(count).
[[nodiscard]] PackedGeometry madeBlob(std::size_t count, std::size_t vertices, double radius);

/// `count` star-shaped parks of 60 corners spread over the parcels.
[[nodiscard]] PackedGeometry madeParks(std::size_t parcels, std::size_t count);

[[nodiscard]] std::vector<Box> boxesOf(const PackedGeometry& geometry);
[[nodiscard]] std::vector<Point> centresOf(const PackedGeometry& geometry);
[[nodiscard]] std::vector<GeosGeometry> toGeos(const PackedGeometry& geometry);

} // namespace merestone
