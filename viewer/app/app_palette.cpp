// SPDX-License-Identifier: MIT
#include "app/app_palette.hpp"

#include <QApplication>
#include <QPalette>
#include <QStyle>

namespace merestone::viewer {

namespace {

struct Colours {
    QColor window, base, text, button, highlight, highlightedText, faint, link;
};

QPalette paletteOf(const Colours& colours) {
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::ToolTipBase, colours.base);
    palette.setColor(QPalette::Button, colours.button);
    palette.setColor(QPalette::Highlight, colours.highlight);
    palette.setColor(QPalette::HighlightedText, colours.highlightedText);
    palette.setColor(QPalette::Link, colours.link);
    palette.setColor(QPalette::PlaceholderText, colours.faint);
    palette.setColor(QPalette::Dark, colours.faint); // outlines of boxes to tick
    palette.setColor(QPalette::Mid, colours.faint);
    palette.setColor(QPalette::Shadow, colours.faint);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, colours.text);
        palette.setColor(QPalette::Disabled, role, colours.faint);
    }
    return palette;
}

} // namespace

void applyPalette(map::ThemeKind theme) {
    if (theme == map::ThemeKind::dark) {
        QApplication::setPalette(paletteOf({QColor(0x24282c), QColor(0x1b1e21), QColor(0xe8e8e8), QColor(0x33393f),
                                            QColor(0x2f6fb0), Qt::white, QColor(0x9aa0a6), QColor(0x8ab4f8)}));
    } else if (theme == map::ThemeKind::highContrast) {
        QApplication::setPalette(paletteOf(
            {Qt::white, Qt::white, Qt::black, Qt::white, Qt::black, Qt::white, QColor(0x404040), QColor(0x0000c0)}));
    } else {
        QApplication::setPalette(QPalette(QApplication::style()->standardPalette()));
    }
}

} // namespace merestone::viewer
