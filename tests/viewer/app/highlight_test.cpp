// SPDX-License-Identifier: MIT
#include "app/map_canvas.hpp"
#include "viewer/cartography/made_scene.hpp"
#include "window.hpp"

#include <QPainter>
#include <QSignalSpy>

#include <cmath>
#include <numbers>

namespace merestone::viewer {
namespace {

using namespace map::testing_support;

constexpr int kPixels = 400;

/// A disc of 800 m in a square of 1,000 m, with so many corners.
map::ScenePtr discOf(int corners) {
    std::string wkt = "POLYGON ((";
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % corners) / corners;
        wkt += std::to_string(500 + 400 * std::cos(angle)) + " " + std::to_string(500 + 400 * std::sin(angle)) +
               (i < corners ? ", " : "))");
    }
    return sceneOf({mapLayer(made("zones", {{"Z1", "Disc", "", wkt}}))});
}

Highlight highlightOf(const map::ScenePtr& scene) {
    return {scene, squareView(1000, kPixels), map::ThemeKind::light, {{0, 0}}, {}};
}

TEST(Highlights, OnlyManyCornersAreLarge) {
    EXPECT_FALSE(highlightOf(discOf(40)).isLarge());
    EXPECT_TRUE(highlightOf(discOf(4000)).isLarge());
    Highlight nothing = highlightOf(discOf(4000));
    nothing.features.clear();
    EXPECT_FALSE(nothing.isLarge());
    nothing.features = {{7, 0}};
    EXPECT_FALSE(nothing.isLarge()) << "of another scene";
}

TEST(Highlights, AreDrawnElsewhereAsTheyAreHere) {
    const Highlight wanted = highlightOf(discOf(4000));
    QImage here(kPixels, kPixels, QImage::Format_ARGB32_Premultiplied);
    here.fill(Qt::transparent);
    QPainter painter(&here);
    wanted.draw(painter);
    painter.end();
    HighlightRenderer renderer;
    QSignalSpy ready(&renderer, &HighlightRenderer::ready);
    renderer.request(highlightOf(discOf(3000)));
    renderer.request(wanted);
    EXPECT_TRUE(renderer.isBusy());
    ASSERT_TRUE(ready.wait(tests::kPatienceMs));
    EXPECT_EQ(ready.count(), 1) << "what was overtaken is not shown";
    EXPECT_EQ(ready[0][0].value<QImage>(), here);
    EXPECT_FALSE(renderer.isBusy());
    renderer.request(wanted);
    renderer.drop();
    EXPECT_FALSE(renderer.isBusy());
    EXPECT_FALSE(ready.wait(300));
}

TEST(Highlights, ALargeFeatureIsOutlinedOnTheMapAndLetGoOf) {
    MapCanvas canvas;
    canvas.resize(kPixels, kPixels);
    canvas.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&canvas, tests::kPatienceMs));
    canvas.setScene(discOf(4000));
    canvas.setView(squareView(1000, kPixels));
    const auto settles = [&] { return QTest::qWaitFor([&] { return canvas.isSettled(); }, tests::kPatienceMs); };
    ASSERT_TRUE(settles());
    const QPoint edge = canvas.view().toUnits(Point{900, 500}).toPoint();
    const QColor before = canvas.grab().toImage().pixelColor(edge);
    canvas.setSelection({{0, 0}});
    EXPECT_FALSE(canvas.isSettled());
    ASSERT_TRUE(settles());
    EXPECT_TRUE(alike(canvas.grab().toImage().pixelColor(edge), map::theme(map::ThemeKind::light).highlight));
    canvas.setSelection({});
    EXPECT_TRUE(alike(canvas.grab().toImage().pixelColor(edge), before));
}

} // namespace
} // namespace merestone::viewer
