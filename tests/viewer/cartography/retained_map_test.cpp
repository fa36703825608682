// SPDX-License-Identifier: MIT
#include "cartography/label_sprites.hpp"
#include "cartography/retained_map.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace merestone::map {
namespace {

using namespace testing_support;

constexpr int kSide = 400;          // pixels
constexpr int kClose = 24;          // of 255: what rounding and an eighth of a pixel may do to a colour
constexpr int kStray = kSide / 100; // pixels that may differ by more, of 160,000

/// Plots, a park with a hole, dashed boundaries, hatched designations, streets with names, assets and sites on 1 km.
std::vector<MapLayer> town() {
    std::vector<Made> plots;
    for (int x = 0; x < 40; ++x) {
        for (int y = 0; y < 40; ++y) {
            plots.push_back({std::to_string(x * 40 + y), "", (x + y) % 3 == 0 ? "shop" : "house",
                             rectangle(x * 25.0, y * 25.0, x * 25.0 + 23, y * 25.0 + 23)});
        }
    }
    return {
        mapLayer(made("parcels", plots)),
        mapLayer(
            made("parks", {{"P", "Long Park", "park",
                            "POLYGON((100 120,900 180,880 420,140 380,100 120),(300 200,500 220,480 300,300 200))"}})),
        mapLayer(made("flood_zones", {{"F", "", "3", "POLYGON((0 600,1000 640,1000 720,0 690,0 600))"}})),
        mapLayer(made("roads", {{"R1", "Station Road", "main", "LINESTRING(-50 500,450 520,1050 480)"},
                                {"R2", "Mill Lane", "", "LINESTRING(510 -50,500 1050)"}})),
        mapLayer(made("conservation_areas", {{"C", "Old Town", "", rectangle(520, 520, 940, 930)}})),
        mapLayer(made("sites", {{"S1", "Mill Lane yard", "", rectangle(560, 100, 700, 170)},
                                {"S2", "Corner", "", rectangle(60, 820, 200, 960)}}),
                 "site_allocation"),
        mapLayer(
            made("schools", {{"A", "First School", "", "POINT(250 750)"}, {"B", "School B", "", "POINT(777 333)"}})),
    };
}

ScenePtr townScene() {
    auto scene = std::make_shared<MapScene>(
        *sceneOf(town(), {finding("sites", "S1", Verdict::fail, rectangle(560, 100, 600, 170))}));
    scene->area = made("area", {{"N", "", "", "POLYGON((20 20,960 40,930 970,50 940,20 20))"}});
    return scene;
}

MapView viewAt(double x, double y, double ratio = 1.0) {
    MapView view;
    view.centre = {x, y};
    view.size = QSizeF(kSide, kSide);
    view.metresPerUnit = 1.25;
    view.devicePixelRatio = ratio;
    return view;
}

/// How many pixels differ by more than rounding.
int strayPixels(const QImage& a, const QImage& b) {
    EXPECT_EQ(a.size(), b.size());
    int stray = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            stray += alike(a.pixelColor(x, y), b.pixelColor(x, y), kClose) ? 0 : 1;
        }
    }
    return stray;
}

void expectSame(RetainedMap& map, const MapScene& scene, const MapView& view, const char* what) {
    const QImage kept = map.draw(scene, view, theme(ThemeKind::light));
    ASSERT_FALSE(kept.isNull()) << what;
    EXPECT_LE(strayPixels(kept, pictureOf(scene, view)), kStray) << what;
}

TEST(RetainedMap, EqualsAFullRedrawAfterEveryStep) {
    const ScenePtr scene = townScene();
    RetainedMap map;
    MapView view = viewAt(500, 500);
    expectSame(map, *scene, view, "at first");
    const QPointF steps[] = {{37, 0}, {-90, 14}, {0, -133}, {5, 5}, {-1, 200}, {399, 0}, {1000, 0}, {-40, -60}};
    for (const QPointF& step : steps) {
        view = view.panned(step);
        expectSame(map, *scene, view, "after a step");
    }
}

TEST(RetainedMap, EqualsAFullRedrawOnDenseScreens) {
    const ScenePtr scene = townScene();
    RetainedMap map;
    MapView view = viewAt(500, 500, 2.0);
    expectSame(map, *scene, view, "at first");
    for (const QPointF& step : {QPointF(20.5, 0), QPointF(-60, 30.5)}) { // 41, 61 device pixels
        view = view.panned(step);
        expectSame(map, *scene, view, "after a step");
    }
}

TEST(RetainedMap, AStepThatIsNoWholeNumberOfPixelsIsDrawnAnew) {
    const ScenePtr scene = townScene();
    RetainedMap map;
    expectSame(map, *scene, viewAt(500, 500), "at first");
    expectSame(map, *scene, viewAt(500, 500).panned({30.37, 11.6}), "after the step");
}

TEST(RetainedMap, AChangedPlanIsSeen) {
    RetainedMap map;
    const ScenePtr scene = townScene();
    expectSame(map, *scene, viewAt(500, 500), "as it was");
    auto changed = std::make_shared<MapScene>(*scene);
    MapLayer& sites = changed->layers[5];
    ASSERT_TRUE(sites.isPlanDrawing);
    sites = mapLayer(made("sites", {{"S1", "Mill Lane yard", "", rectangle(560, 300, 700, 370)}}), "site_allocation");
    expectSame(map, *changed, viewAt(500, 500), "with a site moved");
    expectSame(map, *withVisibility(*changed, "parks", false), viewAt(500, 500), "with the park hidden");
    expectSame(map, *withFindings(*changed, {}), viewAt(500, 500), "without findings");
}

TEST(RetainedMap, AnotherScaleOrThemeIsNotMixedWithTheOld) {
    RetainedMap map;
    const ScenePtr scene = townScene();
    expectSame(map, *scene, viewAt(500, 500), "near");
    MapView far = viewAt(500, 500);
    far.metresPerUnit = 3.0;
    expectSame(map, *scene, far, "far");
    expectSame(map, *scene, viewAt(480, 500), "near again, elsewhere");
    const QImage dark = map.draw(*scene, viewAt(480, 500), theme(ThemeKind::dark));
    EXPECT_TRUE(
        alike(dark.pixelColor(0, 0), map.draw(*scene, viewAt(480, 500), theme(ThemeKind::dark)).pixelColor(0, 0)));
    EXPECT_GT(strayPixels(dark, pictureOf(*scene, viewAt(480, 500))), kSide) << "it is another theme";
}

TEST(RetainedMap, WhatIsStoppedDoesNotSpoilTheNextPicture) {
    RetainedMap map;
    const ScenePtr scene = townScene();
    expectSame(map, *scene, viewAt(500, 500), "at first");
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_TRUE(map.draw(*scene, viewAt(600, 500), theme(ThemeKind::light), stopped.get_token()).isNull());
    EXPECT_TRUE(map.draw(*scene, viewAt(600, 400), theme(ThemeKind::light), stopped.get_token()).isNull());
    expectSame(map, *scene, viewAt(650, 450), "after two that were stopped");
    for (int microseconds = 0; microseconds < 4000; microseconds += 250) { // wherever it may be stopped
        std::stop_source stop;
        std::thread stopper([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
            stop.request_stop();
        });
        (void)map.draw(*scene, viewAt(300 + microseconds / 20.0 * 1.25, 500), theme(ThemeKind::light),
                       stop.get_token());
        stopper.join();
    }
    expectSame(map, *scene, viewAt(350, 500), "after many that were stopped");
}

TEST(RetainedMap, KeepsLittle) {
    RetainedMap map;
    const ScenePtr scene = townScene();
    MapView view = viewAt(500, 500, 3.0);
    for (int i = 0; i < 30; ++i) {
        view.metresPerUnit *= 1.1;
        (void)map.draw(*scene, view, theme(ThemeKind::light));
    }
    EXPECT_LE(map.bytes(), std::size_t{48} << 20);
}

TEST(RetainedMap, AnImpossibleViewGivesNoPicture) {
    RetainedMap map;
    MapView view = viewAt(500, 500);
    view.metresPerUnit = 0.0;
    EXPECT_TRUE(map.draw(*townScene(), view, theme(ThemeKind::light)).isNull());
}

} // namespace
} // namespace merestone::map
