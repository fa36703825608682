// SPDX-License-Identifier: MIT
#include "cartography/map_sheet.hpp"
#include "viewer/cartography/made_scene.hpp"

#include <QPainter>

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::map;
using namespace merestone::map::testing_support;

namespace {

ScenePtr twoSites() {
    return sceneOf({mapLayer(made("sites", {{"S1", "Large yard", "", rectangle(0, 0, 500, 500)},
                                            {"S2", "Corner", "", rectangle(600, 600, 605, 606)}}),
                             "site_allocation")},
                   {finding("sites", "S2", Verdict::fail)});
}

} // namespace

TEST(Sheet, KeepsTheStatedScale) {
    SheetOptions options;
    options.scaleDenominator = 2500;
    const SheetLayout layout = layOut(*twoSites(), options, 4.0, 1.0);
    EXPECT_DOUBLE_EQ(layout.view.scaleDenominator(), 2500);
    // 100 m are 40 mm, which are 160 units.
    EXPECT_NEAR(layout.view.toUnits(Point{100, 0}).x() - layout.view.toUnits(Point{0, 0}).x(), 160, 1e-6);
}

TEST(Sheet, ShowsTheWholePlanWhereNoScaleIsStated) {
    const ScenePtr scene = twoSites();
    for (const Page page : {Page::a4, Page::a4Portrait, Page::a3, Page::a3Portrait}) {
        SheetOptions options;
        options.sizeMm = pageMillimetres(page);
        const SheetLayout layout = layOut(*scene, options, 4.0, 1.0);
        EXPECT_TRUE(layout.view.box().contains(scene->bounds()));
        EXPECT_TRUE(layout.page.contains(layout.map));
        EXPECT_TRUE(layout.page.contains(layout.legend));
        EXPECT_FALSE(layout.legend.intersects(layout.map));
    }
}

TEST(Sheet, DrawsNothingOfTheMapInItsMargins) {
    const ScenePtr scene = sceneOf({mapLayer(made("parcels", {{"1", "", "shop", rectangle(-1e5, -1e5, 1e5, 1e5)}}))});
    SheetOptions options;
    options.box = {0, 0, 100, 100};
    const SheetLayout layout = layOut(*scene, options, 2.0, 1.0);
    QImage image(layout.page.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    ASSERT_TRUE(drawSheet(painter, *scene, layout, options, theme(ThemeKind::light)));
    painter.end();
    EXPECT_EQ(image.pixelColor(2, 2), QColor(Qt::white));
    EXPECT_EQ(image.pixelColor(image.width() - 3, image.height() - 3), QColor(Qt::white));
    EXPECT_TRUE(
        alike(image.pixelColor(layout.map.center().toPoint()), theme(ThemeKind::light).symbol(Kind::shopping).fill));
}

TEST(Sheet, NamesWhatIsTooSmallToBeSeen) {
    const ScenePtr scene = twoSites();
    SheetOptions options;
    options.scaleDenominator = 5000; // 6 m are 1.2 mm
    const SheetLayout layout = layOut(*scene, options, 4.0, 1.0);
    const std::vector<TooSmall> small = tooSmallOnPaper(*scene, layout.view);
    ASSERT_EQ(small.size(), 1U);
    EXPECT_EQ(small[0].name, QStringLiteral("Corner"));
    EXPECT_NEAR(small[0].millimetres, 1.2, 1e-9);
    EXPECT_NEAR(small[0].denominatorNeeded, 2000, 1e-9);
    options.scaleDenominator = 2000;
    EXPECT_TRUE(tooSmallOnPaper(*scene, layOut(*scene, options, 4.0, 1.0).view).empty());
}

TEST(Sheet, AFindingIsShownWithItsSurroundings) {
    const ScenePtr scene = twoSites();
    const Box box = surroundings(*scene, 0);
    EXPECT_TRUE(box.contains(Box{600, 600, 605, 606}));
    EXPECT_GE(box.maxX - box.minX, 100);
}

TEST(Sheet, IsNoTroubleForAnEmptyPlan) {
    const ScenePtr scene = sceneOf({});
    const SheetOptions options;
    const SheetLayout layout = layOut(*scene, options, 2.0, 1.0);
    QImage image(layout.page.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    EXPECT_TRUE(drawSheet(painter, *scene, layout, options, theme(ThemeKind::dark)));
}
