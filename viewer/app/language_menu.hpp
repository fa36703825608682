// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace merestone::viewer {

/// *View > Language*: the system's or one of those that are built in. What is chosen is remembered, and counts from the
/// next start, as `say` is told. The menu belongs to `parent`.
[[nodiscard]] QMenu* makeLanguageMenu(QWidget* parent, std::function<void(const QString&)> say);

} // namespace merestone::viewer
