// SPDX-License-Identifier: MIT
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

/// Two output areas side by side, of 100 and 300 people.
LayerPtr outputAreas() {
    return layerOf({boxWkt(0, 0, 100, 100), boxWkt(100, 0, 200, 100)});
}

MadeRequest people(const LayerPtr& subjects, const LayerPtr& areas, std::vector<double> numbers) {
    MadeRequest request("people_within", subjects, all(areas));
    request.field("people", std::move(numbers));
    return request;
}

/// Four homes in the west of the first area, one in the east of it; none in the second.
LayerPtr homes(double accuracy = 0.0) {
    return layerOf({"POINT(10 10)", "POINT(10 30)", "POINT(10 50)", "POINT(10 70)", "POINT(80 50)"}, accuracy);
}

} // namespace

TEST(PeopleWithin, FollowsTheAddressesNotTheGround) {
    // The west half of the first area holds four of its five homes.
    MadeRequest request = people(layerOf({boxWkt(0, 0, 50, 100)}), outputAreas(), {100, 300});
    EXPECT_DOUBLE_EQ(request.value().value, 50.0);
    request.related("addresses", homes());
    EXPECT_DOUBLE_EQ(request.value().value, 80.0);
    EXPECT_EQ(request.make()->unit().symbol, "people");
    EXPECT_EQ(request.evidence(), "MULTIPOINT((10 10),(10 30),(10 50),(10 70))");
}

TEST(PeopleWithin, FallsBackToTheGroundWhereAnAreaHasNoAddress) {
    // A fifth of the first area's homes, and a quarter of the second's ground.
    MadeRequest request = people(layerOf({boxWkt(60, 0, 125, 100)}), outputAreas(), {100, 300});
    request.related("addresses", homes());
    EXPECT_DOUBLE_EQ(request.value().value, 20.0 + 75.0);
    EXPECT_NE(request.make()->method().find("where they have none"), std::string::npos);
}

TEST(PeopleWithin, AnAddressOnACommonBorderIsCountedOnce) {
    const auto halves = layerOf({boxWkt(0, 0, 10, 100), boxWkt(10, 0, 100, 100)});
    MadeRequest request = people(halves, outputAreas(), {100, 300});
    request.related("addresses", homes());
    const MeasureColumn column = request.values();
    EXPECT_DOUBLE_EQ(column.values[0] + column.values[1], 100.0);
}

TEST(PeopleWithin, AnUnknownNumberOfPeopleIsNoZero) {
    const double unknown = std::nan("");
    EXPECT_TRUE(std::isnan(people(layerOf({boxWkt(50, 0, 150, 100)}), outputAreas(), {100, unknown}).value().value));
    EXPECT_DOUBLE_EQ(people(layerOf({boxWkt(0, 0, 50, 50)}), outputAreas(), {100, unknown}).value().value, 25.0);
}

TEST(PeopleWithin, AreasThatMayCountOrAreMissingOnlyRaiseTheBound) {
    MadeRequest maybe("people_within", layerOf({boxWkt(0, 0, 150, 100)}), some(outputAreas(), {0}, {1}));
    maybe.field("people", {100, 300});
    EXPECT_DOUBLE_EQ(maybe.value().value, 100.0);
    EXPECT_DOUBLE_EQ(maybe.value().certainLow, 100.0);
    EXPECT_DOUBLE_EQ(maybe.value().certainHigh, 250.0);
    MadeRequest request = people(layerOf({boxWkt(0, 0, 50, 100)}), outputAreas(), {100, 300});
    EXPECT_DOUBLE_EQ(request.value().certainHigh, 50.0);
    request.coverage(notComplete());
    EXPECT_DOUBLE_EQ(request.value().certainLow, 50.0);
    EXPECT_TRUE(std::isinf(request.value().certainHigh));
}

TEST(PeopleWithin, AddressesThatMayBeMissingLeaveOnlyWholeAreasCertain) {
    MadeRequest request = people(layerOf({boxWkt(0, 0, 150, 100)}), outputAreas(), {100, 300});
    request.related("addresses", homes(), notComplete());
    EXPECT_DOUBLE_EQ(request.value().value, 100.0 + 150.0);
    EXPECT_DOUBLE_EQ(request.value().certainLow, 100.0);
    EXPECT_DOUBLE_EQ(request.value().certainHigh, 400.0);
}

TEST(PeopleWithin, AnAreaThatReachesBeyondTheSearchIsOpen) {
    MadeRequest request = people(layerOf({boxWkt(0, 0, 50, 100)}), outputAreas(), {100, 300});
    request.related("addresses", homes());
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("search", 50).value().certainLow, 80.0);
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("search", 49).value().certainLow, 0.0);
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("search", 49).value().certainHigh, 100.0);
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("search", 49).make()->reach(), 49.0);
    EXPECT_DOUBLE_EQ(people(layerOf({boxWkt(0, 0, 9, 9)}), outputAreas(), {1, 2}).make()->reach(), 0.0);
}

TEST(PeopleWithin, BordersMoveWithinTheAccuracy) {
    // The border lies at 12: three metres in or out the four homes at 10 are lost; nobody is won.
    MadeRequest request = people(layerOf({boxWkt(0, 0, 12, 100)}), outputAreas(), {100, 300});
    request.related("addresses", homes(3.0));
    EXPECT_DOUBLE_EQ(request.value().value, 80.0);
    EXPECT_DOUBLE_EQ(request.value().low, 0.0);
    EXPECT_DOUBLE_EQ(request.value().high, 80.0);
}

TEST(PeopleWithin, ALineHasNoInhabitants) {
    EXPECT_TRUE(std::isnan(people(layerOf({"LINESTRING(0 0,9 9)"}), outputAreas(), {1, 2}).value().value));
    EXPECT_EQ(people(layerOf({"LINESTRING(0 0,9 9)"}), outputAreas(), {1, 2}).evidence(), "");
}

TEST(PeopleWithin, EqualsCountingByGeos) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        RandomPoints random(seed);
        std::vector<std::string> areas;
        std::vector<double> numbers;
        for (const double y : {0.0, 100.0, 200.0}) {
            for (const double x : {0.0, 100.0, 200.0}) {
                areas.push_back(boxWkt(x, y, x + 100, y + 100));
                numbers.push_back(std::floor(random.between(50, 500)));
            }
        }
        std::vector<std::string> addresses;
        for (int i = 0; i < 60; ++i) {
            addresses.push_back(pointWkt(random.point(290)));
        }
        // A tiling by a random point: its parts are subjects, and together they hold everybody.
        const Point cut = random.point(300);
        const std::vector<std::string> parts{boxWkt(0, 0, cut.x, cut.y), boxWkt(cut.x, 0, 300, cut.y),
                                             boxWkt(0, cut.y, cut.x, 300), boxWkt(cut.x, cut.y, 300, 300)};
        MadeRequest request = people(layerOf(parts), layerOf(areas), numbers);
        request.related("addresses", layerOf(addresses));
        const MeasureColumn column = request.values(2);
        EXPECT_TRUE(sameColumns(column, request.values(1)));
        double everybody = 0.0;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const GeosGeometry subject = fromWkt(parts[part]);
            double expected = 0.0;
            for (std::size_t a = 0; a < areas.size(); ++a) {
                const GeosGeometry area = fromWkt(areas[a]);
                double inside = 0.0;
                double all = 0.0;
                for (const std::string& address : addresses) {
                    const GeosGeometry point = fromWkt(address);
                    all += intersects(*prepare(*area), *point) ? 1 : 0;
                    inside += intersects(*prepare(*area), *point) && intersects(*prepare(*subject), *point) ? 1 : 0;
                }
                const double ground = merestone::area(*intersection(*area, *subject)) / merestone::area(*area);
                expected += numbers[a] * (all > 0.0 ? inside / all : ground);
            }
            EXPECT_NEAR(column.values[part], expected, 1e-6) << "seed " << seed << ", part " << part;
            everybody += column.values[part];
        }
        double sum = 0.0;
        for (const double number : numbers) {
            sum += number;
        }
        EXPECT_NEAR(everybody, sum, 1e-6) << "seed " << seed;
    }
}
