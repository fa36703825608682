// SPDX-License-Identifier: MIT
#include "drawn_plan.hpp"

#include "app/linked_maps.hpp"
#include "app/versions_window.hpp"
#include "exchange/findings_json.hpp"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>

#include <fstream>

namespace merestone::viewer {
namespace {

using tests::kPatienceMs;

/// The plan in the main window beside an earlier version: S2 had no homes at all, and S3 is gone since.
class Versions : public tests::DrawnPlanTest {
protected:
    [[nodiscard]] VersionsWindow& window() { return *m_window.versions(); }
    [[nodiscard]] bool compares(const std::function<void()>& ask) {
        ask();
        QSignalSpy compared(m_window.versions(), &VersionsWindow::compared);
        return compared.wait(kPatienceMs);
    }
    /// "what became of it: rule subject" of each row.
    [[nodiscard]] std::vector<std::string> rows() {
        std::vector<std::string> texts;
        for (int row = 0; row < window().rows().rowCount(); ++row) {
            const QModelIndex index = window().rows().index(row, 0);
            const QString now = index.data(VersionsModel::NowKeyRole).toString();
            const QString key = now.isEmpty() ? index.data(VersionsModel::BeforeKeyRole).toString() : now;
            texts.push_back((index.data().toString() + ": " + key).toStdString());
        }
        return texts;
    }
    tests::World m_earlier{{{"S1", "Mill Lane", "50", 100.0, 100.0},
                            {"S2", "Corner site", "5", 500.0, 500.0},
                            {"S3", "Bridge", "3", 900.0, 900.0}}};
};

TEST_F(Versions, TellWhatBecameOfEachFinding) {
    ASSERT_TRUE(compares([&] { m_window.compareWith(QString::fromStdString(m_earlier.plan())); }))
        << window().state().toStdString();
    EXPECT_EQ(rows(),
              (std::vector<std::string>{"▼ better: H1.density|sites:S2", "– no longer there: H1.density|sites:S3"}));
    EXPECT_EQ(window().state(), QString());
    EXPECT_TRUE(window().summary().contains("H1")) << window().summary().toStdString();
    const QModelIndex better = window().rows().index(0, 0);
    EXPECT_TRUE(better.siblingAtColumn(VersionsModel::Before).data().toString().startsWith("policy conflict, 5"))
        << better.siblingAtColumn(VersionsModel::Before).data().toString().toStdString();
    EXPECT_TRUE(better.siblingAtColumn(VersionsModel::Now).data().toString().startsWith("policy conflict, 12"))
        << better.siblingAtColumn(VersionsModel::Now).data().toString().toStdString();
}

TEST_F(Versions, ShowOneViewInBothMapsAndTheChosenPlace) {
    ASSERT_TRUE(compares([&] { m_window.compareWith(QString::fromStdString(m_earlier.plan())); }));
    MapCanvas& before = window().maps().before();
    MapCanvas& now = window().maps().now();
    window().list().setCurrentIndex(window().rows().index(0, 0));
    EXPECT_EQ(before.view().centre, now.view().centre);
    EXPECT_NEAR(now.view().centre.x(), 407550.0, 1.0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return before.isSettled() && now.isSettled(); }, kPatienceMs));
    window().grab().save(QStringLiteral(MERESTONE_SCREENSHOTS "/versions.png"));
    before.zoomBy(2.0);
    EXPECT_DOUBLE_EQ(before.view().metresPerUnit, now.view().metresPerUnit);
    QTest::keyClick(&now, Qt::Key_Right);
    EXPECT_EQ(before.view().centre, now.view().centre);
    window().list().setCurrentIndex(window().rows().index(1, 0));
    EXPECT_NEAR(now.view().centre.x(), 407950.0, 1.0) << "where it was";
}

TEST_F(Versions, FollowWhatIsDrawnAgainstWhatIsSaved) {
    ASSERT_TRUE(compares([&] { m_window.compareWithSaved(); }));
    EXPECT_EQ(rows(), std::vector<std::string>{"○ stayed: H1.density|sites:S2"});
    QSignalSpy compared(&window(), &VersionsWindow::compared);
    shrinkSecondSite();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return compared.count() > 0 && rows() == std::vector<std::string>{"– no longer there: H1.density|sites:S2"};
        },
        kPatienceMs));
}

TEST_F(Versions, WhatIsSavedCountsAsSaved) {
    ASSERT_TRUE(compares([&] { m_window.compareWithSaved(); }));
    shrinkSecondSite();
    m_window.document().save();
    ASSERT_TRUE(QTest::qWaitFor([&] { return rows().empty() && window().state().isEmpty(); }, kPatienceMs))
        << "both hold no conflict then";
}

TEST_F(Versions, TakeASavedRunAndSayWhatItLacks) {
    const std::string file = (m_world / "earlier.json").string();
    RunResult run = *m_window.session().result();
    run.findings.clear();
    {
        std::ofstream out(file);
        writeJson(out, run);
    }
    ASSERT_TRUE(compares([&] { m_window.compareWith(QString::fromStdString(file)); }))
        << window().state().toStdString();
    EXPECT_EQ(rows(), std::vector<std::string>{"★ new: H1.density|sites:S2"});
    EXPECT_TRUE(window().state().contains("findings only"));
}

TEST_F(Versions, SayWhatIsWrongWithTheOtherVersion) {
    m_earlier.edit("for: sites", "for: sights");
    m_window.compareWith(QString::fromStdString(m_earlier.plan()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window().state().contains("sights"); }, kPatienceMs));
    m_window.compareWith(QString::fromStdString((m_world / "gone.json").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window().state().contains("gone.json"); }, kPatienceMs));
    ASSERT_TRUE(compares([&] { m_window.compareWithSaved(); })) << "and another can be tried";
}

TEST_F(Versions, AreCopiedAndSavedAsAPage) {
    ASSERT_TRUE(compares([&] { m_window.compareWith(QString::fromStdString(m_earlier.plan())); }));
    window().copy();
    const QString table = QGuiApplication::clipboard()->text();
    EXPECT_EQ(table.count('\n'), 3) << table.toStdString();
    EXPECT_TRUE(table.startsWith("Became\tRule\tFinding\tBefore\tNow\tWhat has changed\n"));
    const QString file = QString::fromStdString((m_world / "page.html").string());
    QSignalSpy written(&window(), &VersionsWindow::pageWritten);
    window().savePage(file);
    ASSERT_TRUE(written.wait(kPatienceMs)) << window().state().toStdString();
    QFile page(file);
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    EXPECT_TRUE(page.readAll().contains("What has changed: Test Neighbourhood Plan"));
    window().savePage(QString::fromStdString((m_world / "nowhere/page.html").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window().state().contains("nowhere"); }, kPatienceMs));
}

TEST_F(Versions, CanBeStoppedAndClosedAtAnyTime) {
    m_window.compareWith(QString::fromStdString(m_earlier.plan()));
    window().cancel();
    EXPECT_EQ(window().state(), "Stopped.");
    ASSERT_TRUE(compares([&] { m_window.compareWith(QString::fromStdString(m_earlier.plan())); }));
    for (int i = 0; i < 5; ++i) {
        m_window.compareWith(QString::fromStdString(m_earlier.plan()));
        delete &window();
        EXPECT_EQ(m_window.versions(), nullptr);
    }
}

} // namespace
} // namespace merestone::viewer
