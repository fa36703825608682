// SPDX-License-Identifier: MIT
#include "cartography/layer_detail.hpp"
#include "cartography/simplify.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

/// A circle of many corners, as a ring of WKT.
std::string ring(double x, double y, double radius, int corners) {
    std::string text = "(";
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * 3.14159265358979 * (i % corners) / corners;
        text += (i > 0 ? "," : "") + std::to_string(x + radius * std::cos(angle)) + " " +
                std::to_string(y + radius * std::sin(angle));
    }
    return text + ")";
}

} // namespace

TEST(Simplify, StaysWithinTheTolerance) {
    const LayerPtr layer = made("l", {{"1", "", "", "POLYGON(" + ring(0, 0, 100, 720) + ")"}});
    const PackedGeometry simple = simplified(layer->geometry(), 1.0);
    EXPECT_LT(simple.pointCount(), 60U);
    EXPECT_GT(simple.pointCount(), 15U);
    for (const Point& p : simple.points(0)) {
        EXPECT_NEAR(std::hypot(p.x, p.y), 100, 1.0);
    }
}

TEST(Simplify, NeverLosesAFeature) {
    const LayerPtr layer =
        made("l", {{"1", "", "", "POLYGON(" + ring(0, 0, 0.5, 40) + ")"},
                   {"2", "", "", "LINESTRING(0 0,0.1 0.1,0.2 0)"},
                   {"3", "", "", "POINT(3 3)"},
                   {"4", "", "", ""},
                   {"5", "", "", "MULTIPOLYGON((" + ring(9, 9, 0.2, 30) + "),(" + ring(5, 5, 0.2, 30) + "))"}});
    const PackedGeometry simple = simplified(layer->geometry(), 1000.0);
    ASSERT_EQ(simple.size(), 5U);
    for (const std::size_t feature : {0U, 1U, 2U, 4U}) {
        EXPECT_EQ(simple.shape(feature), layer->geometry().shape(feature));
        EXPECT_FALSE(simple.points(feature).empty()) << feature;
    }
    EXPECT_EQ(simple.shape(3), Shape::none);
    EXPECT_EQ(simple.partCount(4), 2U);
    EXPECT_GE(simple.points(0).size(), 4U); // still an area
    EXPECT_EQ(simple.points(0).front(), simple.points(0).back());
}

TEST(Simplify, ClosesHolesThatCannotBeSeenAndKeepsOthers) {
    const LayerPtr layer = made(
        "l", {{"1", "", "",
               "POLYGON(" + ring(0, 0, 100, 200) + "," + ring(50, 0, 0.1, 20) + "," + ring(-50, 0, 20, 50) + ")"}});
    const PackedGeometry simple = simplified(layer->geometry(), 1.0);
    EXPECT_EQ(simple.runsEnd(0) - simple.runsBegin(0), 2U);
}

TEST(LayerDetail, GivesTheSameLevelToEveryThread) {
    const LayerPtr layer = made("l", {{"1", "", "", "POLYGON(" + ring(0, 0, 100, 720) + ")"}});
    LayerDetail detail(layer);
    std::vector<std::shared_ptr<const PackedGeometry>> got(8);
    {
        std::vector<std::jthread> threads;
        for (auto& place : got) {
            threads.emplace_back([&place, &detail] { place = detail.geometry(1.3); });
        }
    }
    for (const auto& level : got) {
        EXPECT_EQ(level, got.front());
    }
    EXPECT_LT(got.front()->pointCount(), layer->geometry().pointCount());
    EXPECT_EQ(detail.geometry(0.0)->pointCount(), layer->geometry().pointCount());
}

TEST(LayerDetail, LeavesPlainShapesAsTheyAre) {
    const LayerPtr layer = made("l", {{"1", "", "", rectangle(0, 0, 10, 10)}});
    LayerDetail detail(layer);
    EXPECT_EQ(detail.geometry(100.0).get(), &layer->geometry());
}
