// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QMainWindow;
class QWidget;

namespace merestone::tests {

// What is wrong with how a window or a panel stands on the screen, one line for each fault. All look at what is
// visible.

/// Widgets whose text does not fit into them.
[[nodiscard]] QStringList clipped(const QWidget& window);
/// Names of docked panels that are cut off on their tabs.
[[nodiscard]] QStringList clippedTabs(const QMainWindow& window);
/// Widgets of one layout that lie on each other, or reach out of what holds them.
[[nodiscard]] QStringList overlapping(const QWidget& window);
/// Widgets that the keyboard can be in, and that tell a screen reader nothing.
[[nodiscard]] QStringList nameless(const QWidget& window);
/// Letters with Alt that two widgets have, or a widget and a menu or tool bar of the window around it.
[[nodiscard]] QStringList clashing(const QWidget& window);
/// Steps of the Tab key that go back, against how one reads: rows downwards, each in the direction of the language;
/// what stands beside a whole column comes after it. It goes round, and where it begins is not looked at.
[[nodiscard]] QStringList outOfOrder(const QWidget& window);

} // namespace merestone::tests
