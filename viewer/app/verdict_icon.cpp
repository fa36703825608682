// SPDX-License-Identifier: MIT
#include "app/verdict_icon.hpp"

#include "cartography/draw_marks.hpp"
#include "cartography/theme.hpp"

#include <QPainter>
#include <QPixmap>

namespace merestone::viewer {

QIcon verdictIcon(Verdict verdict, bool waived) {
    constexpr int kSize = 18;
    constexpr int kFine = 2; // device pixels per unit: sharp on dense screens
    QPixmap pixmap(kSize * kFine, kSize * kFine);
    pixmap.setDevicePixelRatio(kFine);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (waived) {
        constexpr double kFaded = 0.4;
        painter.setOpacity(kFaded);
    }
    const map::VerdictSymbol& symbol = map::theme(map::ThemeKind::light).verdict(verdict);
    map::drawVerdictMarker(painter, symbol, QPointF(kSize / 2.0, kSize / 2.0), kSize - 3.0);
    painter.end();
    return QIcon(pixmap);
}

} // namespace merestone::viewer
