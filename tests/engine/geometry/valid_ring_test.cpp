// SPDX-License-Identifier: MIT
#include "geometry/valid_ring.hpp"

#include "engine/geometry/geos_oracle.hpp"
#include "engine/geometry/random_rings.hpp"
#include "engine/geometry/wkb_bytes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace merestone {
namespace {

using namespace testing_support;

TEST(SurelyValid, SettlesPlainRings) {
    const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    const Ring clockwise(square.rbegin(), square.rend());
    const Ring triangle{{0, 0}, {10, 0}, {3, 7}, {0, 0}};
    EXPECT_TRUE(surelyValid(square));
    EXPECT_TRUE(surelyValid(clockwise));
    EXPECT_TRUE(surelyValid(triangle));
}

TEST(SurelyValid, AllowsCornersOnAStraightEdgeAndRepeatedPoints) {
    const Ring straight{{0, 0}, {3, 0}, {7, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 5}, {0, 0}};
    const Ring repeated{{0, 0}, {0, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}, {0, 0}};
    EXPECT_TRUE(surelyValid(straight));
    EXPECT_TRUE(surelyValid(repeated));
}

struct NotSure {
    const char* name;
    Ring ring;
};
class NotSurelyValid : public testing::TestWithParam<NotSure> {};

TEST_P(NotSurelyValid, IsLeftToGeos) {
    EXPECT_FALSE(surelyValid(GetParam().ring));
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

INSTANTIATE_TEST_SUITE_P(
    Rings, NotSurelyValid,
    testing::Values(NotSure{"BowTie", {{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}},
                    NotSure{"Spike", {{0, 0}, {10, 0}, {10, 10}, {10, 20}, {10, 10}, {0, 10}, {0, 0}}},
                    NotSure{"SpikeAtTheFirstPoint", {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}, {0, -5}, {0, 0}}},
                    NotSure{"TouchesItselfAtACorner", {{0, 0}, {5, 5}, {10, 0}, {10, 10}, {5, 5}, {0, 10}, {0, 0}}},
                    NotSure{"CornerOnAnotherEdge", {{0, 0}, {10, 0}, {10, 10}, {5, 0}, {0, 10}, {0, 0}}},
                    NotSure{"NoArea", {{0, 0}, {10, 0}, {5, 0}, {0, 0}}},
                    NotSure{"OnePoint", {{1, 1}, {1, 1}, {1, 1}, {1, 1}}},
                    NotSure{"TwoCorners", {{0, 0}, {1, 1}, {0, 0}, {0, 0}}},
                    NotSure{"Open", {{0, 0}, {10, 0}, {10, 10}, {0, 10}}},
                    NotSure{"ThreePoints", {{0, 0}, {10, 0}, {0, 0}}}, NotSure{"Empty", {}},
                    NotSure{"NotANumber", {{0, 0}, {10, kNan}, {10, 10}, {0, 10}, {0, 0}}},
                    NotSure{"Overflows", {{-1e308, -1e308}, {1e308, -1e308}, {1e308, 1e308}, {-1e308, -1e308}}},
                    NotSure{"Underflows", {{0, 0}, {1e-200, 0}, {1e-200, 1e-200}, {0, 1e-200}, {0, 0}}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(SurelyValid, LeavesLongRingsToGeos) {
    RandomRings random(11);
    EXPECT_TRUE(surelyValid(random.star(kMostFilteredSegments, {400000, 280000}, 500.0)));
    EXPECT_FALSE(surelyValid(random.star(kMostFilteredSegments + 1, {400000, 280000}, 500.0)));
}

/// The promise that matters: over rings of all kinds at small and large coordinates, "certainly valid" is never wrong.
TEST(SurelyValid, NeverContradictsGeos) {
    constexpr int kRings = 150'000;
    const GeosOracle oracle;
    RandomRings random(20260901);
    int sure = 0;
    int invalid = 0;
    for (int i = 0; i < kRings; ++i) {
        const Ring ring = random.any();
        const auto polygon = oracle.fromWkb(polygonWkb({ring}));
        ASSERT_TRUE(polygon);
        const bool valid = oracle.isValid(*polygon);
        const bool settled = surelyValid(ring);
        ASSERT_TRUE(valid || !settled) << "ring " << i;
        sure += settled ? 1 : 0;
        invalid += valid ? 0 : 1;
    }
    // The sample has plenty of both kinds, or it would show nothing.
    EXPECT_GT(sure, kRings / 4);
    EXPECT_GT(invalid, kRings / 4);
}

/// Without this the filter could be right by never being sure.
TEST(SurelyValid, SettlesNearlyAllOrdinaryParcels) {
    RandomRings random(7);
    int sure = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Point centre{random.between(400000, 420000), random.between(270000, 290000)};
        sure += surelyValid(random.star(4 + random.below(12), centre, 15.0)) ? 1 : 0;
    }
    EXPECT_GE(sure, 9'990);
}

TEST(SurelyValid, DoesNotDependOnStartOrDirection) {
    RandomRings random(5);
    for (int i = 0; i < 2'000; ++i) {
        Ring ring = random.star(4 + random.below(30), {400000, 280000}, 30.0);
        ASSERT_TRUE(surelyValid(ring)) << "ring " << i;
        ring.pop_back();
        std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(random.below(ring.size())), ring.end());
        ring.push_back(ring.front());
        ASSERT_TRUE(surelyValid(ring)) << "ring " << i;
        std::reverse(ring.begin(), ring.end());
        ASSERT_TRUE(surelyValid(ring)) << "ring " << i;
    }
}

} // namespace
} // namespace merestone
