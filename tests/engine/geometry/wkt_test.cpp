// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"

#include "base/error.hpp"
#include "engine/geometry/geos_oracle.hpp"
#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace merestone {
namespace {

using namespace testing_support;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
const Ring kShell{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
const Ring kHole{{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}};
constexpr const char* kShellText = "(0 0,10 0,10 10,0 10,0 0)";
constexpr const char* kHoleText = "(2 2,2 4,4 4,4 2,2 2)";

struct Spelling {
    const char* name;
    std::string wkb;
    std::string wkt;
};
void PrintTo(const Spelling& spelling, std::ostream* out) {
    *out << spelling.name;
}

class WkbToWkt : public testing::TestWithParam<Spelling> {};

TEST_P(WkbToWkt, SpellsAsOgcDoes) {
    EXPECT_EQ(wkbToWkt(GetParam().wkb), GetParam().wkt);
}

INSTANTIATE_TEST_SUITE_P(
    Types, WkbToWkt,
    testing::Values(
        Spelling{"Nothing", "", ""}, Spelling{"Point", pointWkb(1, 2.5), "POINT(1 2.5)"},
        Spelling{"Line", lineWkb({{0, 0}, {1, -1}}), "LINESTRING(0 0,1 -1)"},
        Spelling{"Polygon", polygonWkb({kShell}), std::string("POLYGON(") + kShellText + ")"},
        Spelling{"Hole", polygonWkb({kShell, kHole}), std::string("POLYGON(") + kShellText + "," + kHoleText + ")"},
        Spelling{"MultiPoint", multiWkb(4, {pointWkb(1, 2), pointWkb(3, 4)}), "MULTIPOINT((1 2),(3 4))"},
        Spelling{"MultiLine", multiWkb(5, {lineWkb({{0, 0}, {1, 1}}), lineWkb({{2, 2}, {3, 3}})}),
                 "MULTILINESTRING((0 0,1 1),(2 2,3 3))"},
        Spelling{"MultiPolygon", multiWkb(6, {polygonWkb({kShell}), polygonWkb({kShell, kHole})}),
                 std::string("MULTIPOLYGON((") + kShellText + "),(" + kShellText + "," + kHoleText + "))"},
        Spelling{"Collection", multiWkb(7, {pointWkb(1, 2), multiWkb(7, {lineWkb({{0, 0}, {1, 1}})})}),
                 "GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION(LINESTRING(0 0,1 1)))"},
        Spelling{"EmptyPoint", pointWkb(kNan, kNan), "POINT EMPTY"},
        Spelling{"EmptyPolygon", polygonWkb({}), "POLYGON EMPTY"},
        Spelling{"EmptyCollection", multiWkb(7, {}), "GEOMETRYCOLLECTION EMPTY"},
        Spelling{"EmptyMember", multiWkb(4, {pointWkb(kNan, kNan), pointWkb(1, 1)}), "MULTIPOINT(EMPTY,(1 1))"},
        Spelling{"NamedEmptyMember", multiWkb(7, {lineWkb({}), pointWkb(1, 1)}),
                 "GEOMETRYCOLLECTION(LINESTRING EMPTY,POINT(1 1))"},
        Spelling{"BigEndianWithZ", WkbBytes(ByteOrder::big).header(1001).numbers({1, 2, 3}).bytes(), "POINT(1 2)"}),
    [](const auto& test) { return std::string(test.param.name); });

struct Rounding {
    double value;
    int decimals;
    const char* text;
};
void PrintTo(const Rounding& r, std::ostream* out) {
    *out << r.text << " with " << r.decimals;
}

class WktNumber : public testing::TestWithParam<Rounding> {};

TEST_P(WktNumber, IsRoundedAndTrimmed) {
    const Rounding& r = GetParam();
    EXPECT_EQ(wkbToWkt(pointWkb(r.value, 0), r.decimals), std::string("POINT(") + r.text + " 0)");
    if (std::string(r.text) != "0") {
        EXPECT_EQ(wkbToWkt(pointWkb(-r.value, 0), r.decimals), std::string("POINT(-") + r.text + " 0)");
    }
}

INSTANTIATE_TEST_SUITE_P(
    Values, WktNumber,
    testing::Values(Rounding{407800.0, 3, "407800"}, Rounding{407800.12345, 3, "407800.123"},
                    Rounding{407800.5, 3, "407800.5"}, Rounding{0.001, 3, "0.001"}, Rounding{0.0006, 3, "0.001"},
                    Rounding{0.0004, 3, "0"}, Rounding{0.0, 3, "0"}, Rounding{0.05, 3, "0.05"},
                    Rounding{0.9996, 3, "1"}, Rounding{99.9999, 2, "100"}, Rounding{1.5, 0, "2"},
                    Rounding{1234.0, 0, "1234"}, Rounding{1200.0, 0, "1200"}, Rounding{1.25, -5, "1"},
                    Rounding{0.125, 15, "0.125"}, Rounding{0.125, 99, "0.125"}, Rounding{1e8, 3, "100000000"},
                    Rounding{1e15, 3, "1000000000000000"}, Rounding{123456789012345.5, 3, "123456789012345.5"},
                    Rounding{1e22, 3, "10000000000000000000000"}, Rounding{8e9 + 0.5, 3, "8000000000.5"},
                    Rounding{1e-300, 15, "0"}, Rounding{5e-324, 3, "0"}));

TEST(WkbToWkt, WritesNoMinusZero) {
    EXPECT_EQ(wkbToWkt(pointWkb(-0.0, -0.0004)), "POINT(0 0)");
    EXPECT_EQ(wkbToWkt(pointWkb(-0.0, -1e-300), 15), "POINT(0 0)");
}

TEST(WkbToWkt, CanWriteTheLargestDouble) {
    const double largest = std::numeric_limits<double>::max();
    const std::string text = wkbToWkt(pointWkb(largest, 0));
    EXPECT_EQ(std::strtod(text.c_str() + 6, nullptr), largest);
}

/// Never off by more than half a unit of the last decimal, whatever the size and the number of decimals.
TEST(WkbToWkt, RoundsToTheNearest) {
    RandomRings random(3);
    for (int i = 0; i < 20'000; ++i) {
        const int decimals = static_cast<int>(random.below(10));
        const double value = random.between(-1.0, 1.0) * std::pow(10.0, static_cast<double>(random.below(14)));
        const std::string text = wkbToWkt(pointWkb(value, 0), decimals);
        const double half = 0.5 * std::pow(10.0, -decimals);
        ASSERT_NEAR(std::strtod(text.c_str() + 6, nullptr), value, half * 1.001 + std::abs(value) * 1e-15) << text;
    }
}

TEST(WkbToWkt, IsReadBackByGeosAsTheSameGeometry) {
    const GeosOracle oracle;
    RandomRings random(41);
    for (int i = 0; i < 2'000; ++i) {
        const std::string wkb = multiWkb(7, {polygonWkb({random.any(), random.any()}), lineWkb(random.any()),
                                             multiWkb(4, {pointWkb(random.unit(), 1), pointWkb(3, 4)})});
        const auto expected = oracle.fromWkb(wkb);
        const auto read = oracle.fromWkt(wkbToWkt(wkb, 3));
        ASSERT_TRUE(expected && read) << wkbToWkt(wkb, 3);
        ASSERT_TRUE(oracle.same(*expected, *read, 0.001)) << wkbToWkt(wkb, 3);
    }
}

struct Bad {
    const char* name;
    std::string wkb;
};
class BadWkb : public testing::TestWithParam<Bad> {};

TEST_P(BadWkb, ThrowsGeometryError) {
    try {
        (void)wkbToWkt(GetParam().wkb);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::geometry);
        EXPECT_EQ(std::string(error.what()).find("cannot write WKB as text: "), 0U) << error.what();
    }
}

std::string nestedCollections(int levels) {
    std::string wkb;
    for (int i = 0; i < levels; ++i) {
        wkb += WkbBytes().header(7).count(1).bytes();
    }
    return wkb;
}

INSTANTIATE_TEST_SUITE_P(Bytes, BadWkb,
                         testing::Values(Bad{"CutOff", pointWkb(1, 2).substr(0, 12)}, Bad{"Text", "POINT(1 2)"},
                                         Bad{"CountLies", WkbBytes().header(2).count(0xffffffff).bytes()},
                                         Bad{"CountMissing", WkbBytes().header(2).bytes()},
                                         Bad{"UnknownType", WkbBytes().header(99).count(0).bytes()},
                                         Bad{"NotFinite", pointWkb(1, kNan)},
                                         Bad{"TooDeep", nestedCollections(200'000)}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WkbToWkt, WritesADecimalPointInAnyLocale) {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    if (std::setlocale(LC_NUMERIC, "de_DE.UTF-8") == nullptr) {
        GTEST_SKIP() << "the locale de_DE.UTF-8 is not installed";
    }
    const std::string text = wkbToWkt(pointWkb(1.5, 1e13 + 0.5));
    std::setlocale(LC_NUMERIC, before.c_str());
    EXPECT_EQ(text, "POINT(1.5 10000000000000.5)");
}

} // namespace
} // namespace merestone
