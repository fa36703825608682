// SPDX-License-Identifier: MIT
#include "cartography/identify.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

ScenePtr world() {
    return sceneOf(
        {mapLayer(made("parcels",
                       {{"P1", "", "", rectangle(0, 0, 100, 100)},
                        {"P2", "", "", "POLYGON((0 0,100 0,100 100,0 100,0 0),(40 40,60 40,60 60,40 60,40 40))"}})),
         mapLayer(made("streets", {{"L", "Lane", "", "LINESTRING(0 50,100 50)"}})),
         mapLayer(made("sites", {{"S", "", "", rectangle(10, 10, 30, 30)}}), "site_allocation"),
         mapLayer(made("schools", {{"A", "", "", "POINT(20 20)"}}))},
        {finding("sites", "S", Verdict::fail, rectangle(20, 20, 30, 30))});
}

std::vector<std::string> ids(const MapScene& scene, const std::vector<FeatureId>& found) {
    std::vector<std::string> result;
    for (const FeatureId& id : found) {
        result.push_back(scene.layers[id.layer].features->id(id.row));
    }
    return result;
}

} // namespace

TEST(Identify, FindsEverythingTopmostFirst) {
    const ScenePtr scene = world();
    EXPECT_EQ(ids(*scene, identify(*scene, Point{20.5, 20.5}, 1.0)), (std::vector<std::string>{"A", "S", "P1", "P2"}));
}

TEST(Identify, PointsAndLinesWithinTheToleranceOnly) {
    const ScenePtr scene = world();
    EXPECT_EQ(ids(*scene, identify(*scene, Point{80, 52}, 1.0)), (std::vector<std::string>{"P1", "P2"}));
    EXPECT_EQ(ids(*scene, identify(*scene, Point{80, 52}, 2.5)), (std::vector<std::string>{"L", "P1", "P2"}));
}

TEST(Identify, AHoleIsNotInside) {
    const ScenePtr scene = world();
    EXPECT_EQ(ids(*scene, identify(*scene, Point{50, 45}, 0.5)), (std::vector<std::string>{"P1"}));
}

TEST(Identify, HiddenLayersAreNotThere) {
    const ScenePtr scene = withVisibility(*world(), QStringLiteral("sites"), false);
    EXPECT_EQ(ids(*scene, identify(*scene, Point{12, 12}, 0.5)), (std::vector<std::string>{"P1", "P2"}));
}

TEST(Identify, ARectangleFindsWhatItMeets) {
    const ScenePtr scene = world();
    EXPECT_EQ(ids(*scene, identify(*scene, Box{25, 25, 26, 26})), (std::vector<std::string>{"S", "P1", "P2"}));
    EXPECT_EQ(ids(*scene, identify(*scene, Box{45, 45, 46, 46})), (std::vector<std::string>{"P1"})); // in P2's hole
    EXPECT_TRUE(identify(*scene, Box()).empty());
}

TEST(Identify, FindingsByTheirEvidence) {
    const ScenePtr scene = world();
    EXPECT_EQ(findingsAt(*scene, Point{29, 21}, 0.5), (std::vector<std::size_t>{0}));
    EXPECT_TRUE(findingsAt(*scene, Point{12, 12}, 0.5).empty()); // on the site, away from the defect
}
