// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <cstdint>
#include <vector>

namespace merestone {

/// A stretch [left, right] of a polygon's edge inside a window, as a height above the window's lower border that
/// runs linearly from `atLeft` to `atRight`. `sign` is +1 where the polygon lies below the edge and -1 where above.
struct EdgePiece {
    double left;
    double right;
    double atLeft;
    double atRight;
    int sign;
};

/// A polygon prepared for many overlap areas: its edges sorted into vertical strips, so that a small window looks only
/// at the edges above or below it. Worth it above some hundred vertices. Immutable; any thread. Owns its edges.
class StripedPolygon {
public:
    StripedPolygon(const PackedGeometry& geometry, std::size_t feature);

private:
    friend class OverlapKernel;
    struct Edge {
        Point a;
        Point b;
    };
    [[nodiscard]] std::size_t strip(double x) const noexcept;
    [[nodiscard]] double stripLeft(std::size_t strip) const noexcept;

    Box m_box;
    double m_width = 1.0;
    std::vector<std::uint32_t> m_strips; ///< first edge of each strip, and one past the last
    std::vector<Edge> m_edges;
};

/// Area of the intersection of two valid polygonal features without building it: the signed integral, over all pairs
/// of edges, of the lower of two edges' heights. Exact up to rounding (relative error about 1e-12 of the window's
/// area). Same idea as in W. R. Franklin, "Efficient polyhedron intersection and union" (1982), with edges cut to the
/// common window of the two boxes. Keeps scratch memory: one kernel a thread.
class OverlapKernel {
public:
    [[nodiscard]] double area(const PackedGeometry& a, std::size_t featureA, const PackedGeometry& b,
                              std::size_t featureB, const Box& boxA, const Box& boxB);
    [[nodiscard]] double area(const PackedGeometry& a, std::size_t featureA, const Box& boxA, const StripedPolygon& b);

private:
    std::vector<EdgePiece> m_first;
    std::vector<EdgePiece> m_second;
};

} // namespace merestone
