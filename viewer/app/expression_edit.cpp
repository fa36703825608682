// SPDX-License-Identifier: MIT
#include "app/expression_edit.hpp"

#include "models/expression_completion.hpp"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace merestone::viewer {

ExpressionEdit::ExpressionEdit(QWidget* parent)
    : QLineEdit(parent), m_list(new QStringListModel(this)), m_completer(new QCompleter(m_list, this)) {
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // what is offered has been chosen already
    m_completer->popup()->setAccessibleName(tr("Fields and values"));
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &ExpressionEdit::take);
    connect(this, &QLineEdit::textEdited, this, &ExpressionEdit::offer);
}

void ExpressionEdit::offer() {
    const ExpressionCompletion found =
        m_layer == nullptr ? ExpressionCompletion() : completionAt(text(), cursorPosition(), *m_layer);
    m_from = found.from;
    m_list->setStringList(found.offers);
    if (found.offers.isEmpty()) {
        m_completer->popup()->hide();
    } else {
        m_completer->complete();
    }
}

void ExpressionEdit::take(const QString& offer) {
    const int end = cursorPosition();
    setSelection(m_from, end - m_from);
    insert(offer); // one step of undo
    Q_EMIT textEdited(text());
}

void ExpressionEdit::keyPressEvent(QKeyEvent* event) {
    const bool isOpen = m_completer->popup()->isVisible();
    if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier)) {
        offer();
    } else if (isOpen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore(); // the list takes it
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace merestone::viewer
