// SPDX-License-Identifier: MIT
#include "geometry/geos.hpp"

#include "base/error.hpp"
#include "engine/geometry/geos_oracle.hpp"
#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"
#include "geometry/wkb.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <thread>

namespace merestone {
namespace {

using namespace testing_support;

std::string wktOf(const GEOSGeom_t& geometry) {
    return wkbToWkt(toWkb(geometry), 6);
}

/// The packed form of a WKT, through the gate.
PackedGeometry packed(const char* wkt) {
    PackedGeometry result;
    EXPECT_EQ(appendWkb(result, toWkb(*fromWkt(wkt))).kind, WkbOutcome::Kind::read);
    return result;
}

class RoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(RoundTrip, KeepsTypeAndPoints) {
    const PackedGeometry geometry = packed(GetParam());
    const GeosGeometry geos = toGeos(geometry, 0);
    EXPECT_EQ(wktOf(*geos), GetParam());
    PackedGeometry back;
    appendGeos(back, *geos);
    EXPECT_EQ(toWkb(back, 0), toWkb(geometry, 0));
    EXPECT_EQ(wktOf(*fromWkb(toWkb(*geos))), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Types, RoundTrip,
    testing::Values("POINT(1 2)", "MULTIPOINT((1 2),(3 4))", "LINESTRING(0 0,1 1,2 0)",
                    "MULTILINESTRING((0 0,1 1),(2 2,3 3))", "POLYGON((0 0,4 0,4 4,0 4,0 0))",
                    "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 2,2 2,2 1,1 1),(5 5,5 6,6 6,6 5,5 5))",
                    "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((6 0,9 0,9 9,6 9,6 0),(7 1,7 2,8 2,8 1,7 1)))"));

TEST(ToGeos, GivesAnEmptyCollectionForAFeatureWithoutGeometry) {
    PackedGeometry geometry;
    geometry.endFeature(Shape::none);
    EXPECT_TRUE(isEmpty(*toGeos(geometry, 0)));
}

TEST(ToGeos, MakesARectangleOfABox) {
    EXPECT_EQ(wktOf(*toGeos(Box{1, 2, 3, 5})), "POLYGON((1 2,3 2,3 5,1 5,1 2))");
    EXPECT_TRUE(isEmpty(*toGeos(Box{})));
}

TEST(ToGeos, ThrowsOnARingThatIsNone) {
    PackedGeometry geometry; // built by hand, past the gate
    geometry.addPoint({0, 0});
    geometry.addPoint({1, 0});
    geometry.endRun();
    geometry.endPart();
    geometry.endFeature(Shape::polygon);
    EXPECT_THROW((void)toGeos(geometry, 0), Error);
    EXPECT_TRUE(isValid(*fromWkt("POINT(1 1)"))) << "the context works on after a failure";
}

TEST(AppendGeos, KeepsTheHighestDimensionOfACollection) {
    PackedGeometry to;
    appendGeos(to, *fromWkt("GEOMETRYCOLLECTION(POINT(9 9),POLYGON((0 0,1 0,1 1,0 0)),LINESTRING(0 0,1 1),"
                            "GEOMETRYCOLLECTION(POLYGON((5 0,6 0,6 1,5 0))))"));
    appendGeos(to, *fromWkt("GEOMETRYCOLLECTION(POINT(9 9),LINESTRING(0 0,1 1))"));
    appendGeos(to, *fromWkt("GEOMETRYCOLLECTION(POINT(9 9),MULTIPOINT((1 1),(2 2)))"));
    appendGeos(to, *fromWkt("GEOMETRYCOLLECTION EMPTY"));
    ASSERT_EQ(to.size(), 4U);
    EXPECT_EQ(wkbToWkt(toWkb(to, 0)), "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 0,6 0,6 1,5 0)))");
    EXPECT_EQ(wkbToWkt(toWkb(to, 1)), "LINESTRING(0 0,1 1)");
    EXPECT_EQ(wkbToWkt(toWkb(to, 2)), "MULTIPOINT((9 9),(1 1),(2 2))");
    EXPECT_EQ(to.shape(3), Shape::none);
}

TEST(FromWkb, ThrowsWhatTheGateRefuses) {
    try {
        (void)fromWkb(polygonWkb({{{0, 0}, {1, 0}, {0, 0}}}));
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::geometry);
        EXPECT_STREQ(error.what(), "cannot read WKB: a ring has fewer than four points");
    }
    EXPECT_TRUE(isEmpty(*fromWkb(multiWkb(7, {}))));
}

class BadWkt : public testing::TestWithParam<std::string> {};

TEST_P(BadWkt, ThrowsOneLine) {
    try {
        (void)fromWkt(GetParam());
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::geometry);
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    }
}

std::string nestedText(int levels) {
    std::string text;
    for (int i = 0; i < levels; ++i) {
        text += "GEOMETRYCOLLECTION(";
    }
    return text + "POINT(1 1)" + std::string(static_cast<std::size_t>(levels), ')');
}

INSTANTIATE_TEST_SUITE_P(Texts, BadWkt,
                         testing::Values("", "POINT", "POINT(1", "POINT(1 x)", "SQUARE(1 1)",
                                         "POLYGON((0 0,1 0,1 1,0 1))", "POINT(inf 0)", "POINT(0 nan)",
                                         "LINESTRING(0 0,1e400 0)", "POLYGON((0 0,1 0,1 inf,0 0))",
                                         "MULTIPOINT((0 0),(inf 1))", "\x1b[31mPOINT(1 1)",
                                         std::string("POINT(1 1)\0", 11), nestedText(32), nestedText(200'000)));

TEST(FromWkt, ReadsNestedCollections) {
    EXPECT_FALSE(isEmpty(*fromWkt(nestedText(31))));
}

TEST(FromWkt, LeavesOutEmptyMembersAndHoles) {
    EXPECT_EQ(wktOf(*fromWkt("MULTIPOINT(EMPTY,(1 1))")), "MULTIPOINT((1 1))");
    EXPECT_EQ(wktOf(*fromWkt("GEOMETRYCOLLECTION(POINT EMPTY,GEOMETRYCOLLECTION(LINESTRING EMPTY),POINT(1 1))")),
              "GEOMETRYCOLLECTION(POINT(1 1))");
    EXPECT_EQ(wktOf(*fromWkt("POLYGON((0 0,1 0,1 1,0 0),EMPTY)")), "POLYGON((0 0,1 0,1 1,0 0))");
    EXPECT_EQ(wktOf(*fromWkt("POINT EMPTY")), "POINT EMPTY");
    EXPECT_TRUE(isEmpty(*fromWkt("POINT(nan nan)"))) << "as in WKB";
}

TEST(FromWkt, LeavesTheLocaleAsItWas) {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    (void)fromWkt("POINT(1.5 2.5)");
    EXPECT_EQ(std::string(std::setlocale(LC_NUMERIC, nullptr)), before);
}

TEST(FromWkt, DropsZ) {
    EXPECT_EQ(wktOf(*fromWkt("POINT Z(1 2 3)")), "POINT(1 2)");
}

TEST(GeosVersion, HasThreeNumbers) {
    const std::string version = geosVersion();
    EXPECT_EQ(std::count(version.begin(), version.end(), '.'), 2) << version;
    EXPECT_EQ(version.find_first_not_of("0123456789.betarcdv"), std::string::npos) << version;
}

/// WKB -> packed array -> GEOS -> packed array -> WKB, and every station is what GEOS reads from the first bytes.
TEST(Conversions, RoundTripRandomPolygons) {
    const GeosOracle oracle;
    RandomRings random(17);
    for (int i = 0; i < 2'000; ++i) {
        const std::string wkb = multiWkb(6, {polygonWkb({random.any(), random.any()}), polygonWkb({random.any()})});
        PackedGeometry geometry;
        ASSERT_EQ(appendWkb(geometry, wkb).kind, WkbOutcome::Kind::read);
        const GeosGeometry geos = toGeos(geometry, 0);
        appendGeos(geometry, *geos);
        const auto expected = oracle.fromWkb(wkb);
        ASSERT_TRUE(oracle.same(*expected, *geos)) << "polygon " << i;
        ASSERT_TRUE(oracle.same(*expected, *oracle.fromWkb(toWkb(geometry, 1)))) << "polygon " << i;
        ASSERT_TRUE(oracle.same(*expected, *fromWkb(toWkb(*geos)))) << "polygon " << i;
    }
}

/// Geometry made on one thread is used and destroyed on others, several at a time.
TEST(Threads, ShareGeometryAndFailApart) {
    const GeosGeometry shared = fromWkt("POLYGON((0 0,10 0,10 10,0 10,0 0))");
    std::vector<GeosGeometry> moved;
    for (int i = 0; i < 4; ++i) {
        moved.push_back(fromWkt("POLYGON((5 5,15 5,15 15,5 15,5 5))"));
    }
    std::vector<double> areas(moved.size());
    std::vector<bool> failed(moved.size());
    {
        std::vector<std::jthread> threads;
        std::mutex mutex;
        for (std::size_t i = 0; i < moved.size(); ++i) {
            threads.emplace_back([&, i, mine = std::move(moved[i])] {
                const double shareOf = area(*intersection(*shared, *mine));
                bool threw = false;
                try {
                    (void)fromWkt("POINT(x)");
                } catch (const Error&) {
                    threw = true;
                }
                const std::lock_guard lock(mutex);
                areas[i] = shareOf;
                failed[i] = threw;
            });
        }
    }
    EXPECT_EQ(areas, std::vector<double>(4, 25.0));
    EXPECT_EQ(failed, std::vector<bool>(4, true));
}

} // namespace
} // namespace merestone
