// SPDX-License-Identifier: MIT
// Walks along hand-made streets; every length can be added up by eye.
#include "engine/measures/made_request.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

MadeRequest walk(const LayerPtr& from, const LayerPtr& to, const LayerPtr& ways) {
    MadeRequest request("network_distance", from, all(to));
    request.related("network", ways);
    return request;
}

constexpr const char* kCorner = "LINESTRING(0 0,100 0,100 100)";

} // namespace

TEST(NetworkDistance, CountsBothLegsAndTheWayBetween) {
    const auto home = layerOf({"POINT(10 5)"});
    const auto shop = layerOf({"POINT(105 90)"});
    const MadeRequest request = walk(home, shop, layerOf({kCorner}));
    EXPECT_DOUBLE_EQ(request.value().value, 5 + 90 + 90 + 5);
    EXPECT_EQ(request.evidence(), "LINESTRING(10 5,10 0,100 0,100 90,105 90)");
}

TEST(NetworkDistance, WalksAlongOneStretchOfOneWay) {
    const MadeRequest request =
        walk(layerOf({"POINT(10 5)"}), layerOf({"POINT(70 -3)"}), layerOf({"LINESTRING(0 0,100 0)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 5 + 60 + 3);
    EXPECT_EQ(request.evidence(), "LINESTRING(10 5,10 0,70 0,70 -3)");
}

TEST(NetworkDistance, TakesTheNearestOfSeveralOnFootNotByAir) {
    // The shop at (10, 40) is 35 m off as the crow flies, but its street joins only 190 m away.
    const auto shops = layerOf({"POINT(10 40)", "POINT(100 5)"});
    const MadeRequest request =
        walk(layerOf({"POINT(10 5)"}), shops, layerOf({"LINESTRING(0 0,200 0)", "LINESTRING(200 0,200 40,0 40)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 5 + 90 + 5);
    const auto measure = request.make();
    EXPECT_EQ(measure->evidence(*layerOf({"POINT(10 5)"}), 0).otherRow, 1U);
}

TEST(NetworkDistance, WaysThatCrossWithoutACommonCornerAreBridges) {
    const auto home = layerOf({"POINT(0 -50)"});
    const auto shop = layerOf({"POINT(50 0)"});
    const auto ways = layerOf({"LINESTRING(-60 0,60 0)", "LINESTRING(0 -60,0 60)"});
    EXPECT_TRUE(std::isinf(walk(home, shop, ways).value().value));
    EXPECT_DOUBLE_EQ(walk(home, shop, ways).flag("node_crossings", true).value().value, 100.0);
    EXPECT_EQ(walk(home, shop, ways).evidence(), "");
}

TEST(NetworkDistance, WaysJoinAtCommonCornersAndWhereOneEndsOnAnother) {
    const auto home = layerOf({"POINT(0 -50)"});
    const auto shop = layerOf({"POINT(50 0)"});
    EXPECT_DOUBLE_EQ(
        walk(home, shop, layerOf({"LINESTRING(-60 0,0 0,60 0)", "LINESTRING(0 -60,0 0,0 60)"})).value().value, 100.0);
    EXPECT_DOUBLE_EQ(walk(home, shop, layerOf({"LINESTRING(-60 0,60 0)", "LINESTRING(0 -60,0 0)"})).value().value,
                     100.0);
    // Half a millimetre apart is one place; two millimetres are not.
    EXPECT_NEAR(walk(home, shop, layerOf({"LINESTRING(-60 0,60 0)", "LINESTRING(0 -60,0 -0.0005)"})).value().value,
                100.0, 1e-3);
    EXPECT_TRUE(
        std::isinf(walk(home, shop, layerOf({"LINESTRING(-60 0,60 0)", "LINESTRING(0 -60,0 -0.002)"})).value().value));
}

TEST(NetworkDistance, AnAreaIsReachedWhereverAWayMeetsIt) {
    // Ways touch the park in the west at (100, 0) and run through its north; no leg is needed.
    const auto park = layerOf({"POLYGON((100 -50,200 -50,200 50,100 50,100 -50))"});
    const auto ways = layerOf({"LINESTRING(0 0,100 0)", "LINESTRING(0 0,0 40,300 40)"});
    EXPECT_DOUBLE_EQ(walk(layerOf({"POINT(20 5)"}), park, ways).value().value, 5 + 80);
    EXPECT_DOUBLE_EQ(walk(layerOf({"POINT(0 40)"}), park, ways).value().value, 100.0); // 140 by the western gate
    EXPECT_DOUBLE_EQ(walk(layerOf({"POINT(250 45)"}), park, ways).value().value, 5 + 50);
    EXPECT_EQ(walk(layerOf({"POINT(250 45)"}), park, ways).evidence(), "LINESTRING(250 45,250 40,200 40)");
}

TEST(NetworkDistance, InsideAnAreaNothingIsWalked) {
    const auto park = layerOf({"POLYGON((100 -50,200 -50,200 50,100 50,100 -50))"});
    const auto ways = layerOf({"LINESTRING(0 40,300 40)"});
    EXPECT_DOUBLE_EQ(walk(layerOf({"POINT(150 0)"}), park, ways).value().value, 0.0); // where the two meet
    // The nearest way of the home in the lane beside the park runs inside the park: only the leg is left.
    EXPECT_DOUBLE_EQ(walk(layerOf({"POINT(150 60)"}), park, ways).value().value, 20.0);
}

TEST(NetworkDistance, AFeatureIsNoDestinationOfItsOwn) {
    const auto stops = layerOf({"POINT(0 1)", "POINT(50 1)", "POINT(200 1)"});
    const MadeRequest request = walk(stops, stops, layerOf({"LINESTRING(0 0,200 0)"}));
    const MeasureColumn column = request.values();
    EXPECT_DOUBLE_EQ(column.values[0], 52.0);
    EXPECT_DOUBLE_EQ(column.values[1], 52.0);
    EXPECT_DOUBLE_EQ(column.values[2], 152.0);
}

TEST(NetworkDistance, EndsAtAccessPointsWhereTheyAreNamed) {
    const auto park = layerOf({"POLYGON((100 10,200 10,200 50,100 50,100 10))"});
    const auto gates = layerOf({"POINT(180 10)"});
    MadeRequest request = walk(layerOf({"POINT(20 5)"}), park, layerOf({"LINESTRING(0 0,300 0)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 5 + 80 + 10);
    request.access(all(gates));
    EXPECT_DOUBLE_EQ(request.value().value, 5 + 160 + 10);
    EXPECT_NE(request.make()->method().find("edge to access point"), std::string::npos);
}

TEST(NetworkDistance, CentroidsAreWhereItStartsAndEndsIfARuleSaysSo) {
    const auto home = layerOf({"POLYGON((0 5,20 5,20 15,0 15,0 5))"});
    const auto hall = layerOf({"POLYGON((100 -20,120 -20,120 -10,100 -10,100 -20))"});
    MadeRequest request = walk(home, hall, layerOf({"LINESTRING(0 0,200 0)"}));
    EXPECT_DOUBLE_EQ(request.word("from", "centroid").word("to", "centroid").value().value, 10 + 100 + 15);
}

TEST(NetworkDistance, NothingIsFoundBeyondTheSearch) {
    MadeRequest request = walk(layerOf({"POINT(0 0)"}), layerOf({"POINT(300 0)"}), layerOf({"LINESTRING(0 0,300 0)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 300.0);
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("search", 300).value().value, 300.0);
    EXPECT_TRUE(std::isinf(MadeRequest(request).metres("search", 299.9).value().value));
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("search", 250).make()->reach(), 250.0);
}

TEST(NetworkDistance, AWayIsCutAtABarrier) {
    const auto home = layerOf({"POINT(0 0)"});
    const auto shop = layerOf({"POINT(100 0)"});
    // Straight on it is 100 m; round by the north 100 + 2 * 80.
    const auto ways = layerOf({"LINESTRING(0 0,100 0)", "LINESTRING(0 0,0 80,100 80,100 0)"});
    MadeRequest request = walk(home, shop, ways);
    request.related("barriers", layerOf({"LINESTRING(50 -500,50 60)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 260.0);
    EXPECT_EQ(request.evidence(), "LINESTRING(0 0,0 80,100 80,100 0)");
    const auto bridge = layerOf({"POINT(52 3)"});
    EXPECT_DOUBLE_EQ(MadeRequest(request).related("crossings", bridge).value().value, 100.0);
    EXPECT_DOUBLE_EQ(MadeRequest(request).related("crossings", bridge).metres("crossing_reach", 3.6).value().value,
                     260.0); // it lies 3.606 m from the cut
    EXPECT_DOUBLE_EQ(MadeRequest(request).related("crossings", bridge).metres("crossing_reach", 3.7).value().value,
                     100.0);
}

TEST(NetworkDistance, ABarrierThroughACornerCutsEveryWayThere) {
    const auto home = layerOf({"POINT(0 0)"});
    const auto shop = layerOf({"POINT(100 0)"});
    const auto ways = layerOf({"LINESTRING(0 0,50 0,100 0)"});
    EXPECT_TRUE(
        std::isinf(walk(home, shop, ways).related("barriers", layerOf({"LINESTRING(50 -10,50 10)"})).value().value));
    EXPECT_TRUE(
        std::isinf(walk(home, shop, ways).related("barriers", layerOf({"LINESTRING(50 0,50 10)"})).value().value));
    EXPECT_DOUBLE_EQ(walk(home, shop, ways).related("barriers", layerOf({"LINESTRING(50 0.01,50 9)"})).value().value,
                     100.0);
}

TEST(NetworkDistance, AnAreaThatBarsIsCutOutWithWhatLiesInIt) {
    const auto home = layerOf({"POINT(0 0)"});
    const auto shop = layerOf({"POINT(100 0)"});
    const auto ways = layerOf({"LINESTRING(0 0,45 0,55 0,100 0)"});
    const auto railway = layerOf({"POLYGON((40 -50,60 -50,60 50,40 50,40 -50))"});
    MadeRequest request = walk(home, shop, ways);
    request.related("barriers", railway);
    EXPECT_TRUE(std::isinf(request.value().value));
    // A crossing anywhere on the stretch through the railway opens the whole stretch, through its corners too.
    EXPECT_DOUBLE_EQ(request.related("crossings", layerOf({"POINT(59 8)"})).value().value, 100.0);
}

TEST(NetworkDistance, NoLegCrossesABarrier) {
    // The way in the south is nearer, but beyond the wall; the home gets onto the one in the north.
    const auto ways = layerOf({"LINESTRING(0 0,100 0)", "LINESTRING(0 30,100 30,100 0)"});
    MadeRequest request = walk(layerOf({"POINT(50 10)"}), layerOf({"POINT(50 -1)"}), ways);
    EXPECT_DOUBLE_EQ(request.value().value, 10 + 1);
    request.related("barriers", layerOf({"LINESTRING(0 5,90 5)"}));
    EXPECT_DOUBLE_EQ(request.value().value, 20 + 50 + 30 + 50 + 1);
    EXPECT_EQ(request.evidence(), "LINESTRING(50 10,50 30,100 30,100 0,50 0,50 -1)");
}

TEST(NetworkDistance, ResultsDoNotDependOnThreads) {
    std::vector<std::string> homes;
    std::vector<std::string> ways;
    for (int i = 0; i < 40; ++i) {
        const std::string at = std::to_string(i * 25);
        ways.push_back("LINESTRING(0 " + at + ",1000 " + at + ")");
        ways.push_back("LINESTRING(" + at + " 0," + at + " 1000)");
        for (int k = 0; k < 40; ++k) {
            homes.push_back("POINT(" + std::to_string(k * 25 + 7) + " " + std::to_string(i * 25 + 9) + ")");
        }
    }
    MadeRequest request = walk(layerOf(homes, 0.5), layerOf({"POINT(3 333)", "POINT(777 5)"}), layerOf(ways));
    request.flag("node_crossings", true).coverage(notComplete());
    EXPECT_TRUE(sameColumns(request.values(1), request.values(4)));
}
