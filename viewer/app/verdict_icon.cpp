// SPDX-License-Identifier: MIT
#include "app/verdict_icon.hpp"

#include "cartography/draw_marks.hpp"
#include "cartography/theme.hpp"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

namespace merestone::viewer {

QIcon verdictIcon(Verdict verdict, bool waived) {
    constexpr int kSize = 18;
    constexpr int kFine = 2; // device pixels per unit: sharp on dense screens
    const QString key = QStringLiteral("verdict %1 %2").arg(static_cast<int>(verdict)).arg(static_cast<int>(waived));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) { // a list asks for each row, whenever it is painted
        return QIcon(pixmap);
    }
    pixmap = QPixmap(kSize * kFine, kSize * kFine);
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
    QPixmapCache::insert(key, pixmap);
    return QIcon(pixmap);
}

} // namespace merestone::viewer
