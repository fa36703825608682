// SPDX-License-Identifier: MIT
#include "geometry/validity.hpp"

#include "base/error.hpp"
#include "engine/geometry/geos_oracle.hpp"
#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"
#include "geometry/geos.hpp"
#include "geometry/wkb.hpp"

#include <gtest/gtest.h>

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

ValidityReport check(PackedGeometry& geometry, InvalidPolicy policy = InvalidPolicy::repair, unsigned threads = 2) {
    RunContext context;
    context.threads = threads;
    return checkValidity(geometry, policy, context);
}

constexpr const char* kSquare = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
constexpr const char* kBowTie = "POLYGON((0 0,10 10,10 0,0 10,0 0))";

TEST(CheckValidity, PassesWhatIsValid) {
    PackedGeometry geometry =
        packed({kSquare, "POINT(1 1)", "MULTIPOINT((1 1),(1 1))", "LINESTRING(0 0,1 1,0 0)", "POINT EMPTY",
                "POLYGON((0 0,0 0,10 0,10 10,10 10,0 0))", "POLYGON((0 0,1000 0,1000 1e-9,0 0))"});
    const ValidityReport report = check(geometry);
    using enum GeometryState;
    EXPECT_EQ(report.states, (std::vector{valid, valid, valid, valid, empty, valid, valid}));
    EXPECT_TRUE(report.defects.empty());
}

TEST(CheckValidity, DropsTheCollapsedPartOfAMultiLine) {
    PackedGeometry geometry = packed({"MULTILINESTRING((1 1,1 1),(0 0,5 0))"});
    EXPECT_EQ(check(geometry).states, std::vector{GeometryState::repaired});
    EXPECT_EQ(wkbToWkt(toWkb(geometry, 0)), "LINESTRING(0 0,5 0)");
}

TEST(CheckValidity, LeavesOutWithoutTouchingTheShape) {
    PackedGeometry geometry = packed({kSquare, kBowTie});
    const std::string before = toWkb(geometry, 1);
    const ValidityReport report = check(geometry, InvalidPolicy::leaveOut);
    EXPECT_EQ(report.states, (std::vector{GeometryState::valid, GeometryState::leftOut}));
    ASSERT_EQ(report.defects.size(), 1U);
    EXPECT_EQ(report.defects[0].reason, "Self-intersection");
    EXPECT_EQ(report.defects[0].areaAfter, 0.0);
    EXPECT_EQ(toWkb(geometry, 1), before);
}

TEST(CheckValidity, TakesAnEmptyLayer) {
    PackedGeometry geometry;
    EXPECT_TRUE(check(geometry).states.empty());
}

TEST(CheckValidity, ReportsAShapeThatGeosCannotTake) {
    PackedGeometry geometry; // a ring of two points, built past the gate
    geometry.addPoint({0, 0});
    geometry.addPoint({1, 0});
    geometry.endRun();
    geometry.endPart();
    geometry.endFeature(Shape::polygon);
    appendGeos(geometry, *fromWkt(kSquare));
    const ValidityReport report = check(geometry);
    EXPECT_EQ(report.states, (std::vector{GeometryState::unreadable, GeometryState::valid}));
    ASSERT_EQ(report.defects.size(), 1U);
    EXPECT_FALSE(report.defects[0].hasPlace);
    EXPECT_EQ(report.defects[0].reason.find("GEOS failed in "), 0U) << report.defects[0].reason;
}

TEST(CheckValidity, StopsWhenAsked) {
    PackedGeometry geometry = packed({kSquare});
    std::stop_source source;
    source.request_stop();
    RunContext context;
    context.stop = source.get_token();
    try {
        (void)checkValidity(geometry, InvalidPolicy::repair, context);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
}

PackedGeometry randomLayer(std::uint32_t seed, int features) {
    RandomRings random(seed);
    PackedGeometry geometry;
    for (int i = 0; i < features; ++i) {
        std::vector<std::string> parts;
        for (std::size_t part = 0; part <= random.below(8) / 6; ++part) {
            std::vector<Ring> rings{random.any()};
            if (random.below(4) == 0) {
                rings.push_back(random.any());
            }
            parts.push_back(polygonWkb(rings));
        }
        EXPECT_EQ(appendWkb(geometry, multiWkb(6, parts)).kind, WkbOutcome::Kind::read);
    }
    return geometry;
}

/// Every state is GEOS's answer, every shape is valid afterwards, and what was valid is the same to the bit.
TEST(CheckValidity, AgreesWithGeosOnRandomPolygons) {
    const GeosOracle oracle;
    PackedGeometry geometry = randomLayer(1009, 12'000);
    const PackedGeometry before = geometry;
    const ValidityReport report = check(geometry);
    ASSERT_EQ(geometry.size(), before.size());
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        const auto stored = oracle.fromWkb(toWkb(before, i));
        ASSERT_EQ(report.states[i] == GeometryState::valid, oracle.isValid(*stored)) << "feature " << i;
        if (report.states[i] == GeometryState::valid) {
            ASSERT_EQ(toWkb(geometry, i), toWkb(before, i));
            continue;
        }
        ASSERT_LT(next, report.defects.size());
        const GeometryDefect& defect = report.defects[next++];
        ASSERT_EQ(defect.feature, i);
        ASSERT_FALSE(defect.reason.empty());
        if (report.states[i] == GeometryState::repaired) {
            const auto now = oracle.fromWkb(toWkb(geometry, i));
            ASSERT_TRUE(oracle.isValid(*now) && !oracle.isEmpty(*now)) << "feature " << i;
            ASSERT_NEAR(oracle.area(*now), defect.areaAfter, 1e-9 * (1 + defect.areaAfter));
        } else {
            ASSERT_EQ(report.states[i], GeometryState::unreadable);
            ASSERT_EQ(geometry.shape(i), Shape::none);
        }
    }
    EXPECT_EQ(next, report.defects.size());
    EXPECT_GT(next, 3'000U);
}

TEST(CheckValidity, GivesTheSameForAnyNumberOfThreads) {
    PackedGeometry one = randomLayer(5, 6'000);
    PackedGeometry four = one;
    const ValidityReport first = check(one, InvalidPolicy::repair, 1);
    const ValidityReport second = check(four, InvalidPolicy::repair, 4);
    EXPECT_EQ(first.states, second.states);
    ASSERT_EQ(first.defects.size(), second.defects.size());
    for (std::size_t i = 0; i < first.defects.size(); ++i) {
        ASSERT_EQ(first.defects[i].feature, second.defects[i].feature);
        ASSERT_EQ(first.defects[i].reason, second.defects[i].reason);
        ASSERT_EQ(first.defects[i].areaAfter, second.defects[i].areaAfter);
    }
    for (std::size_t i = 0; i < one.size(); ++i) {
        ASSERT_EQ(toWkb(one, i), toWkb(four, i));
    }
}

} // namespace
} // namespace merestone
