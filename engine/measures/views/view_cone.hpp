// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <optional>
#include <vector>

namespace merestone {

/// What is looked at from where: a sight line from the first to the last point of a line, or a cone from the first
/// corner of an area to all of its outline that is seen from there. Heights are metres above one level.
class ViewCone {
public:
    /// Nothing if the feature is no view: a point, a line without length, an area in parts or with holes, or one that
    /// cannot be seen whole from its first corner.
    static std::optional<ViewCone> of(const PackedGeometry& geometry, std::uint32_t feature);

    /// A building, as a polygon of an array with the height of its top.
    struct Block {
        const PackedGeometry* geometry = nullptr;
        std::uint32_t feature = 0;
        double height = 0.0;
    };
    /// The share of the view, 0 to 1, that no block stands in: of the cone's angle, or all or nothing of a line. A
    /// block stands in a sight line where its top is above it, anywhere over its ground; sight lines run straight from
    /// `eye` at the start to `target` at the end. Exact: the angles at which a block begins and ends to be in the way
    /// are solved for.
    [[nodiscard]] double openShare(const std::vector<Block>& blocks, double eye, double target) const;

private:
    struct FarEdge {
        Point a; ///< relative to the start, counter-clockwise
        Point b;
    };
    /// Angles from the start of a far edge.
    struct Interval {
        double from;
        double to;
    };
    [[nodiscard]] static Interval halved(Interval part, Point zero, Point w);
    void addBlocked(const Block& block, const FarEdge& far, double eye, double target,
                    std::vector<Interval>& blocked) const;
    void addBlockedByEdge(Point c, Point d, const FarEdge& far, double height, double eye, double target,
                          std::vector<Interval>& blocked) const;
    void addBlockedAtEnd(const Block& block, const FarEdge& far, std::vector<Interval>& blocked) const;
    [[nodiscard]] bool isLineBlocked(const Block& block, double eye, double target) const;

    Point m_start;
    std::optional<Point> m_end; ///< of a sight line
    std::vector<FarEdge> m_far; ///< of a cone
};

} // namespace merestone
