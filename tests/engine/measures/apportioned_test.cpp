// SPDX-License-Identifier: MIT
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

MadeRequest apportioned(const LayerPtr& subjects, const SelectionPtr& spend, std::vector<double> amounts,
                        const std::string& by) {
    MadeRequest request("apportioned", subjects, spend);
    request.weights(std::move(amounts)).word("by", by);
    return request;
}

const std::string kSquare = boxWkt(0, 0, 100, 100);

} // namespace

TEST(Apportioned, ByPlaceAllOfALineGoesWhereItsPointLies) {
    const auto spend = layerOf({"POINT(50 50)", "POINT(150 50)", "MULTIPOINT((10 10),(110 10),(120 10),(130 10))",
                                boxWkt(80, 0, 110, 10), boxWkt(90, 0, 150, 10)});
    const MadeRequest request = apportioned(layerOf({kSquare}), all(spend), {1000, 2000, 400, 70, 7}, "place");
    EXPECT_DOUBLE_EQ(request.value().value, 1000 + 100 + 70);
    EXPECT_NE(request.make()->method().find("by place"), std::string::npos);
}

TEST(Apportioned, ByLengthTheShareOfTheLineInside) {
    const auto spend = layerOf({"LINESTRING(20 50,120 50)", "LINESTRING(0 200,100 200)"});
    const MadeRequest request = apportioned(layerOf({kSquare}), all(spend), {500, 9000}, "length");
    EXPECT_DOUBLE_EQ(request.value().value, 400.0);
    EXPECT_EQ(request.evidence(), "LINESTRING(20 50,100 50)");
    EXPECT_EQ(request.make()->evidence(*layerOf({kSquare}), 0).otherRow, 0U);
}

TEST(Apportioned, ByAreaTheShareOfTheGroundInside) {
    const auto spend = layerOf({boxWkt(50, 0, 250, 100), boxWkt(-100, -100, 300, 300)});
    EXPECT_DOUBLE_EQ(apportioned(layerOf({kSquare}), all(spend), {800, 1600}, "area").value().value, 200.0 + 100.0);
}

TEST(Apportioned, ByPeopleTheShareOfTheAddressesOfItsGround) {
    // A ward of five homes, three of them inside the subject; one home lies in the subject but not in the ward.
    const auto ward = layerOf({boxWkt(50, 0, 250, 100)});
    const auto homes =
        layerOf({"POINT(60 10)", "POINT(70 10)", "POINT(80 10)", "POINT(150 10)", "POINT(160 10)", "POINT(10 10)"});
    MadeRequest request = apportioned(layerOf({kSquare}), all(ward), {1000}, "people");
    request.related("addresses", homes);
    EXPECT_DOUBLE_EQ(request.value().value, 600.0);
    EXPECT_TRUE(std::isinf(request.make()->reach()));
    // Of the 90 people of the west each of the four homes has 22.5; of the 10 of the east each of the two has 5.
    request.related("output_areas", layerOf({boxWkt(0, 0, 100, 100), boxWkt(100, 0, 250, 100)}))
        .field("people", {90, 10});
    EXPECT_DOUBLE_EQ(request.value().value, 1000 * 67.5 / 77.5);
}

TEST(Apportioned, WhatCannotBeSharedOutIsUnknown) {
    EXPECT_TRUE(
        std::isnan(apportioned(layerOf({kSquare}), all(layerOf({"POINT(5 5)"})), {100}, "length").value().value));
    EXPECT_TRUE(std::isnan(apportioned(layerOf({kSquare}), all(layerOf({"POINT(5 5)"})), {100}, "area").value().value));
    MadeRequest empty = apportioned(layerOf({kSquare}), all(layerOf({boxWkt(50, 0, 250, 100)})), {100}, "people");
    EXPECT_TRUE(std::isnan(empty.related("addresses", layerOf({"POINT(900 900)"})).value().value));
    EXPECT_TRUE(std::isnan(
        apportioned(layerOf({kSquare}), all(layerOf({"POINT(5 5)"})), {std::nan("")}, "place").value().value));
    EXPECT_DOUBLE_EQ(
        apportioned(layerOf({kSquare}), all(layerOf({"POINT(500 5)"})), {std::nan("")}, "place").value().value, 0.0);
}

TEST(Apportioned, LinesWithoutAPlaceLeaveTheSumOpen) {
    const UncertainNumber value =
        apportioned(layerOf({kSquare}), all(layerOf({"POINT(5 5)", ""})), {100, 50}, "place").value();
    EXPECT_DOUBLE_EQ(value.value, 100.0);
    EXPECT_DOUBLE_EQ(value.certainLow, 100.0);
    EXPECT_TRUE(std::isinf(value.certainHigh));
    // Income is written with a minus: a line that is missing may then lower the sum too.
    const UncertainNumber income =
        apportioned(layerOf({kSquare}), all(layerOf({"POINT(5 5)", "POINT(6 6)", ""})), {100, -20, 50}, "place")
            .value();
    EXPECT_DOUBLE_EQ(income.value, 80.0);
    EXPECT_TRUE(std::isinf(income.certainLow));
}

TEST(Apportioned, LinesThatMayCountAreInTheBounds) {
    const auto spend = layerOf({"POINT(5 5)", "POINT(6 6)", "POINT(7 7)"});
    const UncertainNumber value =
        apportioned(layerOf({kSquare}), some(spend, {0}, {1, 2}), {100, 40, -30}, "place").value();
    EXPECT_DOUBLE_EQ(value.value, 100.0);
    EXPECT_DOUBLE_EQ(value.certainLow, 70.0);
    EXPECT_DOUBLE_EQ(value.certainHigh, 140.0);
}

TEST(Apportioned, AddressesThatMayBeMissingLeaveTheShareOpen) {
    MadeRequest request = apportioned(layerOf({kSquare}), all(layerOf({boxWkt(50, 0, 250, 100)})), {1000}, "people");
    request.related("addresses", layerOf({"POINT(60 10)", "POINT(160 10)"}), notComplete());
    EXPECT_DOUBLE_EQ(request.value().value, 500.0);
    EXPECT_DOUBLE_EQ(request.value().certainLow, 0.0);
    EXPECT_DOUBLE_EQ(request.value().certainHigh, 1000.0);
}

TEST(Apportioned, BordersMoveWithinTheAccuracy) {
    const UncertainNumber value =
        apportioned(layerOf({kSquare}), all(layerOf({"LINESTRING(50 50,150 50)"}, 5.0)), {100}, "length").value();
    EXPECT_NEAR(value.low, 45.0, 1e-9);
    EXPECT_NEAR(value.high, 55.0, 1e-9);
}

TEST(Apportioned, RefusesWhatDoesNotGoTogether) {
    const auto spend = all(layerOf({kSquare}));
    EXPECT_THROW((void)apportioned(layerOf({kSquare}), spend, {1}, "people").make(), Error);
    EXPECT_THROW((void)MadeRequest("apportioned", layerOf({kSquare}), spend).word("by", "area").make(), Error);
    EXPECT_THROW(
        (void)apportioned(layerOf({kSquare}), spend, {1}, "area").related("output_areas", layerOf({kSquare})).make(),
        Error);
}

TEST(Apportioned, SubAreasThatTileAnAreaAddUpToIt) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        RandomPoints random(seed);
        // Four triangles around a random point: slanting common borders.
        const std::string c = [&] {
            const Point p = random.point(300);
            return std::to_string(p.x + 1) + " " + std::to_string(p.y + 1);
        }();
        const auto tiles =
            layerOf({"POLYGON((0 0,400 0," + c + ",0 0))", "POLYGON((400 0,400 400," + c + ",400 0))",
                     "POLYGON((400 400,0 400," + c + ",400 400))", "POLYGON((0 400,0 0," + c + ",0 400))"});
        std::vector<std::string> lines{"LINESTRING(" + c + ",0 0)"}; // along a common border
        std::vector<std::string> points{"POINT(" + c + ")"};
        std::vector<std::string> grounds;
        std::vector<std::string> homes;
        std::vector<double> amounts{1000};
        for (int i = 0; i < 12; ++i) {
            lines.push_back(lineWkt({random.point(399), random.point(399), random.point(399)}));
            points.push_back(pointWkt(random.point(399)));
            amounts.push_back(std::floor(random.between(1, 5000)));
        }
        for (int i = 0; i < 13; ++i) {
            const Point low = random.point(200);
            grounds.push_back(boxWkt(low.x, low.y, low.x + 100 + random.between(0, 90), low.y + 100));
        }
        for (int i = 0; i < 300; ++i) {
            homes.push_back(pointWkt(random.point(399)));
        }
        double total = 0.0;
        for (const double amount : amounts) {
            total += amount;
        }
        const auto sumOf = [&](const std::string& by, const std::vector<std::string>& spend) {
            MadeRequest request = apportioned(tiles, all(layerOf(spend)), amounts, by);
            if (by == "people") {
                request.related("addresses", layerOf(homes));
            }
            const MeasureColumn column = request.values(3);
            EXPECT_TRUE(sameColumns(column, request.values(1)));
            double sum = 0.0;
            for (const double value : column.values) {
                sum += value;
            }
            return sum;
        };
        EXPECT_NEAR(sumOf("place", points), total, 1e-6) << "seed " << seed;
        EXPECT_NEAR(sumOf("length", lines), total, 1e-6) << "seed " << seed;
        EXPECT_NEAR(sumOf("area", grounds), total, 1e-6) << "seed " << seed;
        EXPECT_NEAR(sumOf("people", grounds), total, 1e-6) << "seed " << seed;
    }
}

TEST(Apportioned, SharesOfLengthAndGroundEqualGeos) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        RandomPoints random(seed);
        const Point corner = random.point(200);
        const std::string subject = "POLYGON((" + std::to_string(corner.x) + " " + std::to_string(corner.y) +
                                    ",300 20,380 350,150 280,20 390," + std::to_string(corner.x) + " " +
                                    std::to_string(corner.y) + "))";
        const LayerPtr subjects = layerOf({subject});
        if (subjects->state(0) != GeometryState::valid) {
            continue;
        }
        const GeosGeometry shape = fromWkt(subject);
        const std::string line = lineWkt({random.point(399), random.point(399), random.point(399), random.point(399)});
        const GeosGeometry way = fromWkt(line);
        EXPECT_NEAR(apportioned(subjects, all(layerOf({line})), {100}, "length").value().value,
                    100 * length(*intersection(*way, *shape)) / length(*way), 1e-6);
        const std::string ground = boxWkt(corner.x, 100, corner.x + 150, 300);
        EXPECT_NEAR(apportioned(subjects, all(layerOf({ground})), {100}, "area").value().value,
                    100 * area(*intersection(*fromWkt(ground), *shape)) / area(*fromWkt(ground)), 1e-6);
    }
}
