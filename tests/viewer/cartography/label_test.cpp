// SPDX-License-Identifier: MIT
#include "cartography/labels.hpp"
#include "cartography/line_chains.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

std::vector<PlacedLabel> labelsOf(const MapScene& scene, const MapView& view, double scale = 1.0) {
    LabelGrid grid(view.size);
    return placeLabels(scene, view, theme(ThemeKind::light), grid, scale, {});
}

/// Points in a crowd, each with a name.
MapLayer crowd(int side, double step) {
    std::vector<Made> features;
    for (int x = 0; x < side; ++x) {
        for (int y = 0; y < side; ++y) {
            const std::string id = std::to_string(x * side + y);
            features.push_back({id, "Place " + id, "",
                                "POINT(" + std::to_string(x * step + 5) + " " + std::to_string(y * step + 5) + ")"});
        }
    }
    return mapLayer(made("schools", features));
}

bool anyOverlap(const std::vector<PlacedLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            for (const QRectF& a : labels[i].boxes) {
                if (std::any_of(labels[j].boxes.begin(), labels[j].boxes.end(),
                                [&a](const QRectF& b) { return a.intersects(b); })) {
                    return true;
                }
            }
        }
    }
    return false;
}

} // namespace

TEST(Labels, NeverLieOnEachOther) {
    const ScenePtr scene = sceneOf({crowd(30, 8)});
    const std::vector<PlacedLabel> labels = labelsOf(*scene, squareView(500, 800));
    EXPECT_GT(labels.size(), 30U);
    EXPECT_LT(labels.size(), 900U);
    EXPECT_FALSE(anyOverlap(labels));
}

TEST(Labels, AreAsLargeAsTheReaderWants) {
    // In the middle of the map, where there is room for any size.
    const ScenePtr scene = sceneOf({mapLayer(made("schools", {{"1", "Place", "", "POINT(250 250)"}}))});
    const std::vector<PlacedLabel> usual = labelsOf(*scene, squareView(500, 700));
    const std::vector<PlacedLabel> large = labelsOf(*scene, squareView(500, 700), 2.0);
    ASSERT_EQ(usual.size(), 1U);
    ASSERT_EQ(large.size(), 1U);
    const QRectF a = outlineOf(usual[0], false).boundingRect();
    const QRectF b = outlineOf(large[0], false).boundingRect();
    EXPECT_NEAR(b.height(), 2.0 * a.height(), 0.1);
    EXPECT_NEAR(b.width(), 2.0 * a.width(), 0.5);
}

TEST(Labels, LieWithinTheMap) {
    const ScenePtr scene = sceneOf({crowd(6, 90)});
    for (const PlacedLabel& label : labelsOf(*scene, squareView(500, 700))) {
        for (const QRectF& box : label.boxes) {
            EXPECT_TRUE(QRectF(0, 0, 700, 700).contains(box));
        }
    }
}

TEST(Labels, AreTheSameEveryTime) {
    const ScenePtr scene = sceneOf({crowd(12, 40)});
    const std::vector<PlacedLabel> first = labelsOf(*scene, squareView(500, 800));
    const std::vector<PlacedLabel> second = labelsOf(*scene, squareView(500, 800));
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].text, second[i].text);
        EXPECT_EQ(first[i].boxes, second[i].boxes);
    }
}

TEST(Labels, KeepOffWhatIsTaken) {
    const ScenePtr scene =
        sceneOf({mapLayer(made("sites", {{"S1", "Yard", "", rectangle(100, 100, 400, 400)}}), "site_allocation")});
    const MapView view = squareView(500, 500);
    LabelGrid grid(view.size);
    grid.take(QRectF(0, 0, 500, 500));
    EXPECT_TRUE(placeLabels(*scene, view, theme(ThemeKind::light), grid, 1.0, {}).empty());
    EXPECT_EQ(labelsOf(*scene, view).size(), 1U);
}

TEST(Labels, StandInsideTheAreaThatTheyName) {
    // A horseshoe: its centre lies outside.
    const std::string horseshoe = "POLYGON((0 0,300 0,300 300,200 300,200 100,100 100,100 300,0 300,0 0))";
    const ScenePtr scene = sceneOf({mapLayer(made("parks", {{"1", "Arch", "", horseshoe}}))});
    const MapView view = squareView(300, 600);
    const std::vector<PlacedLabel> labels = labelsOf(*scene, view);
    ASSERT_EQ(labels.size(), 1U);
    const Point at = view.toMetres(labels[0].boxes[0].center());
    EXPECT_TRUE(at.y < 100 || at.x < 100 || at.x > 200) << at.x << " " << at.y;
}

TEST(Labels, FollowTheirStreetAndReadFromTheLeft) {
    // Drawn from right to left, and rising to the right on the map.
    const ScenePtr scene = sceneOf({mapLayer(made("streets", {{"1", "Long Lane", "", "LINESTRING(480 240,20 60)"}}))});
    const MapView view = squareView(500, 600);
    const std::vector<PlacedLabel> labels = labelsOf(*scene, view);
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_GT(labels[0].pieces.size(), 5U); // letter by letter
    EXPECT_LT(labels[0].boxes.front().center().x(), labels[0].boxes.back().center().x());
    for (const QRectF& box : labels[0].boxes) {
        const Point p = view.toMetres(box.center());
        EXPECT_NEAR(p.y, 60 + (p.x - 20) * 180 / 460, 2.0);
    }
}

TEST(Labels, DoNotGoRoundSharpCorners) {
    const ScenePtr scene = sceneOf({mapLayer(
        made("streets", {{"1", "Crooked Lane", "", "LINESTRING(10 10,40 10,40 40,70 40,70 70,100 70,100 100)"}}))});
    EXPECT_TRUE(labelsOf(*scene, squareView(400, 600)).empty());
}

TEST(Labels, JoinPiecesOfOneStreet) {
    const LayerPtr layer = made("streets", {{"1", "High Street", "", "LINESTRING(0 50,100 50)"},
                                            {"2", "High Street", "", "LINESTRING(200 52,100 50)"},
                                            {"3", "Side Street", "", "LINESTRING(100 50,100 150)"}});
    const std::vector<std::uint32_t> rows{0, 1, 2};
    const std::vector<LineChain> chains = chainsInView(*layer, rows, squareView(300, 300));
    ASSERT_EQ(chains.size(), 2U);
    EXPECT_NEAR(lengthOf(chains[0].points), 200, 1);
}

TEST(Labels, GiveUpWhenStopped) {
    const ScenePtr scene = sceneOf({crowd(20, 25)});
    std::stop_source source;
    source.request_stop();
    const MapView view = squareView(500, 800);
    LabelGrid grid(view.size);
    EXPECT_TRUE(placeLabels(*scene, view, theme(ThemeKind::light), grid, 1.0, source.get_token()).empty());
}
