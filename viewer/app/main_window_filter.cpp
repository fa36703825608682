// SPDX-License-Identifier: MIT
#include "app/base_map_menu.hpp"
#include "app/drafting_bar.hpp"
#include "app/filter_bar.hpp"
#include "app/main_window.hpp"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLocale>
#include <QMenu>

#include <map>
#include <unordered_set>

namespace merestone::viewer {

namespace {

constexpr std::size_t kMostChosen = 1000; ///< outlined one by one; nobody makes a site of more

} // namespace

/// Filtering by attributes: the dock beneath the map, and what it does to the map.
void MainWindow::makeFilter(QMenu& menu) {
    m_filter = new FilterBar;
    auto* dock = new QDockWidget(tr("Filter"), this);
    dock->setObjectName(QStringLiteral("filter"));
    dock->setWidget(m_filter);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    addAction(menu, tr("Filte&r…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this, dock] {
        dock->show();
        dock->raise();
        m_filter->edit().setFocus(Qt::ShortcutFocusReason);
        m_filter->edit().selectAll();
    });
    addAction(menu, tr("Ne&xt match"), QKeySequence(Qt::Key_F3), [this] { m_filter->step(1); });
    addAction(menu, tr("Pre&vious match"), QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_filter->step(-1); });
    // A dock behind another or in a window that is put away is not hidden; one that was closed is.
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock] { m_filter->setActive(!dock->isHidden()); });
    connect(m_filter, &FilterBar::left, this, [this, dock] {
        dock->hide();
        m_canvas->setFocus();
    });
    connect(m_filter, &FilterBar::changed, this, &MainWindow::sceneChanged);
    connect(m_filter, &FilterBar::stepped, this, &MainWindow::showMatch);
    connect(m_filter, &FilterBar::chosen, this, &MainWindow::chooseMatches);
    connect(&m_session, &PlanSession::snapshotChanged, this, [this] {
        const SnapshotPtr snapshot = m_session.snapshot();
        m_filter->setScene(snapshot == nullptr ? nullptr : snapshot->scene,
                           snapshot == nullptr ? nullptr : snapshot->plan);
    });
}

/// The base map beneath the plan.
void MainWindow::makeBaseMap(QMenu& menu) {
    m_baseMap = new BaseMapMenu(this);
    m_baseMap->fill(*menu.addMenu(tr("Base &map")));
    connect(m_baseMap, &BaseMapMenu::changed, this, &MainWindow::sceneChanged);
    connect(m_baseMap, &BaseMapMenu::problem, this, &MainWindow::say);
    connect(&m_session, &PlanSession::snapshotChanged, this, [this] {
        const SnapshotPtr snapshot = m_session.snapshot();
        m_baseMap->setPlan(m_session.file(), snapshot == nullptr ? nullptr : snapshot->scene, !m_unattended);
    });
}

/// What is selected, in a scene that may have been made since.
std::vector<map::FeatureId> MainWindow::selectedOn(const map::MapScene& scene) const {
    std::map<QString, std::unordered_set<std::int64_t>> wanted; // a layer may be long: it is gone through once
    for (const Selected& selected : m_selected) {
        wanted[selected.layer].insert(selected.fid);
    }
    std::vector<map::FeatureId> found;
    for (std::size_t i = 0; i < scene.layers.size(); ++i) {
        const auto fids = wanted.find(scene.layers[i].name);
        const Layer& features = *scene.layers[i].features;
        const std::int64_t only = fids != wanted.end() && fids->second.size() == 1 ? *fids->second.begin() : 0;
        for (std::size_t row = 0; fids != wanted.end() && row < features.size(); ++row) {
            const std::int64_t fid = features.fid(row);
            if (fids->second.size() == 1 ? fid == only : fids->second.count(fid) > 0) {
                found.push_back({i, row});
            }
        }
    }
    return found;
}

void MainWindow::showMatch(const QString& layer, std::int64_t fid) {
    const map::ScenePtr scene = m_canvas->scene();
    for (std::size_t i = 0; scene != nullptr && i < scene->layers.size(); ++i) {
        const std::optional<std::size_t> row =
            scene->layers[i].name == layer ? m_document.rowOf(layer, fid) : std::nullopt;
        if (row) {
            QWidget* focus = QApplication::focusWidget();
            showFeature(i, *row, true);
            if (focus != nullptr) {
                focus->setFocus(); // whoever steps by keys goes on stepping
            }
        }
    }
}

void MainWindow::chooseMatches(const QString& layer, const std::vector<std::int64_t>& fids) {
    if (fids.size() > kMostChosen) {
        say(tr("%n feature(s) match; narrow the condition to at most %1 to choose them.", nullptr,
               static_cast<int>(fids.size()))
                .arg(QLocale().toString(static_cast<qulonglong>(kMostChosen))));
        return;
    }
    if (m_canvas->tool() != MapCanvas::Tool::choose) {
        m_canvas->setTool(MapCanvas::Tool::choose); // lets go of what was only looked at
    }
    if (!m_selected.empty() && m_selected.front().layer != layer) {
        m_selected.clear(); // all that is chosen is of one layer
    }
    std::unordered_set<std::int64_t> known;
    for (const Selected& one : m_selected) {
        known.insert(one.fid);
    }
    for (const std::int64_t fid : fids) {
        if (known.insert(fid).second) {
            m_selected.push_back({layer, fid});
        }
    }
    m_drafting->setSource(layer);
    showChosen();
}

} // namespace merestone::viewer
