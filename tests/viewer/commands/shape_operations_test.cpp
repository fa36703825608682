// SPDX-License-Identifier: MIT
#include "commands/shape_operations.hpp"

#include "commands/edit_shape.hpp"
#include "commands/new_shape.hpp"
#include "commands/tracing.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

using namespace map::testing_support;

PackedGeometry shapes(const std::vector<std::string>& wkts) {
    PackedGeometry geometry;
    for (const std::string& wkt : wkts) {
        appendGeos(geometry, *fromWkt(wkt));
    }
    return geometry;
}

PackedGeometry read(const std::string& wkb) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, wkb).kind, WkbOutcome::Kind::read);
    return geometry;
}

TEST(ShapeOperations, UniteParcelsThatTouch) {
    const PackedGeometry parcels =
        shapes({rectangle(0, 0, 10, 10), rectangle(10, 0, 20, 10), rectangle(100, 0, 110, 10)});
    const std::vector<std::uint32_t> touching{0, 1};
    const ShapeOutcome whole = united(parcels, touching);
    ASSERT_EQ(whole.wkbs.size(), 1U) << whole.problem.toStdString();
    EXPECT_DOUBLE_EQ(area(read(whole.wkbs[0]), 0), 200.0);
    EXPECT_EQ(whole.parts, 1U);
    const std::vector<std::uint32_t> apart{0, 2};
    EXPECT_EQ(united(parcels, apart).parts, 2U);
    EXPECT_FALSE(united(parcels, {}).problem.isEmpty());
}

TEST(ShapeOperations, CutAlongALineThatEndsOnTheOutline) {
    const PackedGeometry site = shapes({"POLYGON((0.1 0.2,10.3 0.7,9.9 10.1,0.3 9.7,0.1 0.2))"});
    // Where an edge is snapped to, within rounding.
    const Point onBottom{3.3, 0.2 + (3.3 - 0.1) * 0.5 / 10.2};
    const Point onTop{4.7, 9.7 + (4.7 - 0.3) * 0.4 / 9.6};
    const ShapeOutcome pieces = cutAlong(site, 0, shapeFrom(Shape::line, {onBottom, onTop}));
    ASSERT_EQ(pieces.wkbs.size(), 2U) << pieces.problem.toStdString();
    EXPECT_GT(area(read(pieces.wkbs[0]), 0), area(read(pieces.wkbs[1]), 0)) << "the largest first";
    EXPECT_NEAR(area(read(pieces.wkbs[0]), 0) + area(read(pieces.wkbs[1]), 0), area(site, 0), 1e-6);
    const PackedGeometry street = shapes({"LINESTRING(0 0,10 0)"});
    EXPECT_EQ(cutAlong(street, 0, shapeFrom(Shape::line, {{4, -1}, {4, 1}})).wkbs.size(), 2U);
}

TEST(ShapeOperations, ALineThatDoesNotGoAcrossIsRefused) {
    const PackedGeometry site = shapes({rectangle(0, 0, 10, 10)});
    EXPECT_TRUE(cutAlong(site, 0, shapeFrom(Shape::line, {{5, -1}, {5, 8}})).problem.contains("right across"));
    EXPECT_FALSE(cutAlong(site, 0, shapeFrom(Shape::line, {{5, 5}})).problem.isEmpty());
    EXPECT_FALSE(cutAlong(site, 0, shapeFrom(Shape::line, {})).problem.isEmpty());
}

TEST(ShapeOperations, AHoleLiesInside) {
    const PackedGeometry site = shapes({rectangle(0, 0, 10, 10)});
    const ShapeOutcome rest = withHole(site, 0, shapeFrom(Shape::polygon, {{4, 4}, {6, 4}, {6, 6}, {4, 6}}));
    ASSERT_EQ(rest.wkbs.size(), 1U) << rest.problem.toStdString();
    EXPECT_DOUBLE_EQ(area(read(rest.wkbs[0]), 0), 96.0);
    EXPECT_TRUE(withHole(site, 0, shapeFrom(Shape::polygon, {{4, 4}, {16, 4}, {6, 6}})).problem.contains("inside"));
    EXPECT_FALSE(withHole(site, 0, shapeFrom(Shape::polygon, {{0, 0}, {10, 0}, {10, 10}, {0, 10}})).problem.isEmpty());
}

TEST(ShapeOperations, AHoleIsFilledByOneOfItsCorners) {
    const PackedGeometry site =
        shapes({"MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4)),((20 0,30 0,30 10,20 0)))"});
    EditShape shape(site, 0);
    const auto inner = shape.cornerNear({4, 4}, 0.1);
    const auto outer = shape.cornerNear({0, 0}, 0.1);
    const auto other = shape.cornerNear({20, 0}, 0.1);
    ASSERT_TRUE(inner && outer && other);
    EXPECT_FALSE(shape.isInHole(*outer));
    EXPECT_FALSE(shape.isInHole(*other)) << "the outline of another part";
    ASSERT_TRUE(shape.isInHole(*inner));
    shape.removeHole(*inner);
    EXPECT_DOUBLE_EQ(area(read(shape.wkb()), 0), 150.0);
    EXPECT_EQ(read(shape.wkb()).partCount(0), 2U);
}

/// Three parcels in a row, ten metres each, the middle one reaching further up.
map::ScenePtr row() {
    return sceneOf({mapLayer(made("parcels", {{"P1", "", "", rectangle(0, 0, 10, 10)},
                                              {"P2", "", "", "POLYGON((10 0,20 0,20 10,20 15,10 15,10 10,10 0))"},
                                              {"P3", "", "", rectangle(20, 0, 30, 10)}}))});
}

TEST(Tracing, FollowsTheEdgesOfSeveralParcels) {
    EXPECT_EQ(traced(*row(), {0, 10}, {30, 10}), (std::vector<Point>{{10, 10}, {10, 15}, {20, 15}, {20, 10}, {30, 10}}))
        << "the way over the top is shorter than the one below";
}

TEST(Tracing, BeginsAndEndsWithinAnEdge) {
    EXPECT_EQ(traced(*row(), {4, 0}, {24, 0}), (std::vector<Point>{{10, 0}, {20, 0}, {24, 0}}));
    EXPECT_EQ(traced(*row(), {4, 0}, {6, 0}), (std::vector<Point>{{6, 0}})) << "along one edge";
}

TEST(Tracing, GoesStraightWhereNoEdgesLead) {
    EXPECT_EQ(traced(*row(), {4, 5}, {24, 0}), (std::vector<Point>{{24, 0}}));
    EXPECT_EQ(traced(*row(), {4, 0}, {4, 0}), (std::vector<Point>{{4, 0}}));
}

} // namespace
} // namespace merestone::viewer
