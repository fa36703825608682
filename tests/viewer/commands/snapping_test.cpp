// SPDX-License-Identifier: MIT
#include "commands/snapping.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

using namespace map::testing_support;

/// Two parcels side by side, ten metres each, and a street past them.
map::ScenePtr street(bool parcelsAreShown = true) {
    map::MapLayer parcels =
        mapLayer(made("parcels", {{"P1", "", "", rectangle(0, 0, 10, 10)}, {"P2", "", "", rectangle(10, 0, 20, 10)}}));
    parcels.visible = parcelsAreShown;
    return sceneOf({parcels, mapLayer(made("streets", {{"A", "", "", "LINESTRING(-50 -5,50 -5)"}}))});
}

TEST(Snapping, GoesToTheNearestCornerBeforeAnyEdge) {
    const auto snap = snapTo(*street(), {9.0, 1.5}, 2.0);
    ASSERT_TRUE(snap);
    EXPECT_EQ(snap->kind, Snap::Kind::corner) << "an edge is nearer, but a corner is in reach";
    EXPECT_EQ(snap->place, (Point{10.0, 0.0}));
    EXPECT_NEAR(snap->distanceMetres, std::hypot(1.0, 1.5), 1e-12);
}

TEST(Snapping, GoesToAnEdgeWhereNoCornerIsInReach) {
    const auto snap = snapTo(*street(), {5.0, 0.7}, 2.0);
    ASSERT_TRUE(snap);
    EXPECT_EQ(snap->kind, Snap::Kind::edge);
    EXPECT_EQ(snap->place, (Point{5.0, 0.0}));
    const auto onStreet = snapTo(*street(), {33.0, -4.0}, 2.0);
    ASSERT_TRUE(onStreet);
    EXPECT_EQ(onStreet->place, (Point{33.0, -5.0}));
    EXPECT_EQ(onStreet->feature, (map::FeatureId{1, 0}));
}

TEST(Snapping, LeavesAloneWhatIsFartherThanTheTolerance) {
    EXPECT_FALSE(snapTo(*street(), {5.0, 5.0}, 2.0));
    EXPECT_TRUE(snapTo(*street(), {5.0, 5.0}, 5.5));
}

TEST(Snapping, LeavesHiddenLayersAndTheFeatureThatIsMovedAlone) {
    EXPECT_FALSE(snapTo(*street(false), {5.0, 0.5}, 2.0));
    EXPECT_FALSE(snapTo(*street(), {1.0, 5.0}, 2.0, SnapExcept{"parcels", 1}));
    const auto neighbour = snapTo(*street(), {9.5, 5.0}, 2.0, SnapExcept{"parcels", 1});
    ASSERT_TRUE(neighbour) << "the other parcel's edge lies there, too";
    EXPECT_EQ(neighbour->feature, (map::FeatureId{0, 1}));
}

} // namespace
} // namespace merestone::viewer
