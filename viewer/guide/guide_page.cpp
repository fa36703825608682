// SPDX-License-Identifier: MIT
#include "guide/guide_page.hpp"

#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace merestone::viewer {

GuidePage::GuidePage(GuideJob& job, const QString& intro)
    : m_job(job), m_column(new QVBoxLayout(this)), m_form(new QFormLayout) {
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_column->addWidget(words(intro));
    m_column->addLayout(m_form);
}

QLabel* GuidePage::words(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLineEdit* GuidePage::addPath(const QString& label, const std::function<QString()>& ask,
                              const std::function<void()>& taken) {
    auto* edit = new QLineEdit;
    edit->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    auto* button = new QPushButton(tr("Choose…"));
    button->setAccessibleName(tr("Choose: %1").arg(edit->accessibleName()));
    auto* row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(button);
    m_form->addRow(label, row);
    qobject_cast<QLabel*>(m_form->labelForField(row))->setBuddy(edit);
    // Leaving the field says so too, and so does the button; nothing is looked at twice.
    const auto last = std::make_shared<QString>();
    const auto look = [edit, last, taken] {
        if (edit->text() != *last) {
            *last = edit->text();
            taken();
        }
    };
    connect(edit, &QLineEdit::editingFinished, this, look);
    connect(button, &QPushButton::clicked, this, [edit, ask, look] {
        if (const QString chosen = ask(); !chosen.isEmpty()) {
            edit->setText(QDir::toNativeSeparators(chosen));
            look();
        }
    });
    return edit;
}

} // namespace merestone::viewer
