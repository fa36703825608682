// SPDX-License-Identifier: MIT
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

/// Three greens in a row with gaps of 20 m and 20.5 m, and one far away.
LayerPtr greens(double accuracy = 0.0) {
    return layerOf({boxWkt(0, 0, 10, 10), boxWkt(30, 0, 40, 10), boxWkt(60.5, 0, 70.5, 10), boxWkt(500, 0, 510, 10)},
                   accuracy);
}

MadeRequest component(const LayerPtr& subjects, const SelectionPtr& target) {
    return MadeRequest("component", subjects, target);
}

} // namespace

TEST(Component, CountsWhatHangsTogether) {
    const auto layer = greens();
    EXPECT_EQ(component(layer, all(layer)).values().values, (std::vector<double>{2, 2, 1, 1}));
    EXPECT_EQ(component(layer, all(layer)).metres("gap", 20.5).values().values, (std::vector<double>{3, 3, 3, 1}));
    EXPECT_TRUE(std::isinf(component(layer, all(layer)).make()->reach()));
}

TEST(Component, AddsUpTheGroundAndShowsIt) {
    const auto layer = greens();
    EXPECT_DOUBLE_EQ(component(layer, all(layer)).word("of", "area").value().value, 200.0);
    const GeosGeometry shown = fromWkb(component(layer, all(layer)).make()->evidence(*layer, 0).wkb);
    EXPECT_DOUBLE_EQ(area(*shown), 200.0);
}

TEST(Component, SaysWhetherItReachesAnotherLayer) {
    const auto layer = greens();
    const auto river = layerOf({"LINESTRING(90 -50,90 50)"}); // 19.5 m from the third green
    EXPECT_EQ(component(layer, all(layer)).word("of", "reaches").related("reaches", river).values().values,
              (std::vector<double>{0, 0, 1, 0}));
    EXPECT_EQ(component(layer, all(layer))
                  .word("of", "reaches")
                  .related("reaches", river)
                  .metres("gap", 20.5)
                  .values()
                  .values,
              (std::vector<double>{1, 1, 1, 0}));
    EXPECT_THROW((void)component(layer, all(layer)).word("of", "reaches").make(), Error);
    EXPECT_THROW((void)component(layer, all(layer)).related("reaches", river).make(), Error);
}

TEST(Component, ASubjectOfAnotherLayerJoinsTheGroupsAroundIt) {
    const auto layer = greens();
    const auto site = layerOf({boxWkt(45, 0, 50, 10), boxWkt(250, 0, 260, 10)});
    EXPECT_EQ(component(site, all(layer)).values().values, (std::vector<double>{3, 0}));
    EXPECT_EQ(component(site, all(layer)).evidence(1), "");
}

TEST(Component, OneThatIsNotMeantIsInNoGroup) {
    const auto layer = greens();
    EXPECT_EQ(component(layer, some(layer, {0})).values().values, (std::vector<double>{1, 0, 0, 0}));
}

TEST(Component, WhatMayCountOrIsMissingCanOnlyJoin) {
    const auto layer = greens();
    MadeRequest request = component(layer, some(layer, {0, 2}, {1}));
    request.metres("gap", 20.5);
    EXPECT_EQ(request.value(0).value, 1);
    EXPECT_EQ(request.value(0).certainHigh, 3);
    EXPECT_EQ(request.value(1).value, 0);
    EXPECT_EQ(request.value(1).certainHigh, 3);
    EXPECT_EQ(request.value(3).certainHigh, 0);
    request.coverage(notComplete());
    EXPECT_TRUE(std::isinf(request.value(0).certainHigh));
    const auto river = layerOf({"LINESTRING(990 -50,990 50)"});
    EXPECT_EQ(
        component(layer, all(layer)).word("of", "reaches").related("reaches", river, notComplete()).value().certainHigh,
        1);
}

TEST(Component, GapsAreAsExactAsBothDrawings) {
    const auto layer = greens(0.5); // 20 m and 20.5 m, each give or take 0.71 m
    const UncertainNumber value = component(layer, all(layer)).value(1);
    EXPECT_EQ(value.value, 2);
    EXPECT_EQ(value.low, 1);
    EXPECT_EQ(value.high, 3);
}

TEST(Component, EqualsJoiningPairByPair) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        RandomPoints random(seed);
        std::vector<std::string> boxes;
        for (int i = 0; i < 30; ++i) {
            const Point p = random.point(400);
            boxes.push_back(boxWkt(p.x, p.y, p.x + random.between(2, 30), p.y + random.between(2, 30)));
        }
        const LayerPtr layer = layerOf(boxes);
        const MeasureColumn column = component(layer, all(layer)).values(3);
        EXPECT_TRUE(sameColumns(column, component(layer, all(layer)).values(1)));
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            std::set<std::size_t> group{i};
            for (std::size_t before = 0; before != group.size();) {
                before = group.size();
                for (std::size_t k = 0; k < boxes.size(); ++k) {
                    const bool joins = std::any_of(group.begin(), group.end(), [&](std::size_t member) {
                        return distance(*fromWkt(boxes[member]), *fromWkt(boxes[k])) <= 20.0;
                    });
                    if (joins) {
                        group.insert(k);
                    }
                }
            }
            EXPECT_EQ(column.values[i], static_cast<double>(group.size())) << "seed " << seed << ", box " << i;
        }
    }
}
