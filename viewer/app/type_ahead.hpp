// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace merestone::viewer {

/// Leaves letters that are typed into a choice to the choice: there they look for an entry, as everywhere, and are not
/// taken for the window's one-letter shortcuts. Install it on the application; GUI thread.
class TypeAhead : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
};

} // namespace merestone::viewer
