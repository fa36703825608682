// SPDX-License-Identifier: MIT
#include "app/findings_panel.hpp"
#include "app/language_menu.hpp"
#include "app/main_window.hpp"
#include "app/recent_plans.hpp"
#include "app/search_box.hpp"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>
#include <QTreeView>

#include <functional>

namespace merestone::viewer {

QAction* MainWindow::addAction(QMenu& menu, const QString& text, const QKeySequence& keys,
                               const std::function<void()>& run) {
    QAction* action = menu.addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void MainWindow::makeActions() {
    makePlanMenu(*menuBar()->addMenu(tr("&Plan")));
    makeEditMenu(*menuBar()->addMenu(tr("&Edit")));
    makeViewMenu(*menuBar()->addMenu(tr("&View")));
    makeToolMenu(*menuBar()->addMenu(tr("&Map")));
    QMenu& help = *menuBar()->addMenu(tr("&Help"));
    addAction(help, tr("&Guide"), QKeySequence::HelpContents, [this] { showGuide(); });
    addAction(help, tr("&About Merestone"), {}, [this] {
        QMessageBox::about(this, tr("About Merestone"),
                           tr("Merestone %1 checks neighbourhood plans against their own policies and the land around "
                              "them. A conflict is to be weighed by people.")
                               .arg(QStringLiteral(MERESTONE_VERSION)));
    });
    addToolBarBreak(); // what is for drawing has a row of its own, so that neither hides the other's end
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    m_search = new SearchBox;
    bar->addActions(m_tools->actions());
    bar->addSeparator();
    bar->addWidget(m_search);
}

void MainWindow::makePlanMenu(QMenu& menu) {
    addAction(menu, tr("&Open…"), QKeySequence::Open, [this] { askForPlan(); });
    m_recent = menu.addMenu(tr("Open &recent"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentPlans);
    addAction(menu, tr("Open the &sample plan"), {}, [this] { openSample(); });
    addAction(menu, tr("Read a&gain"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_session.reopen(); });
    m_save = addAction(menu, tr("Sa&ve the changes"), QKeySequence::Save, [this] { m_document.save(); });
    m_save->setEnabled(false);
    addAction(menu, tr("&Map on paper…"), QKeySequence::Print, [this] { askForMap(); });
    makeOutputMenu(menu);
    menu.addSeparator();
    m_check = addAction(menu, tr("&Check"), QKeySequence(Qt::Key_F5), [this] { m_session.run(); });
    addAction(menu, tr("S&top"), QKeySequence(Qt::CTRL | Qt::Key_Period), [this] { m_session.cancel(); });
    addAction(menu, tr("&Next finding"), QKeySequence(Qt::Key_N), [this] { m_findings->step(1); });
    addAction(menu, tr("&Previous finding"), QKeySequence(Qt::SHIFT | Qt::Key_N), [this] { m_findings->step(-1); });
    addAction(menu, tr("&Filter findings"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
              [this] { m_findings->focusSearch(); });
    m_waive =
        addAction(menu, tr("&Waive this conflict…"), QKeySequence(Qt::CTRL | Qt::Key_W), [this] { askToWaive(); });
    m_waive->setEnabled(false);
    addAction(menu, tr("P&arameters…"), QKeySequence(Qt::Key_F4), [this] { showParameters(); });
    addAction(menu, tr("Compare with another vers&ion…"), QKeySequence(Qt::Key_F6), [this] { askForVersion(); });
    addAction(menu, tr("Compare with what is save&d"), QKeySequence(Qt::SHIFT | Qt::Key_F6),
              [this] { compareWithSaved(); });
    menu.addSeparator();
    addAction(menu, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeEditMenu(QMenu& menu) {
    QAction* undo = m_document.stack().createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_document.stack().createRedoAction(this, tr("&Redo"));
    redo->setShortcut(QKeySequence::Redo);
    menu.addActions({undo, redo});
    menu.addSeparator();
    addAction(menu, tr("&Delete the feature"), QKeySequence::Delete, [this] { deleteEdited(); });
    addAction(menu, tr("&Attributes"), QKeySequence(Qt::Key_F2), [this] { fillInAttributes(); });
    addAction(menu, tr("&Fill the hole"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { fillHole(); });
    menu.addSeparator();
    addAction(menu, tr("&Make a feature of the chosen"), QKeySequence(Qt::CTRL | Qt::Key_M),
              [this] { makeOfChosen(); });
    addAction(menu, tr("Mer&ge the chosen"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { mergeChosen(); });
}

void MainWindow::makeViewMenu(QMenu& menu) {
    addAction(menu, tr("&Layers"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] {
        findChild<QDockWidget*>(QStringLiteral("layers"))->show();
        m_layersView->setFocus();
    });
    addAction(menu, tr("&Findings"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] {
        auto* dock = findChild<QDockWidget*>(QStringLiteral("findings"));
        dock->show();
        dock->raise();
        m_findings->setFocus();
    });
    addAction(menu, tr("&What is here"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] {
        auto* dock = findChild<QDockWidget*>(QStringLiteral("identified"));
        dock->show();
        dock->raise();
        dock->widget()->setFocus();
    });
    addAction(menu, tr("The &map"), QKeySequence(Qt::CTRL | Qt::Key_4), [this] { m_canvas->setFocus(); });
    menu.addSeparator();
    m_themes = new QActionGroup(this);
    for (const QString& name : {tr("L&ight"), tr("&Dark"), tr("&High contrast")}) {
        QAction* action = m_themes->addAction(name);
        action->setCheckable(true);
        const auto theme = static_cast<map::ThemeKind>(m_themes->actions().size() - 1);
        connect(action, &QAction::triggered, this, [this, theme] { setTheme(theme); });
    }
    m_themes->actions().constFirst()->setChecked(true);
    menu.addActions(m_themes->actions());
    menu.addSeparator();
    menu.addMenu(makeLanguageMenu(this, [this](const QString& text) { say(text); }));
}

void MainWindow::makeToolMenu(QMenu& menu) {
    addAction(menu, tr("Zoom &in"), QKeySequence::ZoomIn, [this] {
        m_canvas->zoomBy(1.5);
    })->setShortcuts({QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    addAction(menu, tr("Zoom &out"), QKeySequence::ZoomOut, [this] {
        m_canvas->zoomBy(1.0 / 1.5);
    })->setShortcuts({QKeySequence(QKeySequence::ZoomOut), QKeySequence(Qt::Key_Minus)});
    addAction(menu, tr("&Everything"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_canvas->zoomToEverything(); });
    addAction(menu, tr("Place of the &finding"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] { showChosenPlace(); });
    addAction(menu, tr("Fi&nd…"), QKeySequence::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    makeFilter(menu);
    makeBaseMap(menu);
    menu.addSeparator();
    m_tools = new QActionGroup(this);
    const auto addTool = [this](const QString& text, const QKeySequence& keys, MapCanvas::Tool tool) {
        QAction* action = m_tools->addAction(text);
        action->setCheckable(true);
        action->setShortcut(keys);
        action->setToolTip(
            tr("%1 (%2)").arg(QString(text).remove(QLatin1Char('&')), keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, tool] {
            m_canvas->setTool(tool);
            m_canvas->setFocus(Qt::ShortcutFocusReason); // the keys of the tool are for the map
        });
    };
    addTool(tr("&Browse"), QKeySequence(Qt::Key_B), MapCanvas::Tool::browse);
    addTool(tr("&Zoom to a box"), QKeySequence(Qt::Key_Z), MapCanvas::Tool::zoomBox);
    addTool(tr("Measure &length"), QKeySequence(Qt::Key_L), MapCanvas::Tool::measureLength);
    addTool(tr("Measure &area"), QKeySequence(Qt::Key_A), MapCanvas::Tool::measureArea);
    addTool(tr("&Change the plan's drawings"), QKeySequence(Qt::Key_E), MapCanvas::Tool::edit);
    addTool(tr("&Draw a new feature"), QKeySequence(Qt::Key_D), MapCanvas::Tool::draw);
    addTool(tr("Cut a &hole"), QKeySequence(Qt::Key_H), MapCanvas::Tool::cutHole);
    addTool(tr("S&plit along a line"), QKeySequence(Qt::Key_P), MapCanvas::Tool::split);
    addTool(tr("Ch&oose features"), QKeySequence(Qt::Key_C), MapCanvas::Tool::choose);
    m_tools->actions().constFirst()->setChecked(true);
    menu.addActions(m_tools->actions());
    makeDraftingMenu(menu);
}

void MainWindow::fillRecentPlans() {
    m_recent->clear();
    for (const QString& file : recentPlans()) {
        connect(m_recent->addAction(file), &QAction::triggered, this, [this, file] { openPlan(file); });
    }
    if (m_recent->isEmpty()) {
        m_recent->addAction(tr("None yet"))->setEnabled(false);
    }
}

} // namespace merestone::viewer
