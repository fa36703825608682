// SPDX-License-Identifier: MIT
#include "window.hpp"

#include "app/scale_bar.hpp"

#include <QApplication>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

namespace merestone::viewer {
namespace {

class Canvas : public tests::WindowTest {
protected:
    MapCanvas& canvas() { return m_window.canvas(); }
    void wheel(const QPointF& at, int notches) {
        QWheelEvent event(at, canvas().mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &event);
    }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(&canvas(), Qt::LeftButton, keys, from);
        QTest::mouseMove(&canvas(), (from + to) / 2);
        QTest::mouseMove(&canvas(), to);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, keys, to);
    }
};

TEST_F(Canvas, ShowsTheWholeAreaAtFirst) {
    EXPECT_TRUE(canvas().view().box().contains(Box{407000, 283000, 409000, 285000}));
}

TEST_F(Canvas, TheWheelZoomsAboutTheMouse) {
    const QPointF place(100, 150);
    const Point before = canvas().view().toMetres(place);
    const double scale = canvas().view().metresPerUnit;
    wheel(place, 3);
    EXPECT_NEAR(canvas().view().metresPerUnit, scale / std::pow(1.25, 3), 1e-9);
    const Point after = canvas().view().toMetres(place);
    EXPECT_NEAR(after.x, before.x, 1e-6);
    EXPECT_NEAR(after.y, before.y, 1e-6);
}

TEST_F(Canvas, ADragMovesTheMapWithTheMouse) {
    const Point held = canvas().view().toMetres(QPointF(200, 200));
    drag({200, 200}, {260, 170});
    const Point now = canvas().view().toMetres(QPointF(260, 170));
    EXPECT_NEAR(now.x, held.x, 1e-6);
    EXPECT_NEAR(now.y, held.y, 1e-6);
}

TEST_F(Canvas, NamesGrowWithTheLettersOfAllPrograms) {
    EXPECT_EQ(canvas().labelScale(), 1.0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return canvas().isSettled(); }, tests::kPatienceMs));
    QSignalSpy settled(&canvas(), &MapCanvas::settled);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(2.0 * before.pointSizeF());
    QApplication::setFont(large);
    EXPECT_TRUE(QTest::qWaitFor([&] { return canvas().labelScale() > 1.4; }, tests::kPatienceMs));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !settled.isEmpty(); }, tests::kPatienceMs)) << "drawn anew";
    QApplication::setFont(before);
    EXPECT_TRUE(QTest::qWaitFor([&] { return canvas().labelScale() == 1.0; }, tests::kPatienceMs));
}

TEST_F(Canvas, AClickIsNoDrag) {
    const map::MapView before = canvas().view();
    QSignalSpy clicks(&canvas(), &MapCanvas::clicked);
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {200, 200});
    EXPECT_EQ(clicks.count(), 1);
    EXPECT_EQ(canvas().view().centre, before.centre);
}

TEST_F(Canvas, ABoxZoomsAndTheToolIsPutAway) {
    canvas().setTool(MapCanvas::Tool::zoomBox);
    drag(at(407400, 283700), at(407700, 283400));
    EXPECT_TRUE(canvas().view().box().contains(Box{407405, 283405, 407695, 283695}));
    EXPECT_LT(canvas().view().box().maxX - canvas().view().box().minX, 800.0);
    EXPECT_EQ(canvas().tool(), MapCanvas::Tool::browse);
}

TEST_F(Canvas, ShiftAndDragSelectsWhatTheBoxMeets) {
    drag(at(407050, 283250), at(407250, 283050), Qt::ShiftModifier);
    EXPECT_EQ(m_window.identified().topLevelItem(0)->text(0), "Sites: S1 Mill Lane");
}

TEST_F(Canvas, TheKeyboardDoesWhatTheMouseDoes) {
    canvas().setFocus();
    const map::MapView before = canvas().view();
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QTest::keyClick(&canvas(), Qt::Key_Up);
    EXPECT_GT(canvas().view().centre.x(), before.centre.x());
    EXPECT_GT(canvas().view().centre.y(), before.centre.y());
    QTest::keyClick(&canvas(), Qt::Key_Left);
    QTest::keyClick(&canvas(), Qt::Key_Down);
    EXPECT_NEAR(canvas().view().centre.x(), before.centre.x(), 1e-6);
    QTest::keyClick(&m_window, Qt::Key_Plus);
    EXPECT_LT(canvas().view().metresPerUnit, before.metresPerUnit);
    QSignalSpy clicks(&canvas(), &MapCanvas::clicked);
    QTest::keyClick(&canvas(), Qt::Key_Return);
    EXPECT_EQ(clicks.count(), 1);
}

TEST_F(Canvas, MeasuresLengthWithTheEnginesFigures) {
    canvas().setTool(MapCanvas::Tool::measureLength);
    canvas().zoomTo(Box{407000, 283000, 407200, 283200});
    const Point a = canvas().view().toMetres(QPointF(100, 100));
    const Point b = canvas().view().toMetres(QPointF(400, 300));
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {100, 100});
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, {400, 300});
    EXPECT_EQ(m_window.message(),
              QString("Length %1 m, straight, on the planar grid").arg(std::hypot(b.x - a.x, b.y - a.y), 0, 'f', 1));
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    EXPECT_EQ(m_window.message(), QString());
}

TEST_F(Canvas, MeasuresArea) {
    canvas().setTool(MapCanvas::Tool::measureArea);
    canvas().setScale(1000.0);
    const double side = 100 * canvas().view().metresPerUnit;
    for (const QPoint& corner : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 200), QPoint(100, 200)}) {
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, corner);
    }
    EXPECT_EQ(m_window.message(), QString("Area %1 m², on the planar grid").arg(side * side, 0, 'f', 1));
}

TEST_F(Canvas, TheScaleBoxSetsTheScale) {
    canvas().setScale(2500.0);
    EXPECT_NEAR(canvas().view().scaleDenominator(), 2500.0, 1e-6);
}

TEST_F(Canvas, DrawsASiteInAnotherColourThanTheLandBesideIt) {
    canvas().zoomTo(Box{407100, 283100, 407200, 283200});
    ASSERT_TRUE(drawn());
    EXPECT_NE(colourAt(at(407120, 283120)), colourAt(at(407080, 283080)));
}

TEST_F(Canvas, TheLastPictureStaysUntilTheNextIsReady) {
    const QPoint place = at(407150, 283150);
    const QColor site = colourAt(place);
    canvas().setView(canvas().view().panned({30, 20})); // nothing has been drawn for this view yet
    EXPECT_EQ(colourAt(place + QPoint(30, 20)), site);
}

TEST_F(Canvas, NothingIsTooSmallOrTooFarToShow) {
    canvas().setScale(1e12);
    canvas().setScale(1e-12);
    canvas().resize(1, 1);
    canvas().resize(500, 400);
    canvas().zoomTo(Box{407150, 283150, 407150, 283150});
    EXPECT_TRUE(canvas().view().valid());
    EXPECT_TRUE(drawn());
}

TEST(Renderer, TheNewestRequestWins) {
    FrameRenderer renderer;
    QSignalSpy frames(&renderer, &FrameRenderer::frameReady);
    auto scene = std::make_shared<map::MapScene>();
    scene->findings = std::make_shared<const map::FindingMarks>();
    map::MapView view;
    view.size = QSizeF(300, 200);
    constexpr int kMany = 50;
    for (int i = 1; i <= kMany; ++i) {
        view.metresPerUnit = i;
        renderer.request({scene, view, map::ThemeKind::light, 1.0, nullptr});
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return !renderer.isBusy() && frames.count() > 0; }, tests::kPatienceMs));
    EXPECT_LE(frames.count(), 3) << "most were overtaken before they began";
    EXPECT_EQ(frames.last()[1].value<map::MapView>().metresPerUnit, kMany);
}

TEST(Renderer, MayGoWhileItDraws) {
    auto scene = std::make_shared<map::MapScene>();
    scene->findings = std::make_shared<const map::FindingMarks>();
    for (int i = 0; i < 20; ++i) {
        FrameRenderer renderer;
        renderer.request({scene, map::MapView(), map::ThemeKind::light, 1.0, nullptr});
    }
}

TEST(ScaleBar, LengthsAreRound) {
    EXPECT_EQ(roundLength(130.0), 100.0);
    EXPECT_EQ(roundLength(499.0), 200.0);
    EXPECT_EQ(roundLength(500.0), 500.0);
    EXPECT_NEAR(roundLength(0.7), 0.5, 1e-12);
    EXPECT_EQ(roundLength(0.0), 0.0);
    EXPECT_EQ(roundLength(std::nan("")), 0.0);
}

} // namespace
} // namespace merestone::viewer
