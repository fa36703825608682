// SPDX-License-Identifier: MIT
// What a walk may be when data are missing or inexact: never a pass by absence.
#include "engine/measures/made_request.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

/// A home and a shop 100 m apart by air and 260 m on foot.
MadeRequest detour(const Coverage& ways) {
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), all(layerOf({"POINT(100 0)"})));
    request.related("network", layerOf({"LINESTRING(0 0,0 80,100 80,100 0)"}), ways);
    return request;
}

} // namespace

TEST(NetworkMissing, WhatIsCompleteIsCertain) {
    const UncertainNumber value = detour(complete()).value();
    EXPECT_DOUBLE_EQ(value.value, 260.0);
    EXPECT_DOUBLE_EQ(value.certainLow, 260.0);
    EXPECT_DOUBLE_EQ(value.certainHigh, 260.0);
    EXPECT_DOUBLE_EQ(value.low, 260.0);
}

TEST(NetworkMissing, AWayThatIsMissingCanOnlyShortenToTheStraightLine) {
    const UncertainNumber value = detour(notComplete()).value();
    EXPECT_DOUBLE_EQ(value.certainLow, 100.0);
    EXPECT_DOUBLE_EQ(value.certainHigh, 260.0);
}

TEST(NetworkMissing, AShortCutOutsideTheCoveredAreaCostsTheWayThere) {
    const auto area = layerOf({"POLYGON((-150 -150,250 -150,250 250,-150 250,-150 -150))"});
    EXPECT_DOUBLE_EQ(detour(completeWithin(area)).value().certainLow, 150.0);
    const auto wide = layerOf({"POLYGON((-900 -900,900 -900,900 900,-900 900,-900 -900))"});
    EXPECT_DOUBLE_EQ(detour(completeWithin(wide)).value().certainLow, 260.0);
}

TEST(NetworkMissing, AWayWithoutAUsableShapeMayLieAnywhere) {
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), all(layerOf({"POINT(100 0)"})));
    request.related("network", layerOf({"LINESTRING(0 0,0 80,100 80,100 0)", ""}));
    EXPECT_DOUBLE_EQ(request.value().certainLow, 100.0);
}

TEST(NetworkMissing, ADestinationThatIsMissingMayBeNextDoor) {
    EXPECT_DOUBLE_EQ(detour(complete()).coverage(notComplete()).value().certainLow, 0.0);
    const auto area = layerOf({"POLYGON((-40 -150,250 -150,250 250,-40 250,-40 -150))"});
    EXPECT_DOUBLE_EQ(detour(complete()).coverage(completeWithin(area)).value().certainLow, 40.0);
}

TEST(NetworkMissing, ADestinationThatMayNotCountLowersTheBoundAlone) {
    const auto shops = layerOf({"POINT(100 0)", "POINT(0 60)"});
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), some(shops, {0}, {1}));
    request.related("network", layerOf({"LINESTRING(0 0,0 80,100 80,100 0)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 260.0);
    EXPECT_DOUBLE_EQ(request.value().certainLow, 60.0);
}

TEST(NetworkMissing, ADestinationFarFromEveryWayMayBeReachedSomehow) {
    const auto shops = layerOf({"POINT(100 0)", "POINT(-120 0)"});
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), all(shops));
    request.related("network", layerOf({"LINESTRING(0 0,0 80,100 80,100 0)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 260.0);
    EXPECT_DOUBLE_EQ(request.value().certainLow, 120.0);
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("snap", 120).value().value, 120.0);
}

TEST(NetworkMissing, AHomeFarFromEveryWayIsUnknown) {
    MadeRequest request("network_distance", layerOf({"POINT(0 200)", "POINT(0 101)", "POINT(0 100)"}),
                        all(layerOf({"POINT(100 0)"})));
    request.related("network", layerOf({"LINESTRING(0 0,100 0)"}));
    const MeasureColumn column = request.values();
    EXPECT_TRUE(std::isnan(column.values[0]));
    EXPECT_TRUE(std::isnan(column.values[1]));
    EXPECT_DOUBLE_EQ(column.values[2], 200.0);
    EXPECT_EQ(request.evidence(0), "");
}

TEST(NetworkMissing, NoWayToAnyIsInfiniteForCertainOnlyIfAllIsKnown) {
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), all(layerOf({"POINT(100 0)"})));
    const auto apart = layerOf({"LINESTRING(0 0,40 0)", "LINESTRING(60 0,100 0)"});
    EXPECT_TRUE(std::isinf(MadeRequest(request).related("network", apart).value().certainLow));
    EXPECT_DOUBLE_EQ(MadeRequest(request).related("network", apart, notComplete()).value().certainLow, 100.0);
}

TEST(NetworkMissing, ABarrierThatIsMissingMayCutTheWalk) {
    const auto river = layerOf({"LINESTRING(50 -500,50 -400)"});
    EXPECT_TRUE(std::isinf(detour(complete()).related("barriers", river, notComplete()).value().certainHigh));
    const auto wide = layerOf({"POLYGON((-900 -900,900 -900,900 900,-900 900,-900 -900))"});
    EXPECT_DOUBLE_EQ(detour(complete()).related("barriers", river, completeWithin(wide)).value().certainHigh, 260.0);
}

TEST(NetworkMissing, ACrossingThatIsMissingMayOpenAShorterWalk) {
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), all(layerOf({"POINT(100 0)"})));
    request.related("network", layerOf({"LINESTRING(0 0,100 0)", "LINESTRING(0 0,0 80,100 80,100 0)"}))
        .related("barriers", layerOf({"LINESTRING(50 -5,50 5)"}))
        .related("crossings", layerOf({"POINT(500 500)"}), notComplete());
    EXPECT_DOUBLE_EQ(request.value().value, 260.0);
    EXPECT_DOUBLE_EQ(request.value().certainLow, 100.0);
}

TEST(NetworkMissing, ErrorsOfBothEndsAndOfTheWaysUnderBothLegsAddUp) {
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}, 2.0), all(layerOf({"POINT(100 0)"}, 4.0)));
    request.related("network", layerOf({"LINESTRING(0 0,100 0)"}, 1.0));
    const double error = std::sqrt(4.0 + 16.0 + 2.0);
    EXPECT_DOUBLE_EQ(request.value().low, 100.0 - error);
    EXPECT_DOUBLE_EQ(request.value().high, 100.0 + error);
}

TEST(NetworkMissing, WithoutAnyWayEveryHomeIsUnknown) {
    MadeRequest request("network_distance", layerOf({"POINT(0 0)"}), all(layerOf({"POINT(100 0)"})));
    request.related("network", layerOf({}));
    EXPECT_TRUE(std::isnan(request.value().value));
}
