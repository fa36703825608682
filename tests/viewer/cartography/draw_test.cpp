// SPDX-License-Identifier: MIT
#include "cartography/draw_map.hpp"
#include "cartography/draw_marks.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <QPainter>

#include <gtest/gtest.h>

#include <thread>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

const Theme& light() {
    return theme(ThemeKind::light);
}

/// Small plots side by side, `side` metres each.
MapLayer plots(int count, double side) {
    std::vector<Made> features;
    for (int x = 0; x < count; ++x) {
        for (int y = 0; y < count; ++y) {
            features.push_back({std::to_string(x * count + y), "", "shop",
                                rectangle(x * side, y * side, (x + 1) * side, (y + 1) * side)});
        }
    }
    return mapLayer(made("parcels", features));
}

int changedPixels(const QImage& a, const QImage& b) {
    int changed = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            changed += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return changed;
}

} // namespace

TEST(Draw, APlotHasTheColourOfItsUse) {
    const ScenePtr scene = sceneOf({mapLayer(made("parcels", {{"1", "", "shop", rectangle(20, 20, 80, 80)}}))});
    const QImage image = pictureOf(*scene, squareView(100, 200));
    EXPECT_TRUE(alike(image.pixelColor(100, 100), light().symbol(Kind::shopping).fill));
    EXPECT_TRUE(alike(image.pixelColor(10, 10), light().background));
}

TEST(Draw, AHoleStaysOpen) {
    const ScenePtr scene = sceneOf({mapLayer(
        made("parks", {{"1", "", "", "POLYGON((0 0,100 0,100 100,0 100,0 0),(30 30,70 30,70 70,30 70,30 30))"}}))});
    const QImage image = pictureOf(*scene, squareView(100, 200));
    EXPECT_TRUE(alike(image.pixelColor(100, 100), light().background));
    EXPECT_TRUE(alike(image.pixelColor(30, 30), light().symbol(Kind::park).fill));
}

TEST(Draw, PlotsFarSmallerThanAPixelStillFillTheirLand) {
    const ScenePtr scene = sceneOf({plots(100, 1)}); // 100 m of plots on 20 pixels
    const QImage image = pictureOf(*scene, squareView(200, 40));
    EXPECT_TRUE(alike(image.pixelColor(10, 30), light().symbol(Kind::shopping).fill))
        << image.pixelColor(10, 30).name().toStdString();
    EXPECT_TRUE(alike(image.pixelColor(30, 10), light().background));
}

TEST(Draw, ATinySiteIsNeverLost) {
    const ScenePtr scene =
        sceneOf({mapLayer(made("sites", {{"S", "", "", rectangle(5000, 5000, 5001, 5001)}}), "site_allocation")});
    const MapView view = squareView(10000, 100);
    EXPECT_GT(changedPixels(pictureOf(*scene, view), pictureOf(*sceneOf({}), view)), 0);
}

TEST(Draw, StreetsJoinWithoutAnEdgeBetweenThem) {
    const ScenePtr scene = sceneOf({mapLayer(
        made("streets", {{"1", "", "", "LINESTRING(0 50,50 50)"}, {"2", "", "", "LINESTRING(50 0,50 50,100 50)"}}))});
    const QImage image = pictureOf(*scene, squareView(100, 200));
    EXPECT_TRUE(alike(image.pixelColor(100, 100), light().symbol(Kind::street).stroke));
}

TEST(Draw, OutsideTheAreaIsVeiled) {
    MapLayer area = mapLayer(made("area", {{"A", "", "", rectangle(0, 0, 50, 100)}}), "neighbourhood_area");
    auto scene = std::make_shared<MapScene>(
        *sceneOf({mapLayer(made("parcels", {{"1", "", "shop", rectangle(0, 0, 100, 100)}})), area}));
    scene->area = area.features;
    const QImage image = pictureOf(*scene, squareView(100, 200));
    EXPECT_TRUE(alike(image.pixelColor(40, 100), light().symbol(Kind::shopping).fill));
    EXPECT_FALSE(alike(image.pixelColor(160, 100), light().symbol(Kind::shopping).fill));
}

TEST(Draw, AHighResolutionPictureShowsTheSamePlaces) {
    const ScenePtr scene = sceneOf({plots(10, 10)});
    MapView view = squareView(200, 100);
    view.devicePixelRatio = 2;
    const QImage image = pictureOf(*scene, view);
    ASSERT_EQ(image.size(), QSize(200, 200));
    EXPECT_TRUE(alike(image.pixelColor(50, 150), light().symbol(Kind::shopping).fill, 25));
    EXPECT_TRUE(alike(image.pixelColor(150, 50), light().background));
}

TEST(Draw, StopsWhenAsked) {
    const ScenePtr scene = sceneOf({plots(100, 1)});
    std::stop_source source;
    source.request_stop();
    QImage image(50, 50, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    EXPECT_FALSE(drawMap(painter, *scene, squareView(100, 50), light(), source.get_token()));
    EXPECT_TRUE(drawMap(painter, *scene, squareView(100, 50), light()));
}

TEST(Draw, AnythingGoesWithASenselessView) {
    const ScenePtr scene = sceneOf({plots(3, 1)});
    QImage image(50, 50, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    MapView view = squareView(100, 50);
    view.metresPerUnit = 0;
    EXPECT_TRUE(drawMap(painter, *scene, view, light()));
    view = squareView(100, 50);
    view.centre = {1e12, -1e12};
    EXPECT_TRUE(drawMap(painter, *scene, view, light()));
    view = squareView(1e-6, 50);
    EXPECT_TRUE(drawMap(painter, *scene, view, light()));
}

TEST(Draw, TwoThreadsDrawOneSceneAlike) {
    const ScenePtr scene =
        sceneOf({plots(30, 7), mapLayer(made("streets", {{"1", "Mill Lane", "", "LINESTRING(0 50,200 60)"}}))});
    std::vector<QImage> images(4);
    {
        std::vector<std::jthread> threads;
        for (QImage& image : images) {
            threads.emplace_back([&image, &scene] { image = pictureOf(*scene, squareView(210, 300)); });
        }
    }
    for (const QImage& image : images) {
        EXPECT_EQ(image, images.front());
    }
}

TEST(Marks, AFindingIsMarkedOnTheDefectInItsColour) {
    const ScenePtr scene =
        sceneOf({mapLayer(made("sites", {{"S", "", "", rectangle(0, 0, 100, 100)}}), "site_allocation")},
                {finding("sites", "S", Verdict::fail, rectangle(70, 70, 100, 100))});
    const Point anchor = scene->findings->marks[0].anchor;
    EXPECT_GT(anchor.x, 70);
    EXPECT_GT(anchor.y, 70);
    const QImage image = pictureOf(*scene, squareView(100, 400));
    const QPointF at = squareView(100, 400).toUnits(anchor);
    // Left in the diamond, away from its sign.
    EXPECT_TRUE(alike(image.pixelColor(static_cast<int>(at.x()) - 4, static_cast<int>(at.y())),
                      light().verdict(Verdict::fail).colour));
}

TEST(Marks, ADistanceIsMarkedAtItsSubject) {
    const ScenePtr scene =
        sceneOf({mapLayer(made("sites", {{"S", "", "", rectangle(0, 0, 10, 10)}}), "site_allocation")},
                {finding("sites", "S", Verdict::fail, "LINESTRING(90 5,10 5)")});
    EXPECT_EQ(scene->findings->marks[0].anchor, (Point{10, 5}));
}

TEST(Marks, CrowdedMarkersStandAsOneThatShowsTheWorst) {
    std::vector<Made> features;
    std::vector<Finding> findings;
    for (int i = 0; i < 5; ++i) {
        const std::string id = std::to_string(i);
        features.push_back({id, "", "", "POINT(" + std::to_string(50 + i) + " 50)"});
        findings.push_back(finding("schools", id, i == 3 ? Verdict::fail : Verdict::cannotTell));
    }
    const ScenePtr scene = sceneOf({mapLayer(made("schools", features))}, findings);
    const std::vector<MarkCluster> crowded = clusterMarks(*scene, squareView(1000, 400));
    ASSERT_EQ(crowded.size(), 1U);
    EXPECT_EQ(crowded[0].marks.size(), 5U);
    EXPECT_EQ(scene->findings->marks[crowded[0].marks.front()].verdict, Verdict::fail);
    EXPECT_EQ(clusterMarks(*scene, squareView(100, 4000)).size(), 5U);
}

TEST(Marks, OnlyShownVerdictsAreDrawn) {
    const std::vector<MapLayer> layers{
        mapLayer(made("sites", {{"S", "", "", rectangle(0, 0, 9, 9)}}), "site_allocation")};
    Finding waived = finding("sites", "S", Verdict::fail);
    waived.waived = WaiverNote{"agreed", "group", ""};
    const MapView view = squareView(100, 200);
    EXPECT_TRUE(clusterMarks(*sceneOf(layers, {waived}), view).empty());
    EXPECT_TRUE(clusterMarks(*sceneOf(layers, {finding("sites", "S", Verdict::pass)}), view).empty());
    EXPECT_TRUE(clusterMarks(*sceneOf(layers, {finding("sites", "nobody", Verdict::fail)}), view).empty());
    EXPECT_EQ(clusterMarks(*sceneOf(layers, {finding("sites", "S", Verdict::fail)}), view).size(), 1U);
}
