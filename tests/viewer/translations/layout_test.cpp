// SPDX-License-Identifier: MIT
// The window in languages with longer words, and from the right: nothing is cut off, nothing was forgotten.
#include "app/map_dialog.hpp"
#include "app/waive_dialog.hpp"
#include "looks.hpp"
#include "speaking.hpp"
#include "viewer/app/window.hpp"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QMenuBar>
#include <QToolBar>

#include <map>
#include <memory>
#include <optional>

namespace merestone::viewer {
namespace {

/// Mnemonics that two entries of a menu share, and entries that have none.
QStringList faultsOf(const QList<QAction*>& actions, const QString& menu) {
    QStringList found;
    std::map<QChar, QString> taken;
    for (const QAction* action : actions) {
        QString text = action->text();
        const auto at = text.indexOf(QLatin1Char('&'));
        if (action->isSeparator() || action->isCheckable() || text.isEmpty()) {
            continue; // radio buttons and lists of names do without
        }
        const QChar key = at < 0 || at + 1 >= text.size() ? QChar() : text[at + 1].toLower();
        if (key.isNull()) {
            found << menu + " > " + text + ": has none";
        } else if (!taken.emplace(key, text).second) {
            found << menu + " > " + text + ": that of " + taken[key];
        }
    }
    return found;
}

class Layout : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1600, 1000);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get(), tests::kPatienceMs));
        m_window->openPlan(QString::fromStdString(m_world.plan()));
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return m_window->session().state() == SessionState::upToDate; }, tests::kPatienceMs));
        ASSERT_TRUE(m_window->findings().choose("H1.density|sites:S2"));
        settle();
    }
    static void settle() { QTest::qWait(50); }
    /// Shows it, says what is cut off, and leaves a picture for people to look at.
    static QString lookedAt(QWidget& widget, const QString& name) {
        widget.show();
        settle();
        const QString language = QFileInfo(QLatin1String(GetParam())).baseName();
        const QString folder = MERESTONE_PICTURES;
        EXPECT_TRUE(QDir().mkpath(folder));
        EXPECT_TRUE(widget.grab().save(folder + "/" + name + "-" + language + ".png"));
        return tests::clipped(widget).join("\n");
    }

    tests::World m_world{tests::passingAndConflicting()};
    tests::Speaking m_speaking{GetParam()};
    std::unique_ptr<MainWindow> m_window;
};

TEST_P(Layout, NothingInTheWindowIsCutOff) {
    for (QDockWidget* dock : m_window->findChildren<QDockWidget*>()) {
        dock->show();
        dock->raise();
        settle();
        const QString cut = lookedAt(*m_window, "window-" + dock->objectName());
        EXPECT_TRUE(cut.isEmpty()) << dock->objectName().toStdString() << ":\n" << cut.toStdString();
    }
}

TEST_P(Layout, NothingInADialogIsCutOff) {
    WaiveDialog waive(*m_window->findings().chosenFinding(), m_window.get());
    QString cut = lookedAt(waive, "waive");
    EXPECT_TRUE(cut.isEmpty()) << cut.toStdString();
    MapDialog map(m_window->canvas().scene(), m_window->canvas().view().box(), map::ThemeKind::light, m_window.get());
    map.show();
    cut = lookedAt(map, "map");
    EXPECT_TRUE(cut.isEmpty()) << cut.toStdString();
}

TEST_P(Layout, EveryMenuCanBeUsedFromTheKeyboard) {
    QStringList faults = faultsOf(m_window->menuBar()->actions(), "menu bar");
    for (const QAction* top : m_window->menuBar()->actions()) {
        faults += faultsOf(top->menu()->actions(), top->text());
    }
    EXPECT_TRUE(faults.isEmpty()) << faults.join("\n").toStdString();
}

TEST_P(Layout, TheWindowIsWrittenTheWayTheLanguageIs) {
    const bool isPseudo = QString(GetParam()).contains("pseudo");
    EXPECT_EQ(m_window->layoutDirection(), isPseudo ? Qt::RightToLeft : Qt::LeftToRight);
    const QMenuBar& menus = *m_window->menuBar();
    const int first = menus.actionGeometry(menus.actions().constFirst()).x();
    EXPECT_EQ(first > menus.actionGeometry(menus.actions().constLast()).x(), isPseudo);
}

class PseudoLayout : public Layout {};

/// In the pseudo-locale, whatever stands in no catalogue has no marks.
TEST_P(PseudoLayout, NothingWasForgotten) {
    QStringList bare;
    const auto look = [&bare](const QString& text, const QString& where) {
        const bool hasWords = text.contains(QRegularExpression("[A-Za-z]{3}"));
        if (hasWords && !text.contains(QChar(0x27E6))) {
            bare << where + ": " + text;
        }
    };
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        look(action->text(), "action");
    }
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        look(widget->accessibleName(), widget->metaObject()->className());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            look(button->text(), "button");
        } else if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) {
            look(dock->windowTitle(), "panel");
        }
    }
    const QSet<QString> names{"English", "Polski",      /* and what Qt itself says */ "Float",
                              "Close",   "Scroll Left", "Scroll Right"};
    bare.erase(std::remove_if(bare.begin(), bare.end(),
                              [&](const QString& text) { return names.contains(text.section(": ", 1)); }),
               bare.end());
    EXPECT_TRUE(bare.isEmpty()) << bare.join("\n").toStdString();
}

INSTANTIATE_TEST_SUITE_P(Languages, PseudoLayout, testing::Values(MERESTONE_PSEUDO_LANGUAGE),
                         [](const auto&) { return std::string("pseudo"); });
INSTANTIATE_TEST_SUITE_P(Languages, Layout, testing::Values("en", "pl", MERESTONE_PSEUDO_LANGUAGE),
                         [](const auto& tested) {
                             const std::string name(tested.param);
                             return name.size() == 2 ? name : "pseudo";
                         });

} // namespace
} // namespace merestone::viewer
