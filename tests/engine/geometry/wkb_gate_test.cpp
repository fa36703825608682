// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"

#include "engine/geometry/geos_oracle.hpp"
#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace merestone {
namespace {

using namespace testing_support;
using Kind = WkbOutcome::Kind;

const Ring kShell{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
const Ring kHole{{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}};

Ring reversed(Ring ring) {
    return {ring.rbegin(), ring.rend()};
}

Ring pointsOf(const PackedGeometry& geometry, std::size_t feature) {
    const auto points = geometry.points(feature);
    return {points.begin(), points.end()};
}

struct Flavour {
    const char* name;
    ByteOrder order;
    std::uint32_t typeOffset; ///< ISO thousands or EWKB flags
    bool hasSrid;
    int dimensions;
    bool hasZ;
    bool hasM;
};
void PrintTo(const Flavour& flavour, std::ostream* out) {
    *out << flavour.name;
}

class WkbFlavour : public testing::TestWithParam<Flavour> {
protected:
    /// A header of this flavour, and after it points whose Z and M are noise that must not show.
    void header(WkbBytes& wkb, std::uint32_t type) const {
        wkb.header(type + GetParam().typeOffset);
        if (GetParam().hasSrid) {
            wkb.count(27700);
        }
    }
    void points(WkbBytes& wkb, const Ring& all) const {
        for (const Point& p : all) {
            wkb.numbers({p.x, p.y});
            for (int extra = 2; extra < GetParam().dimensions; ++extra) {
                wkb.number(std::numeric_limits<double>::quiet_NaN());
            }
        }
    }
    void counted(WkbBytes& wkb, const Ring& all) const {
        wkb.count(static_cast<std::uint32_t>(all.size()));
        points(wkb, all);
    }
};

TEST_P(WkbFlavour, GivesTheSamePolygon) {
    WkbBytes wkb(GetParam().order);
    header(wkb, 3);
    wkb.count(2);
    counted(wkb, kShell);
    counted(wkb, kHole);
    PackedGeometry geometry;
    const WkbOutcome outcome = appendWkb(geometry, wkb.bytes());
    EXPECT_EQ(outcome.kind, Kind::read);
    EXPECT_EQ(outcome.hadZ, GetParam().hasZ);
    EXPECT_EQ(outcome.hadM, GetParam().hasM);
    ASSERT_EQ(geometry.size(), 1U);
    EXPECT_EQ(geometry.shape(0), Shape::polygon);
    EXPECT_EQ(toWkb(geometry, 0), polygonWkb({kShell, kHole}));
}

TEST_P(WkbFlavour, GivesTheSameMultiLine) {
    WkbBytes wkb(GetParam().order);
    header(wkb, 5);
    wkb.count(2);
    header(wkb, 2);
    counted(wkb, {{1, 2}, {3, 4}});
    header(wkb, 2);
    counted(wkb, {{5, 6}, {7, 8}, {9, 10}});
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, wkb.bytes()).kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 0), multiWkb(5, {lineWkb({{1, 2}, {3, 4}}), lineWkb({{5, 6}, {7, 8}, {9, 10}})}));
}

TEST_P(WkbFlavour, GivesTheSamePoint) {
    WkbBytes wkb(GetParam().order);
    header(wkb, 1);
    points(wkb, {{407800.25, 284200.5}});
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, wkb.bytes()).kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 0), pointWkb(407800.25, 284200.5));
}

INSTANTIATE_TEST_SUITE_P(Flavours, WkbFlavour,
                         testing::Values(Flavour{"Little", ByteOrder::little, 0, false, 2, false, false},
                                         Flavour{"Big", ByteOrder::big, 0, false, 2, false, false},
                                         Flavour{"IsoZ", ByteOrder::little, 1000, false, 3, true, false},
                                         Flavour{"IsoM", ByteOrder::big, 2000, false, 3, false, true},
                                         Flavour{"IsoZM", ByteOrder::little, 3000, false, 4, true, true},
                                         Flavour{"EwkbZ", ByteOrder::little, 0x80000000, false, 3, true, false},
                                         Flavour{"EwkbM", ByteOrder::big, 0x40000000, false, 3, false, true},
                                         Flavour{"EwkbZMWithSrid", ByteOrder::big, 0xe0000000, true, 4, true, true},
                                         Flavour{"EwkbWithSrid", ByteOrder::little, 0x20000000, true, 2, false, false}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WkbGate, TurnsShellsCounterClockwiseAndHolesClockwise) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, polygonWkb({reversed(kShell), reversed(kHole)})).kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 0), polygonWkb({kShell, kHole}));
}

TEST(WkbGate, PutsThePointsOfAMultiPointIntoOneRun) {
    PackedGeometry geometry;
    const std::string wkb = multiWkb(4, {pointWkb(1, 2), pointWkb(3, 4), pointWkb(5, 6)});
    EXPECT_EQ(appendWkb(geometry, wkb).kind, Kind::read);
    EXPECT_EQ(geometry.partCount(0), 1U);
    EXPECT_EQ(pointsOf(geometry, 0), (Ring{{1, 2}, {3, 4}, {5, 6}}));
    EXPECT_EQ(toWkb(geometry, 0), wkb);
}

TEST(WkbGate, ReadsMembersOfMixedByteOrder) {
    const std::string big = WkbBytes(ByteOrder::big).header(1).numbers({3, 4}).bytes();
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, multiWkb(4, {big, pointWkb(1, 2)})).kind, Kind::read);
    EXPECT_EQ(pointsOf(geometry, 0), (Ring{{3, 4}, {1, 2}}));
}

TEST(WkbGate, ReadsATriangleAsAPolygon) {
    std::string wkb = polygonWkb({{{0, 0}, {4, 0}, {0, 4}, {0, 0}}});
    wkb[1] = 17;
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, wkb).kind, Kind::read);
    EXPECT_EQ(geometry.shape(0), Shape::polygon);
}

TEST(WkbGate, MergesACollectionOfOneDimension) {
    const std::string wkb =
        multiWkb(7, {polygonWkb({kShell}), multiWkb(6, {polygonWkb({kShell, kHole})}), multiWkb(7, {})});
    PackedGeometry geometry;
    const WkbOutcome outcome = appendWkb(geometry, wkb);
    EXPECT_EQ(outcome.kind, Kind::read);
    EXPECT_FALSE(outcome.hadOtherDimensions);
    EXPECT_EQ(toWkb(geometry, 0), multiWkb(6, {polygonWkb({kShell}), polygonWkb({kShell, kHole})}));
}

TEST(WkbGate, KeepsTheHighestDimensionOfAMixedCollectionAndSaysSo) {
    const std::string line = lineWkb({{0, 0}, {1, 1}});
    const std::string wkb =
        multiWkb(7, {pointWkb(9, 9), line, polygonWkb({kShell}), multiWkb(7, {line, polygonWkb({kShell, kHole})})});
    PackedGeometry geometry;
    const WkbOutcome outcome = appendWkb(geometry, wkb);
    EXPECT_EQ(outcome.kind, Kind::read);
    EXPECT_TRUE(outcome.hadOtherDimensions);
    EXPECT_EQ(toWkb(geometry, 0), multiWkb(6, {polygonWkb({kShell}), polygonWkb({kShell, kHole})}));
    EXPECT_EQ(appendWkb(geometry, multiWkb(7, {line, pointWkb(9, 9), pointWkb(8, 8)})).kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 1), line);
}

TEST(WkbGate, DoesNotCountAnEmptyMemberAsADimension) {
    const std::string line = lineWkb({{0, 0}, {1, 1}});
    PackedGeometry geometry;
    const WkbOutcome outcome = appendWkb(geometry, multiWkb(7, {line, polygonWkb({}), polygonWkb({{}})}));
    EXPECT_FALSE(outcome.hadOtherDimensions);
    EXPECT_EQ(toWkb(geometry, 0), line);
}

struct Empty {
    const char* name;
    std::string wkb;
};
class EmptyWkb : public testing::TestWithParam<Empty> {};

TEST_P(EmptyWkb, AddsAFeatureWithoutGeometry) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, GetParam().wkb).kind, Kind::empty);
    ASSERT_EQ(geometry.size(), 1U);
    EXPECT_EQ(geometry.shape(0), Shape::none);
    EXPECT_EQ(geometry.partCount(0), 0U);
    EXPECT_EQ(toWkb(geometry, 0), "");
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

INSTANTIATE_TEST_SUITE_P(Kinds, EmptyWkb,
                         testing::Values(Empty{"NoBytes", ""}, Empty{"Point", pointWkb(kNan, kNan)},
                                         Empty{"Line", lineWkb({})}, Empty{"Polygon", polygonWkb({})},
                                         Empty{"PolygonWithEmptyRings", polygonWkb({{}, {}})},
                                         Empty{"MultiPoint", multiWkb(4, {})},
                                         Empty{"MultiPointOfEmptyPoints", multiWkb(4, {pointWkb(kNan, kNan)})},
                                         Empty{"MultiPolygon", multiWkb(6, {polygonWkb({})})},
                                         Empty{"Collection", multiWkb(7, {multiWkb(7, {}), lineWkb({})})}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WkbGate, LeavesOutEmptyMembersAndHoles) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, multiWkb(4, {pointWkb(kNan, kNan), pointWkb(1, 1)})).kind, Kind::read);
    EXPECT_EQ(appendWkb(geometry, polygonWkb({kShell, {}, kHole})).kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 0), pointWkb(1, 1));
    EXPECT_EQ(toWkb(geometry, 1), polygonWkb({kShell, kHole}));
}

TEST(WkbGate, ClosesAGapOfAMillimetreAndSaysSo) {
    Ring gap = kShell;
    gap.back() = {0.0006, 0.0008};
    PackedGeometry geometry;
    const WkbOutcome outcome = appendWkb(geometry, polygonWkb({gap}));
    EXPECT_EQ(outcome.kind, Kind::read);
    EXPECT_TRUE(outcome.wasUnclosed);
    EXPECT_EQ(toWkb(geometry, 0), polygonWkb({kShell}));
    EXPECT_FALSE(appendWkb(geometry, polygonWkb({kShell})).wasUnclosed);
}

TEST(WkbGate, KeepsRepeatedPointsAsTheyAre) {
    const Ring repeated{{0, 0}, {0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 0}};
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, polygonWkb({repeated})).kind, Kind::read);
    EXPECT_EQ(pointsOf(geometry, 0), repeated);
}

TEST(WkbGate, IgnoresBytesAfterTheGeometryAsGeosAndOgrDo) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, pointWkb(1, 2) + "tail").kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 0), pointWkb(1, 2));
}

/// Decoder, writer and GEOS agree on thousands of polygons with and without holes.
TEST(WkbGate, ReadsWhatGeosReads) {
    const GeosOracle oracle;
    RandomRings random(31);
    for (int i = 0; i < 3'000; ++i) {
        std::vector<std::string> parts;
        for (std::size_t part = 0; part <= random.below(3); ++part) {
            parts.push_back(polygonWkb(random.below(2) == 0 ? std::vector<Ring>{random.any()}
                                                            : std::vector<Ring>{random.any(), random.any()}));
        }
        const std::string wkb = parts.size() == 1 ? parts[0] : multiWkb(6, parts);
        PackedGeometry geometry;
        ASSERT_EQ(appendWkb(geometry, wkb).kind, Kind::read);
        const auto expected = oracle.fromWkb(wkb);
        const auto read = oracle.fromWkb(toWkb(geometry, 0));
        ASSERT_TRUE(expected && read);
        ASSERT_TRUE(oracle.same(*expected, *read)) << "polygon " << i;
    }
}

} // namespace
} // namespace merestone
