// SPDX-License-Identifier: MIT
#include "geometry/validity.hpp"

#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"
#include "geometry/geos.hpp"
#include "geometry/repair_bound.hpp"
#include "geometry/wkb.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace merestone {
namespace {

using namespace testing_support;

PackedGeometry packed(const std::vector<std::string>& wkts) {
    PackedGeometry result;
    for (const std::string& wkt : wkts) {
        appendGeos(result, *fromWkt(wkt));
    }
    return result;
}

ValidityReport check(PackedGeometry& geometry) {
    return checkValidity(geometry, InvalidPolicy::repair, RunContext{});
}

double areaOf(const PackedGeometry& geometry, std::size_t feature) {
    return area(*toGeos(geometry, feature));
}

constexpr const char* kSquare = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
constexpr const char* kBowTie = "POLYGON((0 0,10 10,10 0,0 10,0 0))";

struct Repair {
    const char* name;
    const char* wkt;
    const char* reason;
    Point place;
    double before; ///< m2 of the rings, by hand
    double after;  ///< m2 of the repaired shape, by hand
    std::uint32_t parts;
};
void PrintTo(const Repair& repair, std::ostream* out) {
    *out << repair.name;
}

class RepairedPolygon : public testing::TestWithParam<Repair> {};

TEST_P(RepairedPolygon, HasTheAreaWorkedOutByHand) {
    const Repair& expected = GetParam();
    PackedGeometry geometry = packed({kSquare, expected.wkt, kSquare});
    const std::string neighbour = toWkb(geometry, 0);
    const ValidityReport report = check(geometry);
    using enum GeometryState;
    EXPECT_EQ(report.states, (std::vector{valid, repaired, valid}));
    ASSERT_EQ(report.defects.size(), 1U);
    const GeometryDefect& defect = report.defects[0];
    EXPECT_EQ(defect.feature, 1U);
    EXPECT_EQ(defect.reason, expected.reason);
    EXPECT_TRUE(defect.hasPlace);
    EXPECT_EQ(defect.place, expected.place) << defect.place.x << " " << defect.place.y;
    EXPECT_NEAR(defect.areaBefore, expected.before, 1e-9);
    EXPECT_NEAR(defect.areaAfter, expected.after, 1e-9);
    EXPECT_NEAR(areaOf(geometry, 1), expected.after, 1e-9);
    EXPECT_EQ(geometry.partCount(1), expected.parts);
    EXPECT_TRUE(isValid(*toGeos(geometry, 1)));
    EXPECT_EQ(toWkb(geometry, 0), neighbour);
    EXPECT_EQ(toWkb(geometry, 2), neighbour);
}

#define SQUARE_RING "(0 0,10 0,10 10,0 10,0 0)"

INSTANTIATE_TEST_SUITE_P(
    Rings, RepairedPolygon,
    testing::Values(
        Repair{"BowTie", kBowTie, "Self-intersection", {5, 5}, 0, 50, 2},
        Repair{
            "FigureOfEight", "POLYGON((0 0,10 0,5 5,10 10,0 10,5 5,0 0))", "Ring Self-intersection", {5, 5}, 50, 50, 2},
        Repair{"Exverted", "POLYGON((0 0,5 5,10 0,10 10,5 5,0 10,0 0))", "Ring Self-intersection", {5, 5}, 50, 50, 2},
        Repair{"InvertedHole",
               "POLYGON((0 0,5 0,3 3,7 3,5 0,10 0,10 10,0 10,0 0))",
               "Ring Self-intersection",
               {5, 0},
               94,
               94,
               1},
        Repair{
            "Spike", "POLYGON((0 0,10 0,10 10,10 20,10 10,0 10,0 0))", "Ring Self-intersection", {10, 10}, 100, 100, 1},
        Repair{
            "Gore", "POLYGON((0 0,10 0,10 10,5 10,5 5,5 10,0 10,0 0))", "Ring Self-intersection", {5, 10}, 100, 100, 1},
        Repair{"TwiceAround",
               "POLYGON((0 0,10 0,10 10,0 10,0 0,10 0,10 10,0 10,0 0))",
               "Ring Self-intersection",
               {0, 0},
               200,
               100,
               1}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Holes, RepairedPolygon,
    testing::Values(
        // GEOS turns a hole that lies outside into a part of its own: 100 + 16.
        Repair{"Outside",
               "POLYGON(" SQUARE_RING ",(20 0,24 0,24 4,20 4,20 0))",
               "Hole lies outside shell",
               {20, 0},
               84,
               116,
               2},
        Repair{"Crossing", "POLYGON(" SQUARE_RING ",(8 4,12 4,12 6,8 6,8 4))", "Self-intersection", {10, 4}, 92, 96, 1},
        Repair{"Nested",
               "POLYGON(" SQUARE_RING ",(2 2,8 2,8 8,2 8,2 2),(4 4,6 4,6 6,4 6,4 4))",
               "Holes are nested",
               {4, 4},
               60,
               64,
               1},
        Repair{"Twice",
               "POLYGON(" SQUARE_RING ",(2 2,8 2,8 8,2 8,2 2),(2 2,8 2,8 8,2 8,2 2))",
               "Self-intersection",
               {2, 8},
               28,
               64,
               1},
        Repair{"CutsTheInterior",
               "POLYGON(" SQUARE_RING ",(5 0,10 5,5 10,0 5,5 0))",
               "Interior is disconnected",
               {10, 5},
               50,
               50,
               4}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Parts, RepairedPolygon,
    testing::Values(
        // The "linework" repair would cut the inner shell out as a hole: 64.
        Repair{"NestedShells",
               "MULTIPOLYGON((" SQUARE_RING "),((2 2,8 2,8 8,2 8,2 2)))",
               "Nested shells",
               {2, 2},
               136,
               100,
               1},
        Repair{"Twice", "MULTIPOLYGON((" SQUARE_RING "),(" SQUARE_RING "))", "Self-intersection", {10, 0}, 200, 100, 1},
        Repair{"Overlapping",
               "MULTIPOLYGON((" SQUARE_RING "),((5 0,15 0,15 10,5 10,5 0)))",
               "Self-intersection",
               {10, 0},
               200,
               150,
               1},
        Repair{"Adjacent",
               "MULTIPOLYGON((" SQUARE_RING "),((10 0,20 0,20 10,10 10,10 0)))",
               "Self-intersection",
               {10, 10},
               200,
               200,
               1},
        Repair{"OneCollapsed",
               "MULTIPOLYGON((" SQUARE_RING "),((20 0,30 0,25 0,20 0)))",
               "Self-intersection",
               {25, 0},
               100,
               100,
               1}),
    [](const auto& test) { return std::string(test.param.name); });

struct Hopeless {
    const char* name;
    const char* wkt;
    const char* reason;
};
void PrintTo(const Hopeless& hopeless, std::ostream* out) {
    *out << hopeless.name;
}

class UnreadableShape : public testing::TestWithParam<Hopeless> {};

TEST_P(UnreadableShape, HasNoShapeAfterwards) {
    PackedGeometry geometry = packed({kSquare, GetParam().wkt, kSquare});
    const ValidityReport report = check(geometry);
    using enum GeometryState;
    EXPECT_EQ(report.states, (std::vector{valid, unreadable, valid}));
    ASSERT_EQ(report.defects.size(), 1U);
    EXPECT_EQ(report.defects[0].reason, GetParam().reason);
    EXPECT_EQ(report.defects[0].areaAfter, 0.0);
    ASSERT_EQ(geometry.size(), 3U);
    EXPECT_EQ(geometry.shape(1), Shape::none);
    EXPECT_NEAR(areaOf(geometry, 2), 100.0, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Shapes, UnreadableShape,
                         testing::Values(Hopeless{"NoArea", "POLYGON((0 0,10 0,5 0,0 0))",
                                                  "Self-intersection; cannot be repaired"},
                                         Hopeless{"OnePoint", "POLYGON((1 1,1 1,1 1,1 1))",
                                                  "Too few points in geometry component; cannot be repaired"},
                                         Hopeless{"HoleEqualsShell", "POLYGON(" SQUARE_RING "," SQUARE_RING ")",
                                                  "Self-intersection; cannot be repaired"},
                                         Hopeless{"LineWithoutLength", "LINESTRING(1 1,1 1)",
                                                  "Too few points in geometry component; cannot be repaired"}),
                         [](const auto& test) { return std::string(test.param.name); });

PackedGeometry onePolygon(const Ring& ring) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, polygonWkb({ring})).kind, WkbOutcome::Kind::read);
    return geometry;
}

/// A coast: a circle with edges that are short against its size.
Ring coast(RandomRings& random, int corners) {
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * i / corners;
        const double radius = 1'000.0 + random.between(-1.0, 1.0) * 1'000.0 / corners;
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

TEST(RepairBound, LetsOrdinaryDamageThrough) {
    RandomRings random(9);
    EXPECT_EQ(whyNotRepaired(onePolygon(random.scribble(300, {0, 0}, 100)), 0), nullptr);
    EXPECT_EQ(whyNotRepaired(onePolygon(random.comb(5'000, {0, 0}, 1.0)), 0), nullptr);
    EXPECT_EQ(whyNotRepaired(onePolygon(coast(random, 200'000)), 0), nullptr);
    Ring twice = coast(random, 20'000);
    const Ring again(twice.begin() + 1, twice.end());
    twice.insert(twice.end(), again.begin(), again.end());
    EXPECT_EQ(whyNotRepaired(onePolygon(twice), 0), nullptr) << "edges that repeat make no new crossings";
}

TEST(RepairBound, RefusesTangles) {
    RandomRings random(9);
    PackedGeometry geometry = onePolygon(random.scribble(2'000, {0, 0}, 100));
    const ValidityReport report = check(geometry);
    EXPECT_EQ(report.states, std::vector{GeometryState::unreadable});
    ASSERT_EQ(report.defects.size(), 1U);
    EXPECT_EQ(report.defects[0].reason, "Self-intersection; crosses itself too often to be repaired");
    Ring toAndFro; // all on one line, each edge over all before it
    for (int i = 0; i < 1'000; ++i) {
        toAndFro.push_back({i % 2 == 0 ? -1.0 * i : 1.0 * i, 0.0});
    }
    toAndFro.push_back(toAndFro.front());
    EXPECT_STREQ(whyNotRepaired(onePolygon(toAndFro), 0), "crosses itself too often to be repaired");
}

TEST(RepairBound, RefusesMoreThanAMillionPoints) {
    RandomRings random(2);
    Ring ring = coast(random, 1'000'001);
    std::swap(ring[10], ring[11]);
    EXPECT_STREQ(whyNotRepaired(onePolygon(ring), 0), "too many points to be repaired (more than 1 million)");
}

} // namespace
} // namespace merestone
