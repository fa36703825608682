// SPDX-License-Identifier: MIT
#include "app/type_ahead.hpp"

#include <QComboBox>
#include <QKeyEvent>

namespace merestone::viewer {

bool TypeAhead::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride || qobject_cast<QComboBox*>(object) == nullptr) {
        return false;
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & ~Qt::ShiftModifier) == 0;
    const bool printable = !key->text().isEmpty() && key->text().front().isPrint();
    if (plain && printable) {
        event->accept();
    }
    return plain && printable;
}

} // namespace merestone::viewer
