// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QMainWindow;

namespace merestone::viewer {

/// Shows the names of docked panels whole on their tabs, with arrows to the tabs that find no room: Qt cuts them to
/// "Findi…" where letters are large, and makes the tabs itself, whenever panels are put on each other. Owned by the
/// window.
class DockTabs : public QObject {
public:
    explicit DockTabs(QMainWindow* window);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace merestone::viewer
