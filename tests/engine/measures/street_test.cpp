// SPDX-License-Identifier: MIT
// Rows of houses along hand-made streets. Houses are points 5 m off the centreline, 10 m apart, unless a test says so.
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

/// Houses number 0, 1, 2 … at x = 10, 20, 30 … north of a street along the x axis.
std::vector<std::string> northSide(int count) {
    std::vector<std::string> houses;
    for (int i = 1; i <= count; ++i) {
        houses.push_back("POINT(" + std::to_string(10 * i) + " 5)");
    }
    return houses;
}

const std::vector<std::string> kStreet{"LINESTRING(0 0,200 0)"};

MadeRequest street(const std::string& kind, const LayerPtr& subjects, const SelectionPtr& matching,
                   const std::vector<std::string>& lines = kStreet) {
    MadeRequest request(kind, subjects, matching);
    request.related("along", layerOf(lines));
    return request;
}

} // namespace

TEST(StreetRun, CountsTheUnbrokenRunWithTheSubject) {
    const auto houses = layerOf(northSide(8));
    const MeasureColumn column = street("street_run", houses, some(houses, {1, 2, 4, 7})).values();
    EXPECT_EQ(column.values, (std::vector<double>{3, 2, 2, 4, 1, 2, 2, 1}));
}

TEST(StreetRun, ShowsItsMembers) {
    const auto houses = layerOf(northSide(8));
    EXPECT_EQ(street("street_run", houses, some(houses, {1, 2})).evidence(0), "MULTIPOINT((10 5),(20 5),(30 5))");
    EXPECT_EQ(street("street_run", houses, some(houses, {1, 2})).evidence(7), "POINT(80 5)");
}

TEST(StreetNeighbours, ASandwichHasTwo) {
    const auto houses = layerOf(northSide(5));
    const MadeRequest request = street("street_neighbours", houses, some(houses, {1, 3}));
    EXPECT_EQ(request.values().values, (std::vector<double>{1, 0, 2, 0, 1}));
    EXPECT_EQ(request.evidence(2), "MULTIPOINT((30 5),(40 5),(20 5))");
    EXPECT_EQ(request.make()->evidence(*houses, 0).otherRow, 1U);
    EXPECT_DOUBLE_EQ(request.make()->reach(), 115.0);
}

TEST(StreetRun, TheOtherSideOfTheStreetIsAnotherRow) {
    const auto houses = layerOf({"POINT(10 5)", "POINT(15 -5)", "POINT(20 5)", "POINT(25 -5)"});
    EXPECT_EQ(street("street_run", houses, all(houses)).values().values, (std::vector<double>{2, 2, 2, 2}));
}

TEST(StreetRun, AGapParts) {
    const auto houses = layerOf({"POINT(10 5)", "POINT(25 5)", "POINT(40.1 5)"});
    EXPECT_EQ(street("street_run", houses, all(houses)).values().values, (std::vector<double>{2, 2, 1}));
    EXPECT_EQ(street("street_run", houses, all(houses)).metres("gap", 15.1).values().values,
              (std::vector<double>{3, 3, 3}));
}

TEST(StreetRun, GapsBetweenHousesWithShapesAreBetweenTheirWalls) {
    // 12 m between the walls, 32 m between the middles.
    const auto houses = layerOf({boxWkt(10, 5, 30, 15), boxWkt(42, 5, 62, 15)});
    EXPECT_EQ(street("street_run", houses, all(houses)).metres("gap", 12).value().value, 2);
    EXPECT_EQ(street("street_run", houses, all(houses)).metres("gap", 11.9).value().value, 1);
}

TEST(StreetRun, ASideRoadPartsItsOwnSideOnly) {
    const auto houses = layerOf({"POINT(8 5)", "POINT(22 5)", "POINT(8 -5)", "POINT(22 -5)"});
    const std::vector<std::string> lines{"LINESTRING(0 0,200 0)", "LINESTRING(15 0,15 300)"};
    EXPECT_EQ(street("street_run", houses, all(houses), lines).values().values, (std::vector<double>{1, 1, 2, 2}));
    EXPECT_EQ(street("street_run", houses, all(houses), lines).flag("side_road_breaks", false).values().values,
              (std::vector<double>{2, 2, 2, 2}));
}

TEST(StreetRun, ARunGoesOnOverJunctionsAlongTheStraightestLine) {
    // The street comes in three pieces; a side road leaves south at each joint, drawn before the street itself.
    const std::vector<std::string> lines{"LINESTRING(15 0,15 -300)", "LINESTRING(0 0,15 0)", "LINESTRING(200 2,30 0)",
                                         "LINESTRING(15 0,30 0)", "LINESTRING(30 0,35 -300)"};
    const auto houses = layerOf(northSide(5));
    EXPECT_EQ(street("street_run", houses, all(houses), lines).value().value, 5);
}

TEST(StreetRun, WhereNothingElseMeetsThemTwoLinesAreOneStreetHoweverItBends) {
    const std::vector<std::string> lines{"LINESTRING(0 0,50 0)", "LINESTRING(50 -60,50 0)"};
    // The inside of the corner, south of the first line and west of the second: 25 m from the first house to the next.
    const auto houses = layerOf({"POINT(35 -5)", "POINT(45 -10)", "POINT(45 -20)"});
    EXPECT_EQ(street("street_run", houses, all(houses), lines).metres("gap", 25).value().value, 3);
}

TEST(StreetRun, AtACornerWithASideRoadTheTurnIsAnotherStreet) {
    const std::vector<std::string> lines{"LINESTRING(0 0,50 0)", "LINESTRING(50 -60,50 0)", "LINESTRING(50 0,50 60)"};
    const auto houses = layerOf({"POINT(35 -5)", "POINT(45 -10)", "POINT(45 -20)"});
    EXPECT_EQ(street("street_run", houses, all(houses), lines).metres("gap", 25).values().values,
              (std::vector<double>{1, 2, 2}));
}

TEST(StreetRun, RoundACloseTheRunHasNoEnd) {
    // A square of 40 m; four houses inside, one at the middle of each side.
    const std::vector<std::string> lines{"LINESTRING(0 0,40 0,40 40,0 40,0 0)"};
    const auto houses = layerOf({"POINT(20 5)", "POINT(35 20)", "POINT(20 35)", "POINT(5 20)"});
    EXPECT_EQ(street("street_run", houses, all(houses), lines).metres("gap", 40).values().values,
              (std::vector<double>{4, 4, 4, 4}));
    EXPECT_EQ(street("street_neighbours", houses, some(houses, {1, 3}), lines).metres("gap", 40).value().value, 2);
    const auto two = layerOf({"POINT(20 5)", "POINT(20 35)"});
    EXPECT_EQ(street("street_run", two, all(two), lines).metres("gap", 80).value().value, 2); // and not three
}

TEST(StreetRun, AnApplicationIsThePropertyThatItIsFor) {
    const auto houses = layerOf(northSide(5));
    const auto application = layerOf({"POINT(30.5 5.5)", boxWkt(25, 2, 35, 12), "POINT(34 5)"});
    const MeasureColumn column = street("street_run", application, some(houses, {1, 3})).values();
    EXPECT_EQ(column.values[0], 3); // half a metre from house 2
    EXPECT_EQ(column.values[1], 3); // house 2 stands on its ground
    EXPECT_EQ(column.values[2], 2); // between 2, which is none, and 3
    EXPECT_EQ(street("street_neighbours", application, some(houses, {1, 3})).value().value, 2);
}

TEST(StreetRun, APropertyOnNoStreetIsUnknown) {
    const auto houses = layerOf({"POINT(10 51)", "POINT(10 0)", "POINT(10 50)", ""});
    const MeasureColumn column = street("street_run", houses, all(houses)).values();
    EXPECT_TRUE(std::isnan(column.values[0]));
    EXPECT_TRUE(std::isnan(column.values[1])); // on the centreline: on neither side
    EXPECT_EQ(column.values[2], 1);
    EXPECT_TRUE(std::isnan(column.values[3]));
    EXPECT_EQ(street("street_run", houses, all(houses)).evidence(0), "");
}

TEST(StreetMissing, APropertyThatMayMatchWidensTheBounds) {
    const auto houses = layerOf(northSide(5));
    const UncertainNumber run = street("street_run", houses, some(houses, {1}, {2})).value();
    EXPECT_EQ(run.value, 2);
    EXPECT_EQ(run.certainLow, 2);
    EXPECT_EQ(run.certainHigh, 3);
    const UncertainNumber sandwich = street("street_neighbours", houses, some(houses, {1}, {3})).value(2);
    EXPECT_EQ(sandwich.value, 1);
    EXPECT_EQ(sandwich.certainHigh, 2);
}

TEST(StreetMissing, AHouseThatIsMissingMayPartOrProlongTheRun) {
    const auto houses = layerOf(northSide(5));
    const UncertainNumber run = street("street_run", houses, all(houses)).coverage(notComplete()).value();
    EXPECT_EQ(run.value, 5);
    EXPECT_EQ(run.certainLow, 1);
    EXPECT_TRUE(std::isinf(run.certainHigh));
    const UncertainNumber sandwich = street("street_neighbours", houses, all(houses)).coverage(notComplete()).value(2);
    EXPECT_EQ(sandwich.certainLow, 0);
    EXPECT_EQ(sandwich.certainHigh, 2);
    const auto wide = layerOf({boxWkt(-200, -200, 300, 200)});
    EXPECT_EQ(street("street_run", houses, all(houses)).coverage(completeWithin(wide)).value().certainLow, 5);
    const auto narrow = layerOf({boxWkt(-200, -200, 150, 200)});
    EXPECT_EQ(street("street_run", houses, all(houses)).coverage(completeWithin(narrow)).value().certainLow, 1);
}

TEST(StreetMissing, ASideRoadThatIsMissingMayPartTheRun) {
    const auto houses = layerOf(northSide(5));
    MadeRequest request("street_run", houses, all(houses));
    request.related("along", layerOf(kStreet), notComplete());
    EXPECT_EQ(request.value().value, 5);
    EXPECT_EQ(request.value().certainLow, 1);
}

TEST(StreetMissing, AHouseWithoutAPlaceMayStandAnywhere) {
    std::vector<std::string> places = northSide(4);
    places.push_back("");
    const auto houses = layerOf(places);
    // It does not even match: standing between two that do, it would part them.
    EXPECT_EQ(street("street_run", houses, some(houses, {0, 1, 2, 3})).value().certainLow, 1);
}

TEST(StreetMissing, GapsAreAsExactAsTheTwoPoints) {
    const auto houses = layerOf({"POINT(10 5)", "POINT(24 5)", "POINT(40 5)"}, 1.0);
    const UncertainNumber run = street("street_run", houses, all(houses)).value(1);
    EXPECT_EQ(run.value, 2);
    EXPECT_EQ(run.low, 1);  // 14 m may be 15.41 m
    EXPECT_EQ(run.high, 3); // 16 m may be 14.59 m
}

TEST(StreetRun, EqualsCountingAlongAStraightStreet) {
    // On a straight street the order is that of x, side by side; no geometry is needed to count.
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        RandomPoints random(seed);
        struct House {
            double x;
            bool north;
            bool matches;
        };
        std::vector<House> houses;
        std::vector<std::string> places;
        std::vector<std::uint32_t> matching;
        for (std::uint32_t i = 0; i < 40; ++i) {
            const House house{std::round(random.between(1, 399) * 1000) / 1000, random.below(2) == 0,
                              random.below(3) > 0};
            houses.push_back(house);
            places.push_back(pointWkt({house.x, house.north ? 6.0 : -7.0}));
            if (house.matches) {
                matching.push_back(i);
            }
        }
        const double roadNorth = std::round(random.between(50, 350));
        const std::string x = std::to_string(roadNorth);
        const auto layer = layerOf(places);
        const std::vector<std::string> lines{"LINESTRING(0 0,123 0)", "LINESTRING(400 0,123 0)",
                                             "LINESTRING(" + x + " 0," + x + " 90)"};
        // The houses beside the side road are still nearest to the street itself only if it lies within 6 m: skip
        // those.
        const bool isClear = std::none_of(houses.begin(), houses.end(), [roadNorth](const House& h) {
            return h.north && std::abs(h.x - roadNorth) <= 6.0;
        });
        if (!isClear) {
            continue;
        }
        MadeRequest request = street("street_run", layer, some(layer, matching), lines);
        const MeasureColumn column = request.values(3);
        EXPECT_TRUE(sameColumns(column, request.values(1)));
        for (std::size_t i = 0; i < houses.size(); ++i) {
            double expected = 1;
            for (const double direction : {1.0, -1.0}) {
                double at = houses[i].x;
                while (true) {
                    const House* next = nullptr;
                    for (const House& house : houses) {
                        const bool isAhead = house.north == houses[i].north && (house.x - at) * direction > 0;
                        if (isAhead && (next == nullptr || (next->x - house.x) * direction > 0)) {
                            next = &house;
                        }
                    }
                    const bool parted = next != nullptr && next->north && (at < roadNorth) != (next->x < roadNorth);
                    if (next == nullptr || !next->matches || parted || std::abs(next->x - at) > 15.0) {
                        break;
                    }
                    ++expected;
                    at = next->x;
                }
            }
            EXPECT_EQ(column.values[i], expected) << "seed " << seed << ", house " << i;
        }
    }
}
