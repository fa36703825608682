// SPDX-License-Identifier: MIT
#include "app/waive_dialog.hpp"

#include "models/wording.hpp"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace merestone::viewer {

WaiveDialog::WaiveDialog(const Finding& finding, QWidget* parent)
    : QDialog(parent), m_rule(finding.rule), m_subject(finding.subject.id), m_reason(new QPlainTextEdit),
      m_by(new QLineEdit), m_hasEnd(new QCheckBox(tr("U&ntil"))),
      m_until(new QDateEdit(QDate::currentDate().addYears(1))),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Waive a policy conflict"));
    auto* what = new QLabel(QString::fromStdString(finding.message));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* note =
        new QLabel(tr("The conflict stays visible and is counted apart. The waiver is written to the plan file; it "
                      "holds for %1 under rule %2.")
                       .arg(featureText(finding.subject), QString::fromStdString(finding.rule)));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_reason->setTabChangesFocus(true);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_by->setObjectName(QStringLiteral("by"));
    m_by->setText(QSettings().value(QStringLiteral("waiver/by")).toString());
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_until->setCalendarPopup(true);
    m_until->setEnabled(false);
    m_until->setAccessibleName(tr("Last day of the waiver"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Waive"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("Agreed &by"), m_by);
    form->addRow(m_hasEnd, m_until);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(m_buttons);
    connect(m_hasEnd, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &WaiveDialog::checkComplete);
    connect(m_by, &QLineEdit::textChanged, this, &WaiveDialog::checkComplete);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        QSettings().setValue(QStringLiteral("waiver/by"), m_by->text());
        accept();
    });
    checkComplete();
}

void WaiveDialog::checkComplete() {
    const bool isComplete = !m_reason->toPlainText().trimmed().isEmpty() && !m_by->text().trimmed().isEmpty();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isComplete);
}

WaiverSpec WaiveDialog::waiver() const {
    WaiverSpec waiver;
    waiver.rule = m_rule;
    waiver.subject = m_subject;
    waiver.reason = m_reason->toPlainText().simplified().toStdString();
    waiver.by = m_by->text().simplified().toStdString();
    if (m_hasEnd->isChecked()) {
        waiver.until = m_until->date().toString(Qt::ISODate).toStdString();
    }
    return waiver;
}

} // namespace merestone::viewer
