// SPDX-License-Identifier: MIT
#include "drawing.hpp"

#include "geometry/kernels.hpp"

#include <QAction>
#include <QComboBox>
#include <QSignalSpy>

namespace merestone::viewer {
namespace {

using tests::squareAt;

using Drawing = tests::DrawingTest;

TEST_F(Drawing, AnAreaSnapsToParcelsAndIsCheckedAtOnce) {
    const std::size_t before = conflicts();
    clickAll({{407622, 283499}, {407661, 283501}, {407659, 283518}, {407621, 283522}});
    EXPECT_TRUE(message().find("area 800.0 m²") != std::string::npos) << message();
    press(Qt::Key_Return);
    ASSERT_TRUE(settles()) << message();
    ASSERT_EQ(siteCount(), 3U) << message();
    EXPECT_DOUBLE_EQ(areaOf(2), 800.0) << "two parcels, to the last digit";
    EXPECT_EQ(layer("sites")->id(2), "S3");
    EXPECT_EQ(conflicts(), before + 1) << "nobody has said how many homes";
    EXPECT_TRUE(m_window.isWindowModified());
    m_window.document().stack().undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(siteCount(), 2U);
    EXPECT_EQ(conflicts(), before);
    EXPECT_FALSE(m_window.isWindowModified()) << "it came and went";
}

TEST_F(Drawing, TheMarkShowsWhatIsSnappedToAndAltTurnsItOff) {
    QTest::mouseMove(&m_window.canvas(), at(407622, 283499));
    ASSERT_TRUE(m_window.canvas().snap());
    EXPECT_EQ(m_window.canvas().snap()->place, (Point{407620, 283500}));
    EXPECT_EQ(m_window.canvas().snap()->kind, Snap::Kind::corner);
    const QColor mark = map::theme(map::ThemeKind::light).highlightOther;
    EXPECT_EQ(colourAt(at(407620, 283500) + QPoint(7, 0)), mark) << "the side of the square";
    clickAll({{407622, 283499}}, Qt::AltModifier);
    EXPECT_FALSE(m_window.canvas().snap());
    ASSERT_EQ(m_window.canvas().drawTool().points().size(), 1U);
    EXPECT_NE(m_window.canvas().drawTool().points()[0], (Point{407620, 283500}));
}

TEST_F(Drawing, SnappingCanBeSwitchedOff) {
    QTest::keyClick(&m_window, Qt::Key_S);
    clickAll({{407622, 283499}});
    EXPECT_NE(m_window.canvas().drawTool().points().at(0), (Point{407620, 283500}));
    QTest::keyClick(&m_window, Qt::Key_S);
    clickAll({{407622, 283499}});
    EXPECT_EQ(m_window.canvas().drawTool().points().at(1), (Point{407620, 283500}));
}

TEST_F(Drawing, BackspaceTakesAPlaceBackAndEscapeAllThenTheTool) {
    clickAll({{407420, 283420}, {407440, 283420}, {407440, 283440}});
    press(Qt::Key_Backspace);
    EXPECT_EQ(m_window.canvas().drawTool().points().size(), 2U);
    press(Qt::Key_Return);
    EXPECT_TRUE(message().find("three corners") != std::string::npos) << message();
    EXPECT_EQ(m_window.canvas().drawTool().points().size(), 2U) << "it can be drawn on";
    press(Qt::Key_Escape);
    EXPECT_TRUE(m_window.canvas().drawTool().empty());
    EXPECT_EQ(m_window.canvas().tool(), MapCanvas::Tool::draw);
    press(Qt::Key_Escape);
    EXPECT_EQ(m_window.canvas().tool(), MapCanvas::Tool::browse);
    EXPECT_EQ(m_window.document().stack().count(), 0);
}

TEST_F(Drawing, ADoubleClickEnds) {
    clickAll({{407420, 283420}, {407440, 283420}, {407440, 283440}});
    QTest::mouseDClick(&m_window.canvas(), Qt::LeftButton, {}, at(407440, 283440));
    ASSERT_TRUE(settles());
    EXPECT_EQ(siteCount(), 3U) << message();
}

TEST_F(Drawing, AnOutlineThatCrossesItselfIsNotTaken) {
    clickAll({{407420, 283420}, {407460, 283460}, {407460, 283420}, {407420, 283460}});
    press(Qt::Key_Return);
    EXPECT_TRUE(message().find("crosses or touches itself") != std::string::npos) << message();
    EXPECT_EQ(m_window.canvas().drawTool().points().size(), 4U);
    EXPECT_EQ(m_window.document().stack().count(), 0);
}

TEST_F(Drawing, AnAreaIsDrawnByKeysAlone) {
    m_window.canvas().setTool(MapCanvas::Tool::browse);
    m_window.canvas().setFocus();
    QTest::keyClick(&m_window, Qt::Key_D);
    ASSERT_EQ(m_window.canvas().tool(), MapCanvas::Tool::draw);
    QTest::keyClick(&m_window, Qt::Key_S); // where the middle of the map is does not matter here
    press(Qt::Key_Space);
    press(Qt::Key_Right);
    press(Qt::Key_Space);
    press(Qt::Key_Up);
    press(Qt::Key_Space);
    press(Qt::Key_Return);
    ASSERT_TRUE(settles());
    EXPECT_EQ(siteCount(), 3U) << message();
}

TEST_F(Drawing, LinesAndPointsGoIntoLayersOfTheirOwn) {
    m_window.drafting().setLayer("frontages");
    clickAll({{407420, 283420}, {407460, 283420}, {407460, 283440}});
    press(Qt::Key_Return);
    m_window.drafting().setLayer("views");
    clickAll({{407430, 283430}});
    ASSERT_TRUE(settles()) << message();
    ASSERT_EQ(layer("frontages")->size(), 1U) << message();
    EXPECT_EQ(layer("frontages")->geometry().shape(0), Shape::line);
    ASSERT_EQ(layer("views")->size(), 1U);
    EXPECT_EQ(layer("views")->geometry().shape(0), Shape::point);
    QSignalSpy saved(&m_window.document(), &EditDocument::saved);
    m_window.document().save();
    ASSERT_TRUE(saved.wait(tests::kPatienceMs)) << message();
    PlanSession other;
    other.open(QString::fromStdString(m_world.plan()), {}, true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return other.state() == SessionState::upToDate; }, tests::kPatienceMs));
    EXPECT_EQ(other.snapshot()->layer("frontages")->size(), 1U);
    EXPECT_EQ(other.snapshot()->layer("views")->id(0), "new-1");
}

TEST_F(Drawing, AnIdIsNeverGivenTwice) {
    const std::vector<Point> corners{{407420, 283420}, {407440, 283420}, {407440, 283440}};
    clickAll(corners);
    press(Qt::Key_Return);
    clickAll(corners); // before the first has been worked out
    press(Qt::Key_Return);
    const LayerPtr drawn = m_window.document().features("sites");
    ASSERT_EQ(drawn->size(), 4U);
    EXPECT_EQ(drawn->id(2), "S3");
    EXPECT_EQ(drawn->id(3), "S4");
    EXPECT_NE(drawn->fid(2), drawn->fid(3));
    EXPECT_EQ(m_window.document().remove("sites", drawn->fid(3)), QString());
    clickAll(corners);
    press(Qt::Key_Return);
    EXPECT_EQ(m_window.document().features("sites")->id(3), "S5") << "S4 was another";
    ASSERT_TRUE(settles());
    EXPECT_EQ(siteCount(), 4U);
    m_window.document().clear();
}

TEST_F(Drawing, OnlyThePlansOwnLayersAreOffered) {
    EXPECT_EQ(m_window.document().layers(), QStringList({"frontages", "views", "sites"}));
    EXPECT_FALSE(m_window.document().add("parcels", squareAt(407420, 283420, 10)).isEmpty());
    EXPECT_EQ(m_window.document().stack().count(), 0);
}

TEST_F(Drawing, ACornerThatIsDraggedSnapsToo) {
    m_window.canvas().setTool(MapCanvas::Tool::edit);
    click(407550, 283550);
    drag({407600, 283500}, {407622, 283502});
    ASSERT_TRUE(settles());
    const auto points = layer("sites")->geometry().points(1);
    EXPECT_NE(std::find(points.begin(), points.end(), (Point{407620, 283500})), points.end());
}

TEST_F(Drawing, CornersAreMovedByKeysAlone) {
    m_window.canvas().setTool(MapCanvas::Tool::edit);
    click(407550, 283550);
    press(Qt::Key_BracketRight);
    const std::optional<Point> held = m_window.canvas().editTool().heldCorner();
    ASSERT_TRUE(held);
    press(Qt::Key_Up, Qt::ControlModifier);
    ASSERT_TRUE(settles());
    const double unit = m_window.canvas().view().metresPerUnit;
    EXPECT_NEAR(m_window.canvas().editTool().heldCorner().value_or(Point{}).y, held->y + unit, 1e-9);
    press(Qt::Key_Insert);
    EXPECT_EQ(m_window.document().features("sites")->geometry().points(1).size(), 6U);
    EXPECT_EQ(m_window.document().stack().count(), 2);
    m_window.document().clear();
}

TEST_F(Drawing, AShapeThatCrossesItselfIsNotDragged) {
    m_window.canvas().setTool(MapCanvas::Tool::edit);
    click(407550, 283550);
    drag({407600, 283600}, {407550, 283450});
    EXPECT_TRUE(message().find("crosses or touches itself") != std::string::npos) << message();
    EXPECT_EQ(m_window.document().stack().count(), 0);
    ASSERT_TRUE(settles());
    EXPECT_DOUBLE_EQ(areaOf(1), 10000.0) << "what was shown while it was dragged is taken back";
}

} // namespace
} // namespace merestone::viewer
