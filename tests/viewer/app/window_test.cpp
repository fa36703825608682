// SPDX-License-Identifier: MIT
#include "window.hpp"

#include "app/automation.hpp"
#include "app/waive_dialog.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTreeWidget>

#include <map>

namespace merestone::viewer {
namespace {

class Window : public tests::WindowTest {
protected:
    [[nodiscard]] QString explanation() { return m_window.findings().findChild<QTextBrowser*>()->toPlainText(); }
    /// Clicks on the row of a finding as a user does.
    void clickFinding(const char* key) {
        QTreeView& view = *m_window.findings().view();
        ASSERT_TRUE(m_window.findings().choose(key));
        m_window.canvas().zoomToEverything();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.currentIndex()).center());
    }
};

TEST_F(Window, ListsTheFindingAndSaysHowItStands) {
    EXPECT_TRUE(m_window.findings().choose(kSecondSite));
    EXPECT_FALSE(m_window.findings().choose("H1.density|sites:S1")) << "it passes";
    EXPECT_EQ(m_window.windowTitle(), QString("Test Neighbourhood Plan[*] — Merestone"));
}

TEST_F(Window, AClickOnAFindingGoesThereAndExplains) {
    clickFinding(kSecondSite);
    const Box seen = m_window.canvas().view().box();
    EXPECT_TRUE(seen.contains(Box{407500, 283500, 407600, 283600})) << "the whole site, with a margin";
    EXPECT_LT(seen.maxX - seen.minX, 600.0) << "and near";
    const QString text = explanation();
    EXPECT_TRUE(text.contains("Corner site holds 12 homes on 1.00 ha")) << text.toStdString();
    EXPECT_TRUE(text.contains("12 per ha")) << text.toStdString();
    EXPECT_TRUE(text.contains("at least 40")) << text.toStdString();
    EXPECT_TRUE(text.contains("Test Development Plan, TP30 (to be confirmed)")) << text.toStdString();
}

TEST_F(Window, TheChosenFindingIsHighlightedOnTheMap) {
    m_window.canvas().zoomTo(Box{407500, 283500, 407600, 283600});
    ASSERT_TRUE(drawn());
    const QImage before = m_window.canvas().grab().toImage();
    m_window.canvas().setFinding(kSecondSite);
    EXPECT_NE(m_window.canvas().grab().toImage(), before);
}

TEST_F(Window, NStepsThroughTheFindingsRoundTheEnd) {
    QTest::keyClick(&m_window, Qt::Key_N);
    EXPECT_EQ(m_window.findings().chosenKey(), kSecondSite);
    QTest::keyClick(&m_window, Qt::Key_N, Qt::ShiftModifier);
    EXPECT_EQ(m_window.findings().chosenKey(), kSecondSite);
}

TEST_F(Window, TheChoiceSurvivesANewRun) {
    ASSERT_TRUE(m_window.findings().choose(kSecondSite));
    const map::MapView view = m_window.canvas().view();
    m_window.session().run();
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_EQ(m_window.findings().chosenKey(), kSecondSite);
    m_window.session().reopen();
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_EQ(m_window.findings().chosenKey(), kSecondSite);
    EXPECT_EQ(m_window.canvas().view().centre, view.centre) << "the map stays where the user left it";
}

TEST_F(Window, AClickOnTheMapTellsWhatIsThere) {
    click(407150, 283150); // in S1
    const auto& panel = m_window.identified();
    ASSERT_GE(panel.topLevelItemCount(), 2) << "the site and the area it lies in";
    EXPECT_EQ(panel.topLevelItem(0)->text(0), "Sites: S1 Mill Lane");
    std::map<QString, QString> values;
    for (int i = 0; i < panel.topLevelItem(0)->childCount(); ++i) {
        values[panel.topLevelItem(0)->child(i)->text(0)] = panel.topLevelItem(0)->child(i)->text(1);
    }
    EXPECT_EQ(values["dwellings"], "50");
    EXPECT_EQ(values["Area (planar grid)"], "1.0000 ha");
    EXPECT_EQ(m_window.message(), "Sites: S1 Mill Lane");
}

TEST_F(Window, AClickOnAConflictChoosesItWithoutMovingTheMap) {
    const map::MapView view = m_window.canvas().view();
    const auto& marks = *m_window.canvas().scene()->findings;
    const Point anchor = marks.marks[marks.byKey.at(kSecondSite)].anchor;
    click(anchor.x, anchor.y);
    EXPECT_EQ(m_window.findings().chosenKey(), kSecondSite);
    EXPECT_EQ(m_window.canvas().view().centre, view.centre);
}

TEST_F(Window, SearchFindsANameAndGoesThere) {
    SearchBox& search = m_window.search();
    QSignalSpy searched(&search, &SearchBox::searched);
    search.setFocus();
    QTest::keyClicks(&search, "corner");
    ASSERT_TRUE(searched.wait(tests::kPatienceMs));
    ASSERT_EQ(search.list().count(), 1);
    EXPECT_EQ(search.list().item(0)->text(), QString("Corner site (S2) — Sites"));
    QTest::keyClick(&search, Qt::Key_Return);
    EXPECT_NEAR(m_window.canvas().view().centre.x(), 407550.0, 1.0);
    EXPECT_NEAR(m_window.canvas().view().centre.y(), 283550.0, 1.0);
}

TEST_F(Window, SearchSaysWhenThereIsNothing) {
    SearchBox& search = m_window.search();
    QSignalSpy searched(&search, &SearchBox::searched);
    QTest::keyClicks(&search, "nowhere at all");
    ASSERT_TRUE(searched.wait(tests::kPatienceMs));
    ASSERT_EQ(search.list().count(), 1);
    EXPECT_EQ(search.list().item(0)->text(), "Nothing found");
}

TEST_F(Window, ALayerThatIsUntickedIsNotDrawnAndStaysSo) {
    auto& model = *qobject_cast<LayersModel*>(m_window.layers().model());
    QStandardItem* sites = nullptr;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.item(row)->data(LayersModel::NameRole).toString() == "sites") {
            sites = model.item(row);
        }
    }
    ASSERT_NE(sites, nullptr);
    sites->setCheckState(Qt::Unchecked);
    EXPECT_FALSE(m_window.canvas().scene()->layer("sites")->visible);
    m_window.session().reopen();
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_FALSE(m_window.canvas().scene()->layer("sites")->visible);
}

TEST_F(Window, AFilterNarrowsTheList) {
    auto* filter = m_window.findings().findChild<QLineEdit*>();
    QTest::keyClicks(filter, "nothing like that");
    EXPECT_EQ(m_window.findings().view()->model()->rowCount(), 0);
    filter->clear();
    EXPECT_EQ(m_window.findings().view()->model()->rowCount(), 1);
}

TEST_F(Window, CopiesTheChosenRows) {
    ASSERT_TRUE(m_window.findings().choose(kSecondSite));
    m_window.findings().copy();
    EXPECT_TRUE(QApplication::clipboard()->text().contains("H1.density|sites:S2\tCorner site holds 12 homes"));
}

TEST_F(Window, AWaivedConflictStaysVisible) {
    m_window.session().waive({"H1.density", "S2", "Agreed", "Steering group", "", {}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_window.message().isEmpty(); }, tests::kPatienceMs));
    EXPECT_TRUE(m_window.findings().choose(kSecondSite));
    EXPECT_TRUE(explanation().contains("Agreed (by Steering group)")) << explanation().toStdString();
}

TEST_F(Window, AskingForAWaiverNeedsReasonAndName) {
    ASSERT_TRUE(m_window.findings().choose(kSecondSite));
    WaiveDialog dialog(*m_window.findings().chosenFinding(), nullptr);
    QPushButton& waive = *dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    dialog.findChild<QLineEdit*>("by")->clear();
    EXPECT_FALSE(waive.isEnabled());
    QTest::keyClicks(dialog.findChild<QPlainTextEdit*>("reason"), "Agreed");
    QTest::keyClick(dialog.findChild<QPlainTextEdit*>("reason"), Qt::Key_Return);
    QTest::keyClicks(dialog.findChild<QPlainTextEdit*>("reason"), "with all");
    EXPECT_FALSE(waive.isEnabled());
    QTest::keyClicks(dialog.findChild<QLineEdit*>("by"), "Ann");
    EXPECT_TRUE(waive.isEnabled());
    EXPECT_EQ(dialog.waiver().reason, "Agreed with all");
    EXPECT_EQ(dialog.waiver().subject, "S2");
    EXPECT_TRUE(dialog.waiver().until.empty());
}

TEST_F(Window, APlanThatCannotRunIsNotMistakenForOneWithoutFindings) {
    m_world.edit("for: sites", "for: sights");
    m_window.session().run();
    ASSERT_TRUE(reaches(SessionState::outOfDate) || reaches(SessionState::couldNotRun));
    m_window.session().reopen();
    ASSERT_TRUE(reaches(SessionState::couldNotRun));
    EXPECT_TRUE(explanation().contains("The plan could not be checked"));
    EXPECT_TRUE(explanation().contains("sights")) << explanation().toStdString();
    EXPECT_TRUE(m_window.message().contains("plan.yaml:"));
}

TEST_F(Window, EveryStateReadsDifferently) {
    QSet<QString> texts;
    for (const SessionState state : {SessionState::upToDate, SessionState::running, SessionState::outOfDate}) {
        if (state == SessionState::running) {
            m_window.session().run();
        } else if (state == SessionState::outOfDate) {
            ASSERT_TRUE(reaches(SessionState::upToDate));
            m_world.append("# changed\n");
        }
        ASSERT_TRUE(reaches(state));
        texts << m_window.findings().findChild<QLabel*>()->text();
    }
    EXPECT_EQ(texts.size(), 3);
}

TEST_F(Window, OpensAPlanThatIsDroppedOnIt) {
    const tests::World other(tests::passingSite());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(other.plan()))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&m_window, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&m_window, &drop);
    ASSERT_TRUE(reaches(SessionState::upToDate));
    EXPECT_EQ(m_window.session().file(), QString::fromStdString(other.plan()));
    EXPECT_FALSE(m_window.findings().choose(kSecondSite));
}

TEST_F(Window, EveryActionHasATextAndAShortcutOfItsOwn) {
    std::map<QString, QString> owners;
    for (const QAction* action : m_window.findChildren<QAction*>()) {
        if (action->isSeparator()) {
            continue;
        }
        for (const QKeySequence& keys : action->shortcuts()) {
            if (action->shortcutContext() == Qt::WindowShortcut) {
                const auto [owner, isNew] = owners.emplace(keys.toString(), action->text());
                EXPECT_TRUE(isNew) << keys.toString().toStdString() << " is that of " << owner->second.toStdString()
                                   << " and of " << action->text().toStdString();
                EXPECT_FALSE(action->text().isEmpty()) << keys.toString().toStdString();
            }
        }
    }
    EXPECT_GT(owners.size(), 15U);
}

TEST_F(Window, WhateverTakesTheFocusHasAName) {
    for (const QWidget* widget : m_window.findChildren<QWidget*>()) {
        const bool isOurs = widget->parentWidget() != nullptr && !widget->inherits("QTabBar") &&
                            !widget->inherits("QAbstractButton") && !widget->inherits("QMenu") &&
                            !widget->objectName().startsWith("qt_") && !widget->inherits("QDockWidget");
        if (isOurs && widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr &&
            !widget->parentWidget()->inherits("QComboBox") && !widget->inherits("QComboBoxPrivateContainer") &&
            !widget->parentWidget()->inherits("QComboBoxPrivateContainer")) {
            EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
        }
    }
}

} // namespace
} // namespace merestone::viewer
