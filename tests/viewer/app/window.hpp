// SPDX-License-Identifier: MIT
#pragma once

#include "app/findings_panel.hpp"
#include "app/identify_panel.hpp"
#include "app/main_window.hpp"
#include "app/search_box.hpp"
#include "cli/world.hpp"

#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

namespace merestone::tests {

inline constexpr int kPatienceMs = 60000; ///< for a slow machine; a test waits no longer than it takes

/// The real window with a plan of two sites open, checked and drawn: S1 passes, S2 has too few homes.
class WindowTest : public testing::Test {
protected:
    void SetUp() override {
        m_window.resize(1300, 800);
        m_window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_window, kPatienceMs));
        m_window.openPlan(QString::fromStdString(m_world.plan()));
        ASSERT_TRUE(reaches(viewer::SessionState::upToDate));
        ASSERT_TRUE(drawn());
    }
    [[nodiscard]] bool reaches(viewer::SessionState state) {
        return QTest::qWaitFor([&] { return m_window.session().state() == state; }, kPatienceMs);
    }
    [[nodiscard]] bool drawn() {
        return QTest::qWaitFor([&] { return m_window.canvas().isSettled(); }, kPatienceMs);
    }
    /// Where a place is on the canvas.
    [[nodiscard]] QPoint at(double easting, double northing) {
        return m_window.canvas().view().toUnits(Point{easting, northing}).toPoint();
    }
    [[nodiscard]] QColor colourAt(const QPoint& place) { return m_window.canvas().grab().toImage().pixelColor(place); }
    void click(double easting, double northing) {
        QTest::mouseClick(&m_window.canvas(), Qt::LeftButton, {}, at(easting, northing));
    }

    static constexpr const char* kSecondSite = "H1.density|sites:S2";
    World m_world{passingAndConflicting()};
    viewer::MainWindow m_window;
};

} // namespace merestone::tests
