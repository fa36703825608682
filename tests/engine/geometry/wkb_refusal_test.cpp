// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"

#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace merestone {
namespace {

using namespace testing_support;
using Kind = WkbOutcome::Kind;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
const Ring kShell{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};

std::string nested(int levels, const std::string& inside) {
    std::string wkb;
    for (int i = 0; i < levels; ++i) {
        wkb += WkbBytes().header(7).count(1).bytes();
    }
    return wkb + inside;
}

std::string typed(std::uint32_t type) {
    return WkbBytes().header(type).count(0).bytes();
}

/// The shell with one coordinate replaced.
std::string shellWith(std::size_t corner, double Point::*axis, double value) {
    Ring ring = kShell;
    ring[corner].*axis = value;
    return polygonWkb({ring});
}

struct Refusal {
    const char* name;
    std::string wkb;
    const char* reason;
};
void PrintTo(const Refusal& refusal, std::ostream* out) {
    *out << refusal.name;
}

class RefusedWkb : public testing::TestWithParam<Refusal> {};

TEST_P(RefusedWkb, SaysWhyAndHarmsNoNeighbour) {
    PackedGeometry geometry;
    ASSERT_EQ(appendWkb(geometry, pointWkb(1, 2)).kind, Kind::read);
    const WkbOutcome outcome = appendWkb(geometry, GetParam().wkb);
    EXPECT_EQ(outcome.kind, Kind::refused);
    EXPECT_STREQ(outcome.reason, GetParam().reason);
    ASSERT_EQ(appendWkb(geometry, polygonWkb({kShell})).kind, Kind::read);
    ASSERT_EQ(geometry.size(), 3U);
    EXPECT_EQ(geometry.shape(1), Shape::none);
    EXPECT_EQ(geometry.points(1).size(), 0U);
    EXPECT_EQ(toWkb(geometry, 0), pointWkb(1, 2));
    EXPECT_EQ(toWkb(geometry, 2), polygonWkb({kShell}));
    EXPECT_EQ(geometry.pointCount(), 6U);
}

constexpr const char* kNotFinite = "coordinates are not finite";
constexpr const char* kShort = "the WKB ends too early";
constexpr const char* kBadHeader = "not WKB: a header is cut off or has an unknown byte order";
constexpr const char* kFar = "coordinates are more than 100,000 km from the origin";
constexpr const char* kUnknown = "unknown geometry type";
constexpr const char* kDeep = "collections are nested more than 32 levels deep";

INSTANTIATE_TEST_SUITE_P(
    Coordinates, RefusedWkb,
    testing::Values(Refusal{"NanX", shellWith(2, &Point::x, kNan), kNotFinite},
                    Refusal{"NanInLastPoint", shellWith(4, &Point::y, kNan), kNotFinite},
                    Refusal{"InfY", shellWith(1, &Point::y, kInf), kNotFinite},
                    Refusal{"MinusInf", shellWith(0, &Point::x, -kInf), kNotFinite},
                    Refusal{"AllInf", polygonWkb({Ring(5, {kInf, kInf})}), kNotFinite},
                    Refusal{"Huge", shellWith(1, &Point::x, 1e300), kFar},
                    Refusal{"JustOutOfRange", shellWith(1, &Point::x, -100000000.1), kFar},
                    Refusal{"HalfNanPoint", pointWkb(kNan, 1), kNotFinite},
                    Refusal{"InfPointInMulti", multiWkb(4, {pointWkb(1, 1), pointWkb(1, kInf)}), kNotFinite},
                    Refusal{"NanInTheDroppedPartOfACollection",
                            multiWkb(7, {lineWkb({{0, 0}, {kNan, 0}}), polygonWkb({kShell})}), kNotFinite}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Rings, RefusedWkb,
    testing::Values(
        Refusal{"ThreePoints", polygonWkb({{{0, 0}, {1, 0}, {0, 0}}}), "a ring has fewer than four points"},
        Refusal{"HoleOfTwoPoints", polygonWkb({kShell, {{1, 1}, {1, 1}}}), "a ring has fewer than four points"},
        Refusal{"Open", polygonWkb({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}), "a ring is not closed"},
        Refusal{"OpenByTwoMillimetres", shellWith(4, &Point::x, 0.002), "a ring is not closed"},
        Refusal{"HoleWithoutShell", polygonWkb({{}, kShell}), "a polygon has a hole but no shell"},
        Refusal{"OneBadPartOfTwo", multiWkb(6, {polygonWkb({kShell}), polygonWkb({{{0, 0}, {1, 0}, {0, 0}}})}),
                "a ring has fewer than four points"},
        Refusal{"LineOfOnePoint", lineWkb({{1, 1}}), "a line has fewer than two points"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Bytes, RefusedWkb,
    testing::Values(
        Refusal{"OneByte", std::string(1, '\1'), kBadHeader},
        Refusal{"ByteOrderTwo", std::string("\2\1\0\0\0", 5), kBadHeader}, Refusal{"Text", "POINT(1 2)", kBadHeader},
        Refusal{"HeaderOnly", typed(1).substr(0, 5), kShort},
        Refusal{"PointCountLies", WkbBytes().header(2).count(0xffffffff).bytes(), kShort},
        Refusal{"RingCountLies", WkbBytes().header(3).count(0xffffffff).bytes(), kShort},
        Refusal{"MemberCountLies", WkbBytes().header(6).count(0xffffffff).bytes(), kBadHeader},
        Refusal{"SridCutOff", WkbBytes().header(0x20000001).bytes(), kBadHeader},
        Refusal{"WrongMember", multiWkb(6, {pointWkb(1, 1)}), "a multi geometry has a member of another type"},
        Refusal{"MultiInMulti", multiWkb(4, {multiWkb(4, {})}), "a multi geometry has a member of another type"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Types, RefusedWkb,
    testing::Values(Refusal{"Zero", typed(0), kUnknown}, Refusal{"Surface", typed(14), kUnknown},
                    Refusal{"Thousands", typed(4001), kUnknown}, Refusal{"AllBits", typed(0x1fffffff), kUnknown},
                    Refusal{"CircularString", typed(8), "a circular string, which has to be made straight before"},
                    Refusal{"CompoundCurveZ", typed(1009), "a compound curve, which has to be made straight before"},
                    Refusal{"CurvePolygon", typed(10), "a curve polygon, which has to be made straight before"},
                    Refusal{"MultiCurve", typed(11), "a multicurve, which has to be made straight before"},
                    Refusal{"MultiSurface", typed(12), "a multisurface, which has to be made straight before"},
                    Refusal{"PolyhedralSurface", typed(1015), "a polyhedral surface, which is not read"},
                    Refusal{"Tin", typed(16), "a triangulated surface (TIN), which is not read"},
                    Refusal{"CurveInACollection", multiWkb(7, {pointWkb(1, 1), typed(8)}),
                            "a circular string, which has to be made straight before"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(Depth, RefusedWkb,
                         testing::Values(Refusal{"OneLevelTooMany", nested(33, pointWkb(1, 1)), kDeep},
                                         Refusal{"TwoHundredThousandLevels", nested(200'000, pointWkb(1, 1)), kDeep}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WkbGate, ReadsThirtyTwoLevels) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, nested(32, pointWkb(1, 1))).kind, Kind::read);
    EXPECT_EQ(toWkb(geometry, 0), pointWkb(1, 1));
}

TEST(WkbGate, TakesAnyFiniteCoordinateWithoutTheRangeCheck) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, pointWkb(1e300, -1e300), false).kind, Kind::read);
    EXPECT_EQ(appendWkb(geometry, pointWkb(kInf, 0), false).kind, Kind::refused);
    EXPECT_EQ(appendWkb(geometry, pointWkb(1e8, -1e8)).kind, Kind::read) << "the border of the range is inside it";
}

TEST(WkbGate, RefusesMoreThanFiveMillionPoints) {
    PackedGeometry geometry;
    EXPECT_EQ(appendWkb(geometry, lineWkb(Ring(5'000'000, {1, 1}))).kind, Kind::read);
    const WkbOutcome outcome = appendWkb(geometry, lineWkb(Ring(5'000'001, {1, 1})));
    EXPECT_EQ(outcome.kind, Kind::refused);
    EXPECT_STREQ(outcome.reason, "more than 5 million points");
}

TEST(WkbGate, RefusesEveryCutOffCopy) {
    const std::string whole =
        multiWkb(7, {multiWkb(6, {polygonWkb({kShell, kShell})}), lineWkb({{1, 1}, {2, 2}}), pointWkb(3, 3)});
    for (std::size_t size = 1; size < whole.size(); ++size) {
        PackedGeometry geometry;
        const std::string cut(whole.data(), size); // its own memory, so that a sanitizer sees a read past the end
        ASSERT_EQ(appendWkb(geometry, cut).kind, Kind::refused) << size << " bytes";
        ASSERT_EQ(geometry.size(), 1U);
        ASSERT_EQ(geometry.pointCount(), 0U);
    }
}

/// Whatever the bytes are: one feature, no throw, and what was read can be written and read again.
TEST(WkbGate, SurvivesDamagedBytes) {
    const std::string whole = multiWkb(7, {multiWkb(6, {polygonWkb({kShell, kShell})}), lineWkb({{1, 1}, {2, 2}}),
                                           multiWkb(4, {pointWkb(3, 3), pointWkb(4, 4)})});
    RandomRings random(77);
    int read = 0;
    for (int i = 0; i < 50'000; ++i) {
        std::string damaged = whole;
        for (std::size_t hits = 0; hits <= random.below(4); ++hits) {
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        }
        damaged.resize(damaged.size() - random.below(2) * random.below(40));
        PackedGeometry geometry;
        const WkbOutcome outcome = appendWkb(geometry, damaged);
        ASSERT_EQ(geometry.size(), 1U);
        if (outcome.kind == Kind::read) {
            ++read;
            PackedGeometry again;
            ASSERT_EQ(appendWkb(again, toWkb(geometry, 0)).kind, Kind::read);
            ASSERT_EQ(again.shape(0), geometry.shape(0));
            ASSERT_EQ(again.partCount(0), geometry.partCount(0));
            ASSERT_EQ(again.pointCount(), geometry.pointCount());
        } else {
            ASSERT_EQ(geometry.shape(0), Shape::none);
        }
    }
    EXPECT_GT(read, 1'000);
}

} // namespace
} // namespace merestone
