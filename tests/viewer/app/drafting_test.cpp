// SPDX-License-Identifier: MIT
#include "drawing.hpp"

#include <QAction>

namespace merestone::viewer {
namespace {

class Drafting : public tests::DrawingTest {
protected:
    void use(MapCanvas::Tool tool) { m_window.canvas().setTool(tool); }
    void edge(const std::vector<Point>& line) {
        clickAll(line, Qt::AltModifier);
        press(Qt::Key_Return);
    }
    [[nodiscard]] LayerPtr sites() { return m_window.document().features("sites"); }
    void undo() { QTest::keyClick(&m_window, Qt::Key_Z, Qt::ControlModifier); }
};

TEST_F(Drafting, ASiteIsMadeOfChosenParcels) {
    use(MapCanvas::Tool::choose);
    EXPECT_EQ(m_window.drafting().source(), QString("parcels"));
    clickAll({{407630, 283510}, {407650, 283510}, {407670, 283510}, {407650, 283510}});
    EXPECT_NE(message().find("2 feature(s) chosen, 800.0 m²"), std::string::npos) << message();
    clickAll({{407650, 283510}});
    QTest::keyClick(&m_window, Qt::Key_M, Qt::ControlModifier);
    ASSERT_TRUE(settles());
    ASSERT_EQ(siteCount(), 3U) << message();
    EXPECT_DOUBLE_EQ(areaOf(2), 1200.0);
    EXPECT_EQ(layer("sites")->geometry().partCount(2), 1U);
    undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(siteCount(), 2U);
}

TEST_F(Drafting, ABoxChoosesAllThatItMeetsAndEscapeLetsGo) {
    use(MapCanvas::Tool::choose);
    MapCanvas& canvas = m_window.canvas();
    QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, at(407625, 283505));
    QTest::mouseMove(&canvas, at(407640, 283520));
    QTest::mouseMove(&canvas, at(407675, 283535));
    QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, at(407675, 283535));
    EXPECT_NE(message().find("6 feature(s) chosen"), std::string::npos) << message();
    press(Qt::Key_Escape);
    EXPECT_EQ(canvas.tool(), MapCanvas::Tool::choose);
    QTest::keyClick(&m_window, Qt::Key_M, Qt::ControlModifier);
    EXPECT_NE(message().find("Choose the features"), std::string::npos) << message();
    EXPECT_EQ(m_window.document().stack().count(), 0);
}

TEST_F(Drafting, AnAreaIsSplitAndMergedAgain) {
    use(MapCanvas::Tool::split);
    edge({{407480, 283530}, {407615, 283530}});
    ASSERT_TRUE(settles());
    ASSERT_EQ(siteCount(), 3U) << message();
    EXPECT_NEAR(areaOf(1) + areaOf(2), 10000.0, 1e-6);
    EXPECT_GT(areaOf(1), areaOf(2)) << "the larger piece stays the site";
    EXPECT_EQ(sites()->id(1), "S2");
    EXPECT_EQ(sites()->id(2), "S3");
    EXPECT_EQ(sites()->column("dwellings")->text(2), "12") << "for somebody to share out";
    use(MapCanvas::Tool::choose);
    m_window.drafting().setSource("sites");
    clickAll({{407550, 283570}, {407550, 283510}});
    QTest::keyClick(&m_window, Qt::Key_G, Qt::ControlModifier);
    ASSERT_TRUE(settles());
    ASSERT_EQ(siteCount(), 2U) << message();
    EXPECT_NEAR(areaOf(1), 10000.0, 1e-6);
    EXPECT_EQ(sites()->id(1), "S2");
    undo();
    undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(siteCount(), 2U);
    EXPECT_DOUBLE_EQ(areaOf(1), 10000.0);
    EXPECT_FALSE(m_window.document().stack().canUndo());
}

TEST_F(Drafting, ALineThatStopsWithinSplitsNothing) {
    use(MapCanvas::Tool::split);
    edge({{407480, 283530}, {407550, 283530}});
    EXPECT_NE(message().find("right across"), std::string::npos) << message();
    EXPECT_EQ(m_window.document().stack().count(), 0);
    EXPECT_FALSE(m_window.canvas().drawTool().empty()) << "it can be drawn on";
}

TEST_F(Drafting, AHoleIsCutAndFilled) {
    use(MapCanvas::Tool::cutHole);
    edge({{407530, 283530}, {407570, 283530}, {407570, 283570}, {407530, 283570}});
    ASSERT_TRUE(settles());
    EXPECT_NEAR(areaOf(1), 10000.0 - 1600.0, 160.0) << message();
    use(MapCanvas::Tool::edit);
    click(407510, 283510);
    ASSERT_TRUE(m_window.canvas().editTool().hasTarget());
    QTest::keyClick(&m_window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_NE(message().find("corner of the hole"), std::string::npos) << message();
    const Point corner = sites()->geometry().run(sites()->geometry().runsBegin(1) + 1).front();
    click(corner.x, corner.y);
    QTest::keyClick(&m_window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(settles());
    EXPECT_NEAR(areaOf(1), 10000.0, 1e-6) << message();
}

TEST_F(Drafting, AHoleThatReachesOutIsRefused) {
    use(MapCanvas::Tool::cutHole);
    edge({{407530, 283530}, {407610, 283530}, {407610, 283570}});
    EXPECT_NE(message().find("inside"), std::string::npos) << message();
    EXPECT_EQ(m_window.document().stack().count(), 0);
}

TEST_F(Drafting, TracingFollowsTheEdgesOfParcels) {
    use(MapCanvas::Tool::draw);
    clickAll({{407620, 283500}});
    QTest::mouseClick(&m_window.canvas(), Qt::LeftButton, Qt::ShiftModifier, at(407680, 283500));
    EXPECT_EQ(m_window.canvas().drawTool().points(),
              (std::vector<Point>{{407620, 283500}, {407640, 283500}, {407660, 283500}, {407680, 283500}}));
    QTest::keyClick(&m_window, Qt::Key_T);
    clickAll({{407680, 283540}});
    EXPECT_EQ(m_window.canvas().drawTool().points().size(), 6U) << "by way of 407680, 283520";
    press(Qt::Key_Backspace);
    EXPECT_EQ(m_window.canvas().drawTool().points().size(), 4U) << "a traced step is taken back as one";
}

} // namespace
} // namespace merestone::viewer
