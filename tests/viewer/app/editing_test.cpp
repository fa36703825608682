// SPDX-License-Identifier: MIT
#include "drawn_plan.hpp"

#include "commands/edit_shape.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"

#include <QSignalSpy>

#include <fstream>

namespace merestone::viewer {
namespace {

using Editing = tests::DrawnPlanTest;
using tests::squareAt;

TEST_F(Editing, DraggingACornerChangesTheFindingsAndUndoBringsThemBack) {
    EXPECT_EQ(conflicts(), 1U);
    shrinkSecondSite();
    EXPECT_EQ(conflicts(), 0U) << areaOf(1);
    EXPECT_TRUE(m_window.isWindowModified());
    m_window.document().stack().undo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 1U);
    EXPECT_NEAR(areaOf(1), 10000.0, 1e-6);
    m_window.document().stack().redo();
    ASSERT_TRUE(settles());
    EXPECT_EQ(conflicts(), 0U);
}

TEST_F(Editing, FindingsChangeWhileTheCornerIsStillHeld) {
    click(407550, 283550);
    QSignalSpy results(&m_window.session(), &PlanSession::resultChanged);
    MapCanvas& canvas = m_window.canvas();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(407600, 283600));
    QTest::mouseMove(&canvas, at(407560, 283560));
    QTest::mouseMove(&canvas, at(407501, 283501));
    ASSERT_TRUE(QTest::qWaitFor([&] { return conflicts() == 0; }, tests::kPatienceMs));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    ASSERT_TRUE(QTest::qWaitFor([&] { return conflicts() == 1; }, tests::kPatienceMs)) << "Escape takes it back";
    EXPECT_EQ(m_window.document().stack().count(), 0);
    EXPECT_FALSE(m_window.isWindowModified());
}

TEST_F(Editing, TheWholeFeatureCanBeMoved) {
    click(407550, 283550);
    drag({407550, 283550}, {407580, 283570});
    ASSERT_TRUE(settles());
    const Box box = m_window.session().snapshot()->layer("sites")->boxes()[1];
    const double unit = m_window.canvas().view().metresPerUnit;
    EXPECT_NEAR(box.minX, 407530.0, 2 * unit);
    EXPECT_NEAR(box.minY, 283520.0, 2 * unit);
    EXPECT_NEAR(areaOf(1), 10000.0, 1e-3);
}

TEST_F(Editing, ADoubleClickAddsACornerAndBackspaceTakesItOut) {
    click(407550, 283550);
    QTest::mouseDClick(&m_window.canvas(), Qt::LeftButton, {}, at(407550, 283600));
    ASSERT_TRUE(settles());
    EXPECT_EQ(m_window.document().stack().count(), 1);
    EXPECT_EQ(m_window.canvas().editTool().hasTarget(), true);
    click(407550, 283600);
    QTest::keyClick(&m_window.canvas(), Qt::Key_Backspace);
    ASSERT_TRUE(settles());
    EXPECT_EQ(m_window.session().snapshot()->layer("sites")->geometry().points(1).size(), 5U);
}

TEST_F(Editing, AFeatureIsDeletedAndComesBackWithAllItHad) {
    click(407550, 283550);
    QTest::keyClick(&m_window, Qt::Key_Delete);
    ASSERT_TRUE(QTest::qWaitFor([&] { return siteCount() == 1; }, tests::kPatienceMs));
    EXPECT_EQ(conflicts(), 0U);
    m_window.document().stack().undo();
    ASSERT_TRUE(QTest::qWaitFor([&] { return siteCount() == 2; }, tests::kPatienceMs));
    const LayerPtr sites = m_window.session().snapshot()->layer("sites");
    EXPECT_EQ(sites->displayName(1), "Corner");
    EXPECT_EQ(sites->column("dwellings")->text(1), "12");
}

TEST_F(Editing, SavingWritesTheFileAndOnlyThen) {
    shrinkSecondSite();
    const double area = areaOf(1);
    PlanSession other;
    const auto reads = [&] {
        other.open(QString::fromStdString(m_world.plan()), {}, true);
        EXPECT_TRUE(QTest::qWaitFor([&] { return other.state() == SessionState::upToDate; }, tests::kPatienceMs));
        return other.snapshot()->layer("sites")->areas()[1];
    };
    EXPECT_NEAR(reads(), 10000.0, 1e-6);
    QSignalSpy saved(&m_window.document(), &EditDocument::saved);
    m_window.document().save();
    ASSERT_TRUE(saved.wait(tests::kPatienceMs)) << m_window.message().toStdString();
    EXPECT_FALSE(m_window.isWindowModified());
    EXPECT_NEAR(reads(), area, 1e-6);
}

TEST_F(Editing, WhatIsNotSavedOutlivesReadingThePlanAgain) {
    shrinkSecondSite();
    m_window.session().reopen();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return m_window.session().state() == SessionState::upToDate && conflicts() == 0; }, tests::kPatienceMs));
    EXPECT_LT(areaOf(1), 9000.0);
}

TEST_F(Editing, WhatIsDrawnWhileThePlanIsReadAgainIsCheckedOnce) {
    QSignalSpy failures(&m_window.session(), &PlanSession::operationFailed);
    EditDocument& document = m_window.document();
    m_window.session().reopen();
    EXPECT_EQ(document.remove("sites", 1), "");
    EXPECT_EQ(document.add("sites", tests::squareAt(407200, 283200, 50)), "");
    ASSERT_TRUE(QTest::qWaitFor([&] { return siteCount() == 2 && conflicts() == 1; }, tests::kPatienceMs));
    ASSERT_TRUE(settles());
    EXPECT_TRUE(failures.isEmpty()) << failures[0][0].toString().toStdString();
    EXPECT_EQ(siteCount(), 2U);
    EXPECT_EQ(m_window.session().snapshot()->layer("sites")->fid(0), 2);
    EXPECT_EQ(document.features("sites")->size(), 2U);
    document.clear();
}

TEST_F(Editing, AFileThatCannotBeWrittenKeepsTheChanges) {
    shrinkSecondSite();
    std::ofstream(m_world / "plan.gpkg-wal") << "another program's";
    QSignalSpy failures(&m_window.session(), &PlanSession::operationFailed);
    m_window.document().save();
    ASSERT_TRUE(failures.wait(tests::kPatienceMs));
    EXPECT_TRUE(m_window.message().contains("open in another program")) << m_window.message().toStdString();
    EXPECT_TRUE(m_window.document().isModified());
    std::filesystem::remove(m_world / "plan.gpkg-wal");
    QSignalSpy saved(&m_window.document(), &EditDocument::saved);
    m_window.document().save();
    EXPECT_TRUE(saved.wait(tests::kPatienceMs));
    m_window.document().clear();
}

TEST_F(Editing, OtherPeoplesLayersCannotBeChanged) {
    EXPECT_FALSE(m_window.document().whyNot("area").isEmpty()) << "a GeoJSON file";
    EXPECT_TRUE(m_window.document().whyNot("sites").isEmpty());
    EXPECT_FALSE(m_window.document().whyNot("nowhere").isEmpty());
}

TEST(EditShape, KeepsRingsClosedAndHoles) {
    PackedGeometry geometry = squareAt(0, 0, 10);
    EditShape shape(geometry, 0);
    const auto corner = shape.cornerNear({9.9, 10.1}, 0.5);
    ASSERT_TRUE(corner);
    shape.moveCorner(*corner, {20, 20});
    PackedGeometry read;
    ASSERT_EQ(appendWkb(read, shape.wkb()).kind, WkbOutcome::Kind::read);
    EXPECT_EQ(read.points(0).front(), read.points(0).back());
    EXPECT_NEAR(area(read, 0), 200.0, 1e-9);
    const auto edge = shape.edgeNear({5, 0.1}, 0.5);
    ASSERT_TRUE(edge);
    const auto added = shape.insertCorner(*edge, {5, -5});
    EXPECT_EQ(shape.corners()[0].size(), 5U);
    EXPECT_TRUE(shape.removeCorner(added));
    EXPECT_TRUE(shape.removeCorner({0, 0}));
    EXPECT_FALSE(shape.removeCorner({0, 0})) << "a triangle keeps its corners";
}

} // namespace
} // namespace merestone::viewer
