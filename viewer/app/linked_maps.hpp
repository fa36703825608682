// SPDX-License-Identifier: MIT
#pragma once

#include "app/map_canvas.hpp"

#include <QWidget>

namespace merestone::viewer {

/// Two maps side by side with one view: what is moved or zoomed in one is so in the other, and a cross in the other
/// shows where the mouse is.
class LinkedMaps : public QWidget {
    Q_OBJECT

public:
    explicit LinkedMaps(QWidget* parent = nullptr);

    [[nodiscard]] MapCanvas& before() noexcept { return *m_before; }
    [[nodiscard]] MapCanvas& now() noexcept { return *m_now; }
    /// Shows a finding in both, each by its key there; empty: none.
    void showFinding(const QString& beforeKey, const QString& nowKey);

private:
    class Cross;
    void link(MapCanvas& from, MapCanvas& to, Cross& cross);

    MapCanvas* m_before;
    MapCanvas* m_now;
    bool m_isFollowing = false;
};

} // namespace merestone::viewer
