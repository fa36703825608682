// SPDX-License-Identifier: MIT
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"
#include "measures/network/segment_contacts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

const std::string kSquare = boxWkt(0, 0, 100, 100);

MadeRequest along(const LayerPtr& subjects, const SelectionPtr& base) {
    return MadeRequest("boundary_along", subjects, base);
}
MadeRequest drift(const LayerPtr& subjects, const SelectionPtr& base) {
    return MadeRequest("drift", subjects, base);
}

/// A polygon with corners around a circle, no two of its sides parallel.
std::string star(RandomPoints& random, double shiftX, double shiftY, bool move) {
    static std::vector<Point> corners;
    if (!move) {
        corners.clear();
        const std::size_t count = 5 + random.below(4);
        for (std::size_t i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
            const double radius = random.between(60, 100);
            corners.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
    }
    std::string text = "POLYGON((";
    for (std::size_t i = 0; i <= corners.size(); ++i) {
        const Point p = corners[i % corners.size()];
        text += (i == 0 ? "" : ",") + std::to_string(p.x + shiftX) + " " + std::to_string(p.y + shiftY);
    }
    return text + "))";
}

} // namespace

TEST(BoundaryAlong, IsTheShareOfTheOutlineNearTheTargetsOutlines) {
    // A street along the south side, 1 m off; its ends reach 2 m round each corner, less the width: sqrt(4 - 1) - 0.
    const auto base = layerOf({"LINESTRING(-10 -1,110 -1)"});
    const MadeRequest request = along(layerOf({kSquare}), all(base));
    EXPECT_NEAR(request.value().value, (100 + 1 + 1) / 400.0 * 100, 1e-4); // 1 m up both sides is still within 2 m
    EXPECT_EQ(request.evidence(), "MULTILINESTRING((100 1,100 100),(100 100,0 100),(0 100,0 1))");
    EXPECT_NEAR(MadeRequest(request).metres("within", 1).value().value, 25.0, 1e-3);
    EXPECT_DOUBLE_EQ(MadeRequest(request).metres("within", 0.99).value().value, 0.0);
    EXPECT_DOUBLE_EQ(request.make()->reach(), 2.0);
}

TEST(BoundaryAlong, TheInsideOfAnAreaIsNotItsOutline) {
    EXPECT_DOUBLE_EQ(along(layerOf({kSquare}), all(layerOf({boxWkt(-50, -50, 150, 150)}))).value().value, 0.0);
    EXPECT_DOUBLE_EQ(along(layerOf({kSquare}), all(layerOf({kSquare}))).value().value, 100.0);
    EXPECT_EQ(along(layerOf({kSquare}), all(layerOf({kSquare}))).evidence(), "");
}

TEST(BoundaryAlong, AnOutlineDoesNotRunAlongItself) {
    const auto fields = layerOf({kSquare, boxWkt(100, 0, 200, 100)});
    EXPECT_NEAR(along(fields, all(fields)).value().value, 26.0, 1e-4); // the common side and 2 m round its corners
}

TEST(BoundaryAlong, WhatMayBeMissingCanOnlyAdd) {
    const auto base = layerOf({"LINESTRING(0 0,100 0)", "LINESTRING(0 100,100 100)"});
    MadeRequest request = along(layerOf({kSquare}), some(base, {0}, {1}));
    request.metres("within", 0);
    EXPECT_NEAR(request.value().certainLow, 25.0, 1e-3);
    EXPECT_NEAR(request.value().certainHigh, 50.0, 1e-3);
    request.coverage(notComplete());
    EXPECT_DOUBLE_EQ(request.value().certainHigh, 100.0);
    request.coverage(completeWithin(layerOf({boxWkt(-9, -9, 109, 109)})));
    EXPECT_NEAR(request.value().certainHigh, 50.0, 1e-3);
}

TEST(BoundaryAlong, ErrorsWidenAndNarrowTheDistance) {
    const auto base = layerOf({"LINESTRING(-10 -2,110 -2)"}, 1.0);
    const UncertainNumber value = along(layerOf({kSquare}), all(base)).value();
    EXPECT_DOUBLE_EQ(value.low, 0.0);
    EXPECT_NEAR(value.value, 25.0, 1e-3);
    EXPECT_NEAR(value.high, 25.5, 1e-3);
}

TEST(BoundaryAlong, APointHasNoOutline) {
    EXPECT_TRUE(std::isnan(along(layerOf({"POINT(0 0)"}), all(layerOf({kSquare}))).value().value));
}

TEST(BoundaryAlong, EqualsLookingAtManyPlaces) {
    for (std::uint32_t seed = 1; seed <= 25; ++seed) {
        RandomPoints random(seed);
        const LayerPtr subjects = layerOf({star(random, 100, 100, false)});
        std::vector<std::string> lines;
        for (int i = 0; i < 8; ++i) {
            lines.push_back(lineWkt({random.point(200), random.point(200), random.point(200)}));
        }
        const LayerPtr base = layerOf(lines);
        const double within = random.between(1, 15);
        MadeRequest request = along(subjects, all(base));
        const GeosGeometry near = unionOf(base->geometry(), all(base)->rows);
        const std::span<const Point> ring = subjects->geometry().run(0);
        double inside = 0.0;
        double whole = 0.0;
        constexpr double kPlaces = 400;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double side = distanceBetween(ring[i], ring[i + 1]);
            whole += side;
            for (double k = 0; k < kPlaces; ++k) {
                const Point p = pointAlong(ring[i], ring[i + 1], (k + 0.5) * side / kPlaces);
                inside += distance(*fromWkt(pointWkt(p)), *near) <= within ? side / kPlaces : 0.0;
            }
        }
        EXPECT_NEAR(request.metres("within", within).value().value, 100 * inside / whole, 0.5) << "seed " << seed;
        EXPECT_TRUE(sameColumns(request.values(1), request.values(4)));
    }
}

TEST(Drift, FindsTheShiftOfTheWholeOutline) {
    const auto drawn = layerOf({boxWkt(3, 4, 103, 104)});
    const auto base = layerOf({kSquare});
    EXPECT_NEAR(drift(drawn, all(base)).value().value, 5.0, 1e-5);
    EXPECT_NEAR(drift(drawn, all(base)).word("of", "east").value().value, 3.0, 1e-5);
    EXPECT_NEAR(drift(drawn, all(base)).word("of", "north").value().value, 4.0, 1e-5);
    EXPECT_EQ(drift(drawn, all(base)).evidence(), "LINESTRING(50 50,53 54)");
}

TEST(Drift, OneCornerThatIsDrawnBadlyIsNoShift) {
    // The north-eastern corner alone is 8 m out: of both sides there the mean offset is 4 m along less than all.
    const auto drawn = layerOf({"POLYGON((0 0,100 0,108 108,0 100,0 0))"});
    const double value = drift(drawn, all(layerOf({kSquare}))).value().value;
    EXPECT_GT(value, 0.5);
    EXPECT_LT(value, 4.0);
}

TEST(Drift, IsUnknownWhereNothingShowsIt) {
    // Nothing near; a base on one side only; and half of the outline with a base on one side and a corner.
    EXPECT_TRUE(std::isnan(drift(layerOf({boxWkt(500, 500, 600, 600)}), all(layerOf({kSquare}))).value().value));
    EXPECT_TRUE(
        std::isnan(drift(layerOf({"LINESTRING(0 0,100 0)"}), all(layerOf({"LINESTRING(-50 2,150 2)"}))).value().value));
    EXPECT_TRUE(std::isnan(drift(layerOf({kSquare}), all(layerOf({"LINESTRING(40 2,60 2)"}))).value().value));
    EXPECT_EQ(drift(layerOf({kSquare}), all(layerOf({"LINESTRING(40 2,60 2)"}))).evidence(), "");
    EXPECT_TRUE(std::isnan(drift(layerOf({"POINT(1 1)"}), all(layerOf({kSquare}))).value().value));
}

TEST(Drift, ABaseLineThatIsMissingMayBeTheOneThatIsMeant) {
    MadeRequest request = drift(layerOf({boxWkt(3, 4, 103, 104)}), all(layerOf({kSquare})));
    EXPECT_NEAR(request.value().certainHigh, 5.0, 1e-5);
    request.coverage(notComplete());
    EXPECT_DOUBLE_EQ(request.value().certainLow, 0.0);
    EXPECT_TRUE(std::isinf(request.value().certainHigh));
    EXPECT_TRUE(std::isinf(MadeRequest(request).word("of", "east").value().certainLow));
    request.coverage(completeWithin(layerOf({boxWkt(-20, -20, 120, 120)})));
    EXPECT_NEAR(request.value().certainHigh, 5.0, 1e-5);
}

TEST(Drift, IsAsExactAsTheTwoDrawings) {
    const UncertainNumber value = drift(layerOf({boxWkt(3, 4, 103, 104)}, 3.0), all(layerOf({kSquare}, 4.0))).value();
    EXPECT_NEAR(value.low, 0.0, 1e-4);
    EXPECT_NEAR(value.high, 10.0, 1e-4);
}

TEST(Drift, FindsRandomShiftsOfRandomShapes) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        RandomPoints random(seed);
        const std::string base = star(random, 0, 0, false);
        const double east = std::round(random.between(-4, 4) * 1000) / 1000;
        const double north = std::round(random.between(-4, 4) * 1000) / 1000;
        const auto drawn = layerOf({star(random, east, north, true)});
        const auto lines = layerOf({base});
        EXPECT_NEAR(drift(drawn, all(lines)).word("of", "east").value().value, east, 1e-4) << "seed " << seed;
        EXPECT_NEAR(drift(drawn, all(lines)).word("of", "north").value().value, north, 1e-4) << "seed " << seed;
        EXPECT_NEAR(drift(drawn, all(lines)).value().value, std::hypot(east, north), 1e-4) << "seed " << seed;
    }
}
