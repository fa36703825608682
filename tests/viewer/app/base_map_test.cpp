// SPDX-License-Identifier: MIT
#include "viewer/base_map/made_raster.hpp"
#include "window.hpp"

#include "app/base_map_dialog.hpp"
#include "app/base_map_menu.hpp"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

namespace merestone::viewer {
namespace {

using map::SceneBackdrop;

/// The window, and a picture in pure blue of all that the plan is about and more.
class BaseMapInWindow : public tests::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        map::testing_support::MadeRaster made;
        made.west = 406000;
        made.north = 286000;
        made.pixel = 100;
        made.value = [](int band, int, int) { return band == 3 ? 255 : 0; };
        map::testing_support::writeTiff(m_world / "blue.tif", made);
    }
    [[nodiscard]] BaseMapMenu& base() { return m_window.baseMap(); }
    void open(const char* name, const QString& licence = {}) {
        base().open(QString::fromStdString((m_world / name).string()), licence);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !base().isBusy(); }, tests::kPatienceMs));
        ASSERT_TRUE(drawn());
    }
    /// How much more blue than red the ground is, beside the sites.
    [[nodiscard]] int blueness() {
        const QColor colour = colourAt(at(408500, 284500));
        return colour.blue() - colour.red();
    }
};

TEST_F(BaseMapInWindow, LiesBeneathThePlanAsStronglyAsIsChosen) {
    const int without = blueness();
    open("blue.tif");
    const int medium = blueness();
    EXPECT_GT(medium, without + 60);
    base().setStrength(SceneBackdrop::kFaint);
    ASSERT_TRUE(drawn());
    const int faint = blueness();
    EXPECT_LT(faint, medium - 30);
    EXPECT_GT(faint, without + 30);
    base().drop();
    ASSERT_TRUE(drawn());
    EXPECT_NEAR(blueness(), without, 2);
}

TEST_F(BaseMapInWindow, FollowsTheMap) {
    open("blue.tif");
    m_window.canvas().zoomTo(Box{408400, 284400, 408600, 284600});
    ASSERT_TRUE(drawn());
    EXPECT_GT(blueness(), 60);
    m_window.canvas().setView(m_window.canvas().view().panned({200, 0}));
    ASSERT_TRUE(drawn());
    EXPECT_GT(colourAt({5, 5}).blue() - colourAt({5, 5}).red(), 60) << "the strip that came into sight";
}

TEST_F(BaseMapInWindow, ItsLicenceIsToldOnTheMapAndOnSheets) {
    open("blue.tif");
    const QImage without = m_window.canvas().grab().toImage();
    open("blue.tif", "© Somebody 2026");
    EXPECT_TRUE(m_window.grab().save(MERESTONE_SCREENSHOTS "/base-map.png")); // for people to look at
    const QRect corner(m_window.canvas().width() - 60, m_window.canvas().height() - 12, 50, 8);
    EXPECT_NE(m_window.canvas().grab().toImage().copy(corner), without.copy(corner));
    EXPECT_EQ(m_window.canvas().scene()->licences.last(), "© Somebody 2026");
}

TEST_F(BaseMapInWindow, WhatCannotBeShownIsToldAndThePlanStaysAsItWas) {
    open("blue.tif");
    QSignalSpy problems(&base(), &BaseMapMenu::problem);
    open("plan.yaml");
    ASSERT_EQ(problems.count(), 1);
    EXPECT_TRUE(m_window.message().contains("a base map is a GeoTIFF")) << m_window.message().toStdString();
    EXPECT_GT(blueness(), 60) << "the one before is still there";
}

TEST_F(BaseMapInWindow, IsRememberedForEachPlan) {
    QCoreApplication::setOrganizationName("MerestoneTest");
    QCoreApplication::setApplicationName("base_map_test");
    QSettings().clear();
    const QString plan = m_window.session().file();
    const tests::World elsewhere(tests::passingSite());
    open("blue.tif", "© Somebody");
    base().setStrength(SceneBackdrop::kStrong);
    m_window.openPlan(QString::fromStdString(elsewhere.plan()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return base().backdrop().source == nullptr; }, tests::kPatienceMs));
    ASSERT_TRUE(reaches(SessionState::upToDate));
    m_window.openPlan(plan);
    ASSERT_TRUE(QTest::qWaitFor([&] { return base().backdrop().source != nullptr; }, tests::kPatienceMs));
    EXPECT_EQ(base().backdrop().licence, "© Somebody");
    EXPECT_EQ(base().backdrop().strength, SceneBackdrop::kStrong);
    QSettings().clear();
    QCoreApplication::setOrganizationName({});
    QCoreApplication::setApplicationName({});
}

TEST(BaseMapDialogs, AsksForAFileBeforeItGoesOn) {
    BaseMapDialog dialog({}, {}, nullptr);
    const QPushButton& use = *dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    EXPECT_FALSE(use.isEnabled());
    QTest::keyClicks(dialog.findChild<QLineEdit*>("file"), "a.tif");
    QTest::keyClicks(dialog.findChild<QLineEdit*>("licence"), " by  somebody ");
    EXPECT_TRUE(use.isEnabled());
    EXPECT_EQ(dialog.file(), "a.tif");
    EXPECT_EQ(dialog.licence(), "by somebody");
}

} // namespace
} // namespace merestone::viewer
