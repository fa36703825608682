// SPDX-License-Identifier: MIT
#include "commands/new_ids.hpp"
#include "commands/new_shape.hpp"
#include "geometry/kernels.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace merestone::viewer {
namespace {

using map::testing_support::Made;
using map::testing_support::made;

std::string following(const std::vector<std::string>& ids, const std::set<std::string>& taken = {}) {
    std::vector<Made> features;
    for (const std::string& id : ids) {
        features.push_back({id, "", "", "POINT(1 1)"});
    }
    return nextId(*made("sites", features), taken);
}

TEST(NewIds, GoOnFromThoseThatAreThere) {
    EXPECT_EQ(following({"S1", "S9", "S2"}), "S10");
    EXPECT_EQ(following({"LGS-08", "LGS-07"}), "LGS-09");
    EXPECT_EQ(following({"LGS-09"}), "LGS-10");
    EXPECT_EQ(following({"7", "12"}), "13");
    EXPECT_EQ(following({"A1", "B1", "B2"}), "B3") << "the longest series";
}

TEST(NewIds, AreNeverOnesThatWereGivenAway) {
    EXPECT_EQ(following({"S1"}, {"S2", "S3"}), "S4");
    EXPECT_EQ(following({"S1"}, {"S4"}), "S5");
}

TEST(NewIds, BeginSomewhere) {
    EXPECT_EQ(following({}), "new-1");
    EXPECT_EQ(following({"Mill Lane", "Corner"}), "new-1");
    EXPECT_EQ(following({}, {"new-1"}), "new-2");
    EXPECT_EQ(following({"99999999999999999999999"}), "new-1") << "no number that can be counted on from";
}

TEST(NewShape, ClosesAnAreaAndLeavesRepeatedPlacesOut) {
    const PackedGeometry square = shapeFrom(Shape::polygon, {{0, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 10}});
    EXPECT_EQ(square.points(0).size(), 5U);
    EXPECT_DOUBLE_EQ(area(square, 0), 100.0);
    EXPECT_TRUE(whyUnusable(square).isEmpty());
    EXPECT_TRUE(whyUnusable(shapeFrom(Shape::line, {{0, 0}, {3, 4}})).isEmpty());
    EXPECT_TRUE(whyUnusable(shapeFrom(Shape::point, {{0, 0}})).isEmpty());
}

TEST(NewShape, WhatCannotStandInAPlanIsToldInOneLine) {
    EXPECT_TRUE(whyUnusable(shapeFrom(Shape::polygon, {})).contains("nothing"));
    EXPECT_TRUE(whyUnusable(shapeFrom(Shape::polygon, {{0, 0}, {1, 0}})).contains("three corners"));
    EXPECT_TRUE(whyUnusable(shapeFrom(Shape::polygon, {{0, 0}, {1, 0}, {0, 0}})).contains("three corners"));
    EXPECT_TRUE(whyUnusable(shapeFrom(Shape::line, {{1, 1}, {1, 1}})).contains("two places"));
    const QString crossing = whyUnusable(shapeFrom(Shape::polygon, {{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
    EXPECT_TRUE(crossing.contains("easting 5.0, northing 5.0")) << crossing.toStdString();
    EXPECT_FALSE(crossing.contains('\n'));
    EXPECT_FALSE(whyUnusable(shapeFrom(Shape::polygon, {{0, 0}, {10, 0}, {20, 0}})).isEmpty());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(whyUnusable(shapeFrom(Shape::polygon, {{0, 0}, {10, 0}, {nan, 5}})).isEmpty());
}

} // namespace
} // namespace merestone::viewer
