// SPDX-License-Identifier: MIT
#include "geometry/geos_split.hpp"

#include "geometry/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace merestone {
namespace {

std::vector<double> areasOf(const char* polygon, const char* line) {
    std::vector<double> areas;
    for (const GeosGeometry& piece : split(*fromWkt(polygon), *fromWkt(line))) {
        EXPECT_TRUE(isValid(*piece));
        areas.push_back(area(*piece));
    }
    std::sort(areas.begin(), areas.end());
    return areas;
}

using Areas = std::vector<double>;

TEST(Split, CutsAnAreaInTwo) {
    EXPECT_EQ(areasOf("POLYGON((0 0,10 0,10 10,0 10,0 0))", "LINESTRING(3 -1,3 11)"), (Areas{30.0, 70.0}));
}

TEST(Split, LeavesAnAreaWholeThatTheLineDoesNotCross) {
    EXPECT_EQ(areasOf("POLYGON((0 0,10 0,10 10,0 10,0 0))", "LINESTRING(3 -1,3 9)"), (Areas{100.0}));
    EXPECT_EQ(areasOf("POLYGON((0 0,10 0,10 10,0 10,0 0))", "LINESTRING(30 -1,30 9)"), (Areas{100.0}));
    EXPECT_EQ(areasOf("POLYGON((0 0,10 0,10 10,0 10,0 0))", "LINESTRING(0 0,10 0)"), (Areas{100.0}));
}

TEST(Split, KeepsHoles) {
    const char* ring = "POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4))";
    EXPECT_EQ(areasOf(ring, "LINESTRING(5 -1,5 11)"), (Areas{48.0, 48.0})) << "through the hole";
    EXPECT_EQ(areasOf(ring, "LINESTRING(2 -1,2 11)"), (Areas{20.0, 76.0})) << "past it";
    EXPECT_EQ(areasOf(ring, "LINESTRING(5 -1,5 5)"), (Areas{96.0})) << "into it";
}

TEST(Split, CutsEveryPartThatTheLineCrosses) {
    EXPECT_EQ(areasOf("MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((6 0,10 0,10 4,6 4,6 0)))", "LINESTRING(-1 1,11 1)"),
              (Areas{4.0, 4.0, 12.0, 12.0}));
}

TEST(Split, PiecesShareTheirCommonCorners) {
    PackedGeometry pieces;
    for (const GeosGeometry& piece : split(*fromWkt("POLYGON((0.1 0.2,10.3 0.7,9.9 10.1,0.3 9.7,0.1 0.2))"),
                                           *fromWkt("LINESTRING(3.3 -1,4.7 11)"))) {
        appendGeos(pieces, *piece);
    }
    ASSERT_EQ(pieces.size(), 2U);
    int shared = 0;
    for (std::size_t i = 1; i < pieces.points(0).size(); ++i) {
        const auto other = pieces.points(1);
        shared += std::find(other.begin(), other.end(), pieces.points(0)[i]) != other.end() ? 1 : 0;
    }
    EXPECT_EQ(shared, 2);
}

} // namespace
} // namespace merestone
