// SPDX-License-Identifier: MIT
#include "cartography/draw_map.hpp"
#include "cartography/legend.hpp"
#include "cartography/map_filter.hpp"
#include "cartography/retained_map.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <QPainter>

#include <gtest/gtest.h>

#include <algorithm>

namespace merestone::map {
namespace {

using namespace testing_support;

/// Two plots side by side on 100 m, with a gap between them.
ScenePtr twoPlots() {
    return sceneOf({mapLayer(made(
        "parcels", {{"1", "", "house", rectangle(10, 10, 45, 90)}, {"2", "", "house", rectangle(55, 10, 90, 90)}}))});
}

ScenePtr filtered(const MapScene& scene, const std::vector<std::uint32_t>& rows, bool fades = false) {
    return withFilter(scene, makeFilter(scene.layers[0], rows, QStringLiteral("use = 'house'"), fades));
}

/// How strongly two colours differ.
int difference(QColor a, QColor b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

TEST(Filter, OutlinesWhatMatchesAndNothingElse) {
    const ScenePtr plain = twoPlots();
    const MapView view = squareView(100, 200);
    const QImage before = pictureOf(*plain, view);
    const QImage after = pictureOf(*filtered(*plain, {1}), view);
    EXPECT_TRUE(alike(after.pixelColor(110, 100), theme(ThemeKind::light).highlightOther)) << "its left edge";
    EXPECT_GT(difference(after.pixelColor(145, 100), before.pixelColor(145, 100)), 20) << "its middle, tinted";
    EXPECT_EQ(after.copy(0, 0, 100, 200), before.copy(0, 0, 100, 200)) << "the other plot stays as it is";
}

TEST(Filter, FadesAllElseButShowsMatchesAsTheyAre) {
    const ScenePtr plain = twoPlots();
    const MapView view = squareView(100, 200);
    const QImage before = pictureOf(*plain, view);
    const QImage outlined = pictureOf(*filtered(*plain, {1}), view);
    const QImage faded = pictureOf(*filtered(*plain, {1}, true), view);
    const QColor ground = theme(ThemeKind::light).background;
    EXPECT_LT(difference(faded.pixelColor(20, 100), ground), difference(before.pixelColor(20, 100), ground) / 2 + 1);
    EXPECT_TRUE(alike(faded.pixelColor(145, 100), outlined.pixelColor(145, 100), 4));
}

TEST(Filter, WhileItFadesOnlyMatchesAreNamed) {
    const ScenePtr sites = sceneOf({mapLayer(
        made("sites", {{"S1", "One", "", rectangle(10, 10, 45, 90)}, {"S2", "Two", "", rectangle(55, 10, 90, 90)}}),
        "site_allocation")});
    const MapView view = squareView(100, 400);
    const ScenePtr faded = filtered(*sites, {1}, true);
    const QImage with = pictureOf(*faded, view);
    QImage without(with.size(), with.format());
    without.setDevicePixelRatio(with.devicePixelRatio());
    QPainter painter(&without);
    DrawOptions noLabels;
    noLabels.labels = false;
    (void)drawMap(painter, *faded, view, theme(ThemeKind::light), {}, noLabels);
    painter.end();
    EXPECT_EQ(with.copy(0, 0, 200, 400), without.copy(0, 0, 200, 400)) << "S1 is not named";
    EXPECT_NE(with.copy(200, 0, 200, 400), without.copy(200, 0, 200, 400)) << "S2 is";
}

TEST(Filter, AThousandMatchesAreStillToBeSeen) {
    std::vector<Made> plots;
    std::vector<std::uint32_t> rows;
    for (int i = 0; i < 6400; ++i) {
        const double x = 10.0 * (i % 80);
        const double y = 10.0 * (i / 80);
        plots.push_back({std::to_string(i), "", "house", rectangle(x, y, x + 9, y + 9)});
        if (i % 80 < 40) {
            rows.push_back(static_cast<std::uint32_t>(i));
        }
    }
    const ScenePtr scene = sceneOf({mapLayer(made("parcels", plots))});
    for (const int pixels : {200, 800}) { // some pixels each, and many
        const QImage picture = pictureOf(*filtered(*scene, rows), squareView(800, pixels));
        const QImage before = pictureOf(*scene, squareView(800, pixels));
        const int at = pixels / 4 + 1;
        EXPECT_GT(difference(picture.pixelColor(at, at), before.pixelColor(at, at)), 60) << pixels;
        EXPECT_EQ(picture.pixelColor(3 * at, at), before.pixelColor(3 * at, at)) << pixels;
    }
}

TEST(Filter, TheRetainedPictureIsTheSame) {
    const ScenePtr scene = filtered(*twoPlots(), {0}, true);
    RetainedMap map;
    const Theme& light = theme(ThemeKind::light);
    MapView view = squareView(100, 200);
    const QImage unfiltered = map.draw(*twoPlots(), view, light);
    for (int step = 0; step < 3; ++step) {
        const QImage kept = map.draw(*scene, view, light);
        const QImage drawn = pictureOf(*scene, view);
        ASSERT_EQ(kept.size(), drawn.size());
        for (const QPoint& at : {QPoint(20, 100), QPoint(30, 60), QPoint(110, 100), QPoint(150, 150), QPoint(2, 2)}) {
            EXPECT_TRUE(alike(kept.pixelColor(at), drawn.pixelColor(at))) << step << ": " << at.x() << ", " << at.y();
        }
        view = view.panned({7, -4});
    }
}

TEST(Filter, TheLegendTellsWhatWasAskedFor) {
    const MapView view = squareView(100, 200);
    const auto tells = [&](const MapScene& scene) {
        const std::vector<LegendEntry> entries = legendOf(scene, view);
        return std::any_of(entries.begin(), entries.end(), [](const LegendEntry& entry) {
            return entry.title == QString("Picked out: use = 'house'") && entry.shape == Shape::polygon;
        });
    };
    EXPECT_TRUE(tells(*filtered(*twoPlots(), {1})));
    EXPECT_FALSE(tells(*twoPlots()));
}

} // namespace
} // namespace merestone::map
