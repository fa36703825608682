// SPDX-License-Identifier: MIT
#include "cartography/map_view.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone;
using namespace merestone::map;

namespace {

MapView someView() {
    MapView view;
    view.centre = {407000, 284000};
    view.metresPerUnit = 2.0;
    view.size = QSizeF(800, 600);
    return view;
}

} // namespace

TEST(MapView, PutsItsCentreInTheMiddleAndNorthUp) {
    const MapView view = someView();
    EXPECT_EQ(view.toUnits(Point{407000, 284000}), QPointF(400, 300));
    EXPECT_EQ(view.toUnits(Point{407100, 284100}), QPointF(450, 250));
}

TEST(MapView, TransformAgreesWithItsFunctionsAndGoesBack) {
    const MapView view = someView();
    const Point there{406512.25, 284319.75};
    const QPointF mapped = view.toUnits().map(QPointF(there.x, there.y));
    EXPECT_NEAR(mapped.x(), view.toUnits(there).x(), 1e-6);
    EXPECT_NEAR(mapped.y(), view.toUnits(there).y(), 1e-6);
    const Point back = view.toMetres(view.toUnits(there));
    EXPECT_NEAR(back.x, there.x, 1e-6);
    EXPECT_NEAR(back.y, there.y, 1e-6);
}

TEST(MapView, ExtentIsWhatItShows) {
    const QRectF extent = someView().extent();
    EXPECT_EQ(extent, QRectF(QPointF(406200, 283400), QPointF(407800, 284600)));
}

TEST(MapView, FittingShowsTheWholeBoxWithItsMargin) {
    const Box box{0, 0, 1000, 100};
    const MapView view = MapView::fitting(box, QSizeF(500, 500), 0.1);
    EXPECT_TRUE(view.box().contains(box));
    EXPECT_NEAR(view.toUnits(Point{0, 50}).x(), 50, 1e-9); // a tenth of the width on each side
    EXPECT_NEAR(view.toUnits(Point{1000, 50}).x(), 450, 1e-9);
}

TEST(MapView, FittingAPointKeepsSomethingRoundIt) {
    const MapView view = MapView::fitting({5, 5, 5, 5}, QSizeF(300, 200), 0.0, 60.0);
    EXPECT_TRUE(view.valid());
    EXPECT_NEAR(view.box().maxY - view.box().minY, 60.0, 1e-9);
    EXPECT_TRUE(MapView::fitting(Box(), QSizeF(300, 200)).valid()); // nothing to show
}

TEST(MapView, ZoomKeepsThePlaceUnderThePointer) {
    const MapView view = someView();
    const QPointF pointer(123, 456);
    const Point under = view.toMetres(pointer);
    const MapView closer = view.zoomed(2.5, pointer);
    EXPECT_DOUBLE_EQ(closer.metresPerUnit, 0.8);
    EXPECT_NEAR(closer.toMetres(pointer).x, under.x, 1e-6);
    EXPECT_NEAR(closer.toMetres(pointer).y, under.y, 1e-6);
}

TEST(MapView, PanMovesTheLandWithThePointer) {
    const MapView view = someView();
    const Point under = view.toMetres(QPointF(100, 100));
    const Point after = view.panned(QPointF(30, -20)).toMetres(QPointF(130, 80));
    EXPECT_NEAR(after.x, under.x, 1e-6);
    EXPECT_NEAR(after.y, under.y, 1e-6);
}

TEST(MapView, ScaleIsMillimetresOnPaper) {
    MapView view = someView();
    view.unitsPerMm = 10;
    view.setScaleDenominator(2500);
    EXPECT_DOUBLE_EQ(view.metresPerUnit * 10, 2.5); // a millimetre is 2.5 m
    EXPECT_DOUBLE_EQ(view.scaleDenominator(), 2500);
}

TEST(MapView, SenselessOnesAreNotValid) {
    for (const auto& spoil :
         {+[](MapView& v) { v.metresPerUnit = 0; }, +[](MapView& v) { v.size = QSizeF(0, 0); },
          +[](MapView& v) { v.centre.setX(std::nan("")); }, +[](MapView& v) { v.metresPerUnit = std::nan(""); }}) {
        MapView view = someView();
        spoil(view);
        EXPECT_FALSE(view.valid());
    }
}
