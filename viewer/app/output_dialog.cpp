// SPDX-License-Identifier: MIT
#include "app/output_dialog.hpp"

#include "models/wording.hpp"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace merestone::viewer {

OutputDialog::OutputDialog(PlanSession& session, EditDocument& document, const Words& words, QWidget* parent)
    : QDialog(parent), m_session(session), m_document(document), m_form(new QFormLayout), m_choices(new QWidget),
      m_unsaved(new QWidget), m_note(new QLabel), m_progress(new QProgressBar), m_told(new QPlainTextEdit),
      m_start(new QPushButton(words.start)), m_open(new QPushButton(words.open)),
      m_close(new QPushButton(tr("&Close"))) {
    makeLayout();
    connectRun();
    setBusy(false);
    resize(620, 420);
}

void OutputDialog::makeLayout() {
    auto* save = new QPushButton(tr("Save the drawing&s"));
    auto* unsavedText = new QLabel(tr("The drawings have changes that are not saved, and what is written here is made "
                                      "from the files. Save them first."));
    unsavedText->setWordWrap(true);
    auto* unsaved = new QHBoxLayout(m_unsaved);
    unsaved->setContentsMargins(0, 0, 0, 0);
    unsaved->addWidget(unsavedText, 1);
    unsaved->addWidget(save);
    connect(save, &QPushButton::clicked, this, [this] { m_document.save(); });
    m_form->setContentsMargins(0, 0, 0, 0);
    m_choices->setLayout(m_form);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAccessibleName(tr("What to know"));
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(m_start->text().remove(QLatin1Char('&')));
    m_told->setReadOnly(true);
    m_told->setTabChangesFocus(true);
    m_told->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont)); // columns stand below each other
    m_told->setAccessibleName(tr("What was written"));
    m_start->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_start);
    buttons->addWidget(m_open);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_choices);
    layout->addWidget(m_unsaved);
    layout->addWidget(m_note);
    layout->addWidget(m_progress);
    layout->addWidget(m_told, 1);
    layout->addStretch(0);
    layout->addLayout(buttons);
    m_told->hide();
    m_open->setEnabled(false);
}

void OutputDialog::connectRun() {
    connect(m_start, &QPushButton::clicked, this, &OutputDialog::start);
    connect(m_open, &QPushButton::clicked, this, &OutputDialog::openWritten);
    connect(m_close, &QPushButton::clicked, this, &OutputDialog::reject);
    connect(&m_document, &EditDocument::modifiedChanged, this, &OutputDialog::choicesChanged);
    connect(&m_document, &EditDocument::saved, this, &OutputDialog::choicesChanged);
    connect(&m_session, &PlanSession::operationFailed, m_note, &QLabel::setText);
    connect(&m_run, &ProgramRun::progressed, this, [this](int percent, const QString& stage) {
        m_progress->setValue(percent);
        m_note->setText(stageText(stage));
    });
    connect(&m_run, &ProgramRun::finished, this, [this](const QString& told, const QStringList& remarks) {
        m_written = m_running;
        setBusy(false);
        m_open->setEnabled(true);
        m_open->setFocus();
        m_note->setText(tr("It is in %1.").arg(QDir::toNativeSeparators(m_written)));
        tell((remarks + QStringList{told}).join(QLatin1Char('\n')).trimmed());
        wrote();
    });
    connect(&m_run, &ProgramRun::failed, this, [this](const QStringList& reasons) {
        setBusy(false);
        m_note->setText(reasons.isEmpty() ? tr("Stopped; nothing was written.")
                                          : tr("It could not be written; what was there is as it was."));
        tell(reasons.join(QLatin1Char('\n')));
    });
}

void OutputDialog::addTarget(const QString& label, const QString& target, const std::function<QString()>& browse) {
    m_target = new QLineEdit(QDir::toNativeSeparators(target));
    auto* button = new QPushButton(tr("C&hoose…"));
    button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_target, 1);
    row->addWidget(button);
    m_form->addRow(label, row);
    auto* buddy = qobject_cast<QLabel*>(m_form->labelForField(row));
    buddy->setBuddy(m_target);
    m_target->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    connect(m_target, &QLineEdit::textChanged, this, [this] {
        targetChanged();
        choicesChanged();
    });
    connect(button, &QPushButton::clicked, this, [this, browse] {
        if (const QString chosen = browse(); !chosen.isEmpty()) {
            setTarget(chosen);
        }
    });
}

QString OutputDialog::target() const {
    const QString typed = QDir::fromNativeSeparators(m_target->text().trimmed());
    return typed.isEmpty() ? typed : QDir::cleanPath(QFileInfo(m_session.file()).absoluteDir().absoluteFilePath(typed));
}

void OutputDialog::setTarget(const QString& target) {
    m_target->setText(QDir::toNativeSeparators(target));
}

QStringList OutputDialog::command(const QString& name) const {
    QStringList arguments{name, m_session.file()};
    if (m_session.options().allowOutside) {
        arguments << QStringLiteral("--allow-outside");
    }
    if (!m_session.today().isEmpty()) {
        arguments << QStringLiteral("--today") << m_session.today();
    }
    return arguments;
}

QString OutputDialog::whyNot() const {
    return target().isEmpty() ? tr("Say where to write it.") : QString();
}

void OutputDialog::choicesChanged() {
    const bool isModified = m_document.isModified();
    m_unsaved->setVisible(isModified);
    const QString reason = isModified ? QString() : whyNot();
    m_start->setEnabled(!isModified && reason.isEmpty() && !m_run.isRunning());
    if (!m_run.isRunning()) {
        m_note->setText(reason);
    }
}

void OutputDialog::setBusy(bool busy) {
    m_choices->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_start->setEnabled(!busy && !m_document.isModified());
    m_open->setEnabled(false);
    m_close->setText(busy ? tr("&Stop") : tr("&Close"));
    m_unsaved->setVisible(m_document.isModified());
}

void OutputDialog::tell(const QString& text) {
    m_told->setPlainText(text);
    m_told->setVisible(!text.isEmpty());
}

void OutputDialog::start() {
    choicesChanged();
    if (!m_start->isEnabled()) {
        return;
    }
    m_running = target();
    m_written.clear();
    tell({});
    m_note->setText({});
    setBusy(true);
    m_close->setFocus();
    m_run.start(arguments());
}

void OutputDialog::openWritten() {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_written))) {
        m_note->setText(tr("No program here opens it; it is in %1.").arg(QDir::toNativeSeparators(m_written)));
    }
}

void OutputDialog::reject() {
    if (m_run.isRunning()) {
        m_run.stop();
    } else {
        QDialog::reject();
    }
}

} // namespace merestone::viewer
