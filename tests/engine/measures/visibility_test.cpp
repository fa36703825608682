// SPDX-License-Identifier: MIT
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

constexpr double kPi = std::numbers::pi;

MadeRequest view(const std::string& shape, const std::vector<std::string>& buildings, std::vector<double> heights,
                 double eye, double target, double accuracy = 0.0) {
    MadeRequest request("visibility", layerOf({shape}), all(layerOf(buildings, accuracy)));
    request.field("height", std::move(heights)).metres("eye", eye).metres("target_height", target);
    return request;
}

/// From (0, 0) over 100 m to the east.
const std::string kLine = "LINESTRING(0 0,100 0)";
/// From (0, 0) to the side from (100, -100) to (100, 100): a quarter of a circle.
const std::string kCone = "POLYGON((0 0,100 -100,100 100,0 0))";

} // namespace

TEST(Visibility, ASightLineIsOpenWhileItPassesOverTheRoofs) {
    // The line rises from 2 m to 12 m; over the house from x = 40 to 60 it is 6 m high at the near wall.
    const std::string house = boxWkt(40, -5, 60, 5);
    EXPECT_DOUBLE_EQ(view(kLine, {house}, {6.0}, 2, 12).value().value, 100.0);
    EXPECT_DOUBLE_EQ(view(kLine, {house}, {6.01}, 2, 12).value().value, 0.0);
    EXPECT_EQ(view(kLine, {house}, {6.01}, 2, 12).evidence(), "LINESTRING(40 0,60 0)");
    // Downwards from 12 m to 2 m the far wall matters, where it is 6 m high.
    EXPECT_DOUBLE_EQ(view(kLine, {house}, {6.0}, 12, 2).value().value, 100.0);
    EXPECT_DOUBLE_EQ(view(kLine, {house}, {6.01}, 12, 2).value().value, 0.0);
    EXPECT_EQ(view(kLine, {house}, {6.0}, 12, 2).evidence(), "");
}

TEST(Visibility, WhatOnlyTouchesTheLineIsNotInTheWay) {
    EXPECT_DOUBLE_EQ(view(kLine, {"POLYGON((40 0,50 10,30 10,40 0))"}, {50.0}, 2, 2).value().value, 100.0);
    EXPECT_DOUBLE_EQ(view(kLine, {boxWkt(40, 1, 60, 5)}, {50.0}, 2, 2).value().value, 100.0);
}

TEST(Visibility, OfAConeTheShareOfItsAngleIsOpen) {
    // A wall at x = 50 from the middle to the south hides the southern half, 45 of 90 degrees.
    const std::string wall = boxWkt(50, -80, 51, 0);
    EXPECT_NEAR(view(kCone, {wall}, {20.0}, 2, 2).value().value, 50.0, 1e-9);
    EXPECT_NEAR(view(kCone, {wall}, {1.9}, 2, 2).value().value, 100.0, 1e-9);
    // One from y = 0 to 20 hides atan(20 / 50); behind the first it hides nothing more.
    const double angle = std::atan2(20, 50) / (kPi / 2) * 100;
    EXPECT_NEAR(view(kCone, {boxWkt(50, 0, 51, 20)}, {20.0}, 2, 2).value().value, 100 - angle, 1e-9);
    EXPECT_NEAR(view(kCone, {wall, boxWkt(70, -30, 71, -10)}, {20.0, 20.0}, 2, 2).value().value, 50.0, 1e-9);
}

TEST(Visibility, AConeIsBlockedWhereTheRoofRisesAboveThePlane) {
    // Sight lines rise from 0 to 10 m at x = 100, whatever their angle: 5 m over the wall at x = 50.
    const std::string wall = boxWkt(50, -80, 51, 80);
    EXPECT_NEAR(view(kCone, {wall}, {5.0}, 0, 10).value().value, 100.0, 1e-9);
    EXPECT_NEAR(view(kCone, {wall}, {5.001}, 0, 10).value().value, 0.0, 1e-9);
    // A slanting wall from (50, -50) to (100, 100): 7.5 m high it rises above them up to x = 75, that is y = 25.
    const std::string slanting = "POLYGON((50 -50,100 100,99.999 100,49.999 -50,50 -50))";
    const double open = (kPi / 4 - std::atan2(25, 75)) / (kPi / 2) * 100;
    EXPECT_NEAR(view(kCone, {slanting}, {7.5}, 0, 10).value().value, open, 0.01);
}

TEST(Visibility, WhatStandsBehindTheViewIsOutOfIt) {
    EXPECT_NEAR(view(kCone, {boxWkt(101, -50, 110, 50)}, {90.0}, 2, 2).value().value, 100.0, 1e-9);
    EXPECT_NEAR(view(kCone, {boxWkt(-50, -50, -10, 50)}, {90.0}, 2, 2).value().value, 100.0, 1e-9);
    // A house across the far edge. The sight lines come down to 5 m at 25/26 of the way, x = 96.15, inside the house;
    // beside it they meet its side walls at y = 10 from there on.
    const double angle = 2 * std::atan2(10, 100.0 * 25 / 26) / (kPi / 2) * 100;
    EXPECT_NEAR(view(kCone, {boxWkt(90, -10, 120, 10)}, {5.0}, 30, 4).value().value, 100 - angle, 1e-9);
    EXPECT_NEAR(view(kCone, {boxWkt(90, -10, 120, 10)}, {4.0}, 30, 4).value().value, 100.0, 1e-9);
}

TEST(Visibility, FromInsideABuildingNothingIsSeen) {
    EXPECT_DOUBLE_EQ(view(kCone, {boxWkt(-5, -5, 5, 5)}, {9.0}, 2, 30).value().value, 0.0);
    EXPECT_DOUBLE_EQ(view(kCone, {boxWkt(-5, -5, 5, 5)}, {9.0}, 10, 30).value().value, 100.0); // from its roof
}

TEST(Visibility, EyeAndTargetMayDifferFromViewToView) {
    MadeRequest request("visibility", layerOf({kLine, kLine, kLine}), all(layerOf({boxWkt(40, -5, 60, 5)})));
    request.field("height", {6.0}).field("eye", {2, 9, std::nan("")}, true).field("target_height", {3, 9, 9}, true);
    const MeasureColumn column = request.values();
    EXPECT_DOUBLE_EQ(column.values[0], 0.0);
    EXPECT_DOUBLE_EQ(column.values[1], 100.0);
    EXPECT_TRUE(std::isnan(column.values[2]));
}

TEST(Visibility, WhatIsNoViewIsUnknown) {
    for (const std::string shape : {"POINT(0 0)", "POLYGON((0 0,100 -50,20 0,100 50,0 0),(1 0,2 0.1,2 -0.1,1 0))",
                                    "MULTIPOLYGON(((0 0,9 -9,9 9,0 0)),((50 0,59 -9,59 9,50 0)))",
                                    "POLYGON((0 0,100 -50,100 50,150 60,40 90,60 40,0 0))"}) {
        EXPECT_TRUE(std::isnan(view(shape, {boxWkt(40, -5, 60, 5)}, {6.0}, 2, 2).value().value)) << shape;
    }
}

TEST(Visibility, ABuildingOfUnknownHeightMayHideAll) {
    const UncertainNumber value = view(kLine, {boxWkt(40, -5, 60, 5)}, {std::nan("")}, 2, 2).value();
    EXPECT_DOUBLE_EQ(value.value, 100.0);
    EXPECT_DOUBLE_EQ(value.certainLow, 0.0);
    EXPECT_DOUBLE_EQ(view(kLine, {boxWkt(40, 6, 60, 9)}, {std::nan("")}, 2, 2).value().certainLow, 100.0);
}

TEST(Visibility, BuildingsThatMayCountOrAreMissingOnlyLowerTheBound) {
    const auto buildings = layerOf({boxWkt(40, -5, 60, 5)});
    MadeRequest maybe("visibility", layerOf({kLine}), some(buildings, {}, {0}));
    maybe.field("height", {9}).metres("target_height", 2);
    EXPECT_DOUBLE_EQ(maybe.value().value, 100.0);
    EXPECT_DOUBLE_EQ(maybe.value().certainLow, 0.0);
    MadeRequest open = view(kLine, {boxWkt(40, 6, 60, 9)}, {9.0}, 2, 2);
    EXPECT_DOUBLE_EQ(open.coverage(notComplete()).value().certainLow, 0.0);
    EXPECT_DOUBLE_EQ(open.coverage(completeWithin(layerOf({boxWkt(-9, -9, 109, 9)}))).value().certainLow, 100.0);
}

TEST(Visibility, WallsMayStandAMetreFurtherIn) {
    const UncertainNumber value = view(kLine, {boxWkt(40, 0.5, 60, 9)}, {9.0}, 2, 2, 1.0).value();
    EXPECT_DOUBLE_EQ(value.value, 100.0);
    EXPECT_DOUBLE_EQ(value.low, 0.0);
    const UncertainNumber other = view(kLine, {boxWkt(40, -0.5, 60, 9)}, {9.0}, 2, 2, 1.0).value();
    EXPECT_DOUBLE_EQ(other.value, 0.0);
    EXPECT_DOUBLE_EQ(other.high, 100.0);
}

TEST(Visibility, EqualsManySightLinesOneByOne) {
    for (std::uint32_t seed = 1; seed <= 25; ++seed) {
        RandomPoints random(seed);
        std::vector<std::string> buildings;
        std::vector<double> heights;
        for (int i = 0; i < 12; ++i) {
            const Point p{random.between(5, 120), random.between(-90, 90)};
            const double side = random.between(3, 20);
            // Turned by 45 degrees, so that walls slant.
            buildings.push_back("POLYGON((" + std::to_string(p.x) + " " + std::to_string(p.y) + "," +
                                std::to_string(p.x + side) + " " + std::to_string(p.y + side / 2) + "," +
                                std::to_string(p.x + side / 2) + " " + std::to_string(p.y + side) + "," +
                                std::to_string(p.x) + " " + std::to_string(p.y) + "))");
            heights.push_back(random.between(1, 14));
        }
        const double eye = random.between(0, 12);
        const double target = random.between(0, 12);
        const std::string cone = "POLYGON((0 0,80 -70,110 0,90 60,0 0))";
        const MadeRequest request = view(cone, buildings, heights, eye, target);
        EXPECT_TRUE(sameColumns(request.values(1), request.values(2)));
        const GeosGeometry area = fromWkt(cone);
        const double first = std::atan2(-70, 80);
        const double last = std::atan2(60, 90);
        constexpr int kLines = 1500;
        int open = 0;
        for (int k = 0; k < kLines; ++k) {
            const double angle = first + (last - first) * (k + 0.5) / kLines;
            const GeosGeometry ray = fromWkt(lineWkt({{0, 0}, {300 * std::cos(angle), 300 * std::sin(angle)}}));
            const GeosGeometry sight = intersection(*ray, *area);
            const double range = length(*sight);
            bool blocked = false;
            for (std::size_t b = 0; b < buildings.size() && !blocked; ++b) {
                const GeosGeometry part = intersection(*sight, *fromWkt(buildings[b]));
                if (isEmpty(*part) || length(*part) == 0.0) {
                    continue;
                }
                const GeosGeometry origin = fromWkt("POINT(0 0)");
                const double near = distance(*part, *origin);
                const double far = near + length(*part); // triangles are convex
                const auto sightAt = [&](double along) { return eye + (target - eye) * along / range; };
                blocked = heights[b] > std::min(sightAt(near), sightAt(far));
            }
            open += blocked ? 0 : 1;
        }
        EXPECT_NEAR(request.value().value, 100.0 * open / kLines, 0.6) << "seed " << seed;
    }
}
