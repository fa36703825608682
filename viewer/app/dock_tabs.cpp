// SPDX-License-Identifier: MIT
#include "app/dock_tabs.hpp"

#include <QChildEvent>
#include <QMainWindow>
#include <QTabBar>

namespace merestone::viewer {

DockTabs::DockTabs(QMainWindow* window) : QObject(window) {
    window->installEventFilter(this);
}

bool DockTabs::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildPolished) { // before that it is no tab bar yet
        if (auto* tabs = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child())) {
            tabs->setElideMode(Qt::ElideNone);
            tabs->setUsesScrollButtons(true);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace merestone::viewer
