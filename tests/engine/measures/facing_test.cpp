// SPDX-License-Identifier: MIT
// Walls with the bearing that their windows look towards.
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

/// A wall along the x axis that looks north, and others.
MadeRequest facing(const std::vector<std::string>& others, std::vector<double> bearings, double accuracy = 0.0) {
    MadeRequest request("facing_distance", layerOf({"LINESTRING(0 0,10 0)"}), all(layerOf(others, accuracy)));
    request.field("bearing", std::move(bearings)).field("bearing", {0.0}, true);
    return request;
}

} // namespace

TEST(FacingDistance, IsToTheNearestWallThatLooksBack) {
    const MadeRequest request = facing({"LINESTRING(10 21,0 21)", "LINESTRING(0 30,10 30)"}, {180, 180});
    EXPECT_DOUBLE_EQ(request.value().value, 21.0);
    EXPECT_EQ(request.evidence().substr(0, 10), "LINESTRING");
    EXPECT_EQ(request.make()->evidence(*layerOf({"LINESTRING(0 0,10 0)"}), 0).otherRow, 0U);
    EXPECT_DOUBLE_EQ(request.make()->reach(), 100.0);
}

TEST(FacingDistance, WallsThatLookElsewhereDoNotCount) {
    EXPECT_TRUE(std::isinf(facing({"LINESTRING(0 21,10 21)"}, {0}).value().value));
    EXPECT_DOUBLE_EQ(facing({"LINESTRING(0 21,10 21)"}, {210}).value().value, 21.0);
    EXPECT_TRUE(std::isinf(facing({"LINESTRING(0 21,10 21)"}, {210.1}).value().value));
    EXPECT_DOUBLE_EQ(facing({"LINESTRING(0 21,10 21)"}, {-210}).value().value, 21.0); // 150 degrees
    EXPECT_DOUBLE_EQ(facing({"LINESTRING(0 21,10 21)"}, {225}).option("angle", 45, Unit{}).value().value, 21.0);
}

TEST(FacingDistance, WallsBehindDoNotFaceIt) {
    // Back to back: the bearings oppose, but neither is in front of the other.
    EXPECT_TRUE(std::isinf(facing({"LINESTRING(0 -21,10 -21)"}, {180}).value().value));
}

TEST(FacingDistance, WhatStandsBetweenHidesThem) {
    MadeRequest request = facing({"LINESTRING(0 21,10 21)", "LINESTRING(0 40,10 40)"}, {180, 180});
    const auto shed = layerOf({boxWkt(-5, 25, 15, 30)});
    EXPECT_DOUBLE_EQ(MadeRequest(request).related("blocked_by", shed).value().value, 21.0);
    const auto both = layerOf({boxWkt(-5, 5, 15, 6)});
    EXPECT_TRUE(std::isinf(MadeRequest(request).related("blocked_by", both).value().value));
    // The walls' own houses only touch what is between them.
    const auto houses = layerOf({boxWkt(0, -10, 10, 0), boxWkt(0, 21, 10, 31)});
    EXPECT_DOUBLE_EQ(MadeRequest(request).related("blocked_by", houses).value().value, 21.0);
}

TEST(FacingDistance, WallsOfOneLayerFaceOneAnother) {
    const auto walls = layerOf({"LINESTRING(0 0,10 0)", "LINESTRING(0 18,10 18)", "LINESTRING(0 17,10 17)"});
    MadeRequest request("facing_distance", walls, all(walls));
    request.field("bearing", {0, 180, 0}).field("bearing", {0, 180, 0}, true);
    EXPECT_EQ(request.values().values, (std::vector<double>{18, 1, 1}));
}

TEST(FacingDistance, NothingIsFoundBeyondTheSearch) {
    EXPECT_DOUBLE_EQ(facing({"LINESTRING(0 21,10 21)"}, {180}).metres("search", 21).value().value, 21.0);
    EXPECT_TRUE(std::isinf(facing({"LINESTRING(0 21,10 21)"}, {180}).metres("search", 20.9).value().value));
}

TEST(FacingMissing, AWallOfUnknownBearingMayFaceIt) {
    const UncertainNumber value =
        facing({"LINESTRING(0 21,10 21)", "LINESTRING(0 15,10 15)"}, {180, std::nan("")}).value();
    EXPECT_DOUBLE_EQ(value.value, 21.0);
    EXPECT_DOUBLE_EQ(value.certainLow, 15.0);
    EXPECT_DOUBLE_EQ(value.certainHigh, 21.0);
    MadeRequest own("facing_distance", layerOf({"LINESTRING(0 0,10 0)"}), all(layerOf({"LINESTRING(0 21,10 21)"})));
    own.field("bearing", {180}).field("bearing", {std::nan("")}, true);
    EXPECT_TRUE(std::isnan(own.value().value));
}

TEST(FacingMissing, WallsThatMayCountOrAreMissingLowerTheBound) {
    const auto walls = layerOf({"LINESTRING(0 21,10 21)", "LINESTRING(0 15,10 15)"});
    MadeRequest request("facing_distance", layerOf({"LINESTRING(0 0,10 0)"}), some(walls, {0}, {1}));
    request.field("bearing", {180, 180}).field("bearing", {0}, true);
    EXPECT_DOUBLE_EQ(request.value().value, 21.0);
    EXPECT_DOUBLE_EQ(request.value().certainLow, 15.0);
    EXPECT_DOUBLE_EQ(request.coverage(notComplete()).value().certainLow, 0.0);
}

TEST(FacingMissing, SomethingThatIsMissingMayStandBetween) {
    MadeRequest request = facing({"LINESTRING(0 21,10 21)"}, {180});
    request.related("blocked_by", layerOf({boxWkt(50, 50, 60, 60)}), notComplete());
    EXPECT_TRUE(std::isinf(request.value().certainHigh));
}

TEST(FacingMissing, IsAsExactAsTheTwoWalls) {
    const UncertainNumber value = facing({"LINESTRING(0 21,10 21)"}, {180}, 0.5).value();
    EXPECT_DOUBLE_EQ(value.low, 20.5);
    EXPECT_DOUBLE_EQ(value.high, 21.5);
}

TEST(FacingDistance, EqualsTryingEveryWallWithGeos) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        RandomPoints random(seed);
        std::vector<std::string> walls;
        std::vector<double> bearings;
        std::vector<std::string> sheds;
        for (int i = 0; i < 20; ++i) {
            const Point p = random.point(100);
            const double bearing = std::floor(random.between(0, 360));
            const double along = (bearing + 90) * std::numbers::pi / 180;
            walls.push_back(lineWkt({p, {p.x + 6 * std::sin(along), p.y + 6 * std::cos(along)}}));
            bearings.push_back(bearing);
        }
        for (int i = 0; i < 6; ++i) {
            const Point p = random.point(100);
            sheds.push_back(boxWkt(p.x, p.y, p.x + 5, p.y + 5));
        }
        const LayerPtr layer = layerOf(walls);
        MadeRequest request("facing_distance", layer, all(layer));
        request.field("bearing", bearings).field("bearing", bearings, true).related("blocked_by", layerOf(sheds));
        request.metres("search", 60);
        const MeasureColumn column = request.values(2);
        EXPECT_TRUE(sameColumns(column, request.values(1)));
        for (std::size_t i = 0; i < walls.size(); ++i) {
            double expected = std::numeric_limits<double>::infinity();
            for (std::size_t k = 0; k < walls.size(); ++k) {
                const double cosine = std::cos((bearings[i] - bearings[k]) * std::numbers::pi / 180);
                if (k == i || cosine > -std::cos(std::numbers::pi / 6) + 1e-12) {
                    continue;
                }
                const GeosGeometry a = fromWkt(walls[i]);
                const GeosGeometry b = fromWkt(walls[k]);
                const NearestPoints pair = nearestPoints(*a, *b);
                const auto ahead = [](Point from, Point to, double bearing) {
                    const double radians = bearing * std::numbers::pi / 180;
                    return (to.x - from.x) * std::sin(radians) + (to.y - from.y) * std::cos(radians) > 0;
                };
                if (!ahead(pair.onA, pair.onB, bearings[i]) || !ahead(pair.onB, pair.onA, bearings[k])) {
                    continue;
                }
                const GeosGeometry between = fromWkt(lineWkt({pair.onA, pair.onB}));
                const bool hidden = std::any_of(sheds.begin(), sheds.end(), [&](const std::string& shed) {
                    return intersects(*prepare(*fromWkt(shed)), *between);
                });
                if (!hidden && distance(*a, *b) <= 60) {
                    expected = std::min(expected, distance(*a, *b));
                }
            }
            if (std::isinf(expected)) {
                EXPECT_TRUE(std::isinf(column.values[i])) << "seed " << seed << ", wall " << i;
            } else {
                EXPECT_NEAR(column.values[i], expected, 1e-9) << "seed " << seed << ", wall " << i;
            }
        }
    }
}
