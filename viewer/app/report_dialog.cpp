// SPDX-License-Identifier: MIT
#include "app/report_dialog.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace merestone::viewer {

namespace {

constexpr int kMostPictures = 1000;
constexpr int kUsualPictures = 100;
constexpr int kMostFindings = 10000;
constexpr int kUsualFindings = 10;
constexpr int kPdf = 1; ///< among the kinds

bool isPdf(const QFileInfo& file) {
    return file.suffix().toLower() == QLatin1String("pdf");
}

} // namespace

ReportDialog::ReportDialog(PlanSession& session, EditDocument& document, QWidget* parent)
    : OutputDialog(session, document, {tr("&Write"), tr("&Open it")}, parent),
      m_planFolder(QFileInfo(session.file()).absolutePath()), m_kind(new QComboBox), m_pictures(new QSpinBox),
      m_findings(new QSpinBox), m_baseline(new QLineEdit), m_openAtEnd(new QCheckBox(tr("Open it &in the end"))) {
    setWindowTitle(tr("Report"));
    const QFileInfo plan(session.file());
    addTarget(tr("&File"), m_planFolder + QLatin1Char('/') + plan.completeBaseName() + tr("-report.html"), [this] {
        return QFileDialog::getSaveFileName(this, tr("Save the report"), target(),
                                            tr("Web page (*.html);;PDF (*.pdf)"));
    });
    m_kind->addItems({tr("Web page (HTML), for screens and mail"), tr("PDF, for paper")});
    m_kind->setAccessibleName(tr("Kind"));
    m_pictures->setRange(0, kMostPictures);
    m_pictures->setValue(kUsualPictures);
    m_pictures->setSpecialValueText(tr("none"));
    m_findings->setRange(0, kMostFindings);
    m_findings->setValue(kUsualFindings);
    m_findings->setSpecialValueText(tr("all"));
    m_openAtEnd->setChecked(true);
    form().addRow(tr("&Kind"), m_kind);
    form().addRow(tr("&Maps of findings, at most"), m_pictures);
    form().addRow(tr("Findings &told for each rule"), m_findings);
    addBaseline();
    form().addRow(QString(), m_openAtEnd);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReportDialog::takeKind);
    choicesChanged();
}

void ReportDialog::addBaseline() {
    m_baseline->setPlaceholderText(tr("a saved run (.json), if you like"));
    auto* choose = new QPushButton(tr("Choos&e…"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_baseline, 1);
    row->addWidget(choose);
    form().addRow(tr("Changes since the &run"), row);
    qobject_cast<QLabel*>(form().labelForField(row))->setBuddy(m_baseline);
    m_baseline->setAccessibleName(tr("Changes since the run"));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(
            this, tr("Choose an earlier run"), QFileInfo(target()).absolutePath(), tr("Run (*.json);;All files (*)"));
        if (!file.isEmpty()) {
            m_baseline->setText(QDir::toNativeSeparators(file));
        }
    });
}

/// The ending of the name says what is written; choosing the kind changes it.
void ReportDialog::takeKind() {
    const QFileInfo file(target());
    if (isPdf(file) != (m_kind->currentIndex() == kPdf)) {
        setTarget(file.path() + QLatin1Char('/') + file.completeBaseName() +
                  (m_kind->currentIndex() == kPdf ? QLatin1String(".pdf") : QLatin1String(".html")));
    }
}

void ReportDialog::targetChanged() {
    m_kind->setCurrentIndex(isPdf(QFileInfo(target())) ? kPdf : 0);
}

QStringList ReportDialog::arguments() const {
    QStringList arguments = command(QStringLiteral("report"));
    arguments << QStringLiteral("-o") << target() << QStringLiteral("--pictures")
              << QString::number(m_pictures->value()) << QStringLiteral("--max-findings")
              << QString::number(m_findings->value());
    if (const QString run = m_baseline->text().trimmed(); !run.isEmpty()) {
        arguments << QStringLiteral("--baseline")
                  << QDir(m_planFolder).absoluteFilePath(QDir::fromNativeSeparators(run));
    }
    return arguments;
}

QString ReportDialog::whyNot() const {
    const QString ending = QFileInfo(target()).suffix().toLower();
    const bool isKnown =
        ending == QLatin1String("html") || ending == QLatin1String("htm") || ending == QLatin1String("pdf");
    return isKnown ? OutputDialog::whyNot() : tr("The name of the file must end in .html or .pdf.");
}

void ReportDialog::wrote() {
    if (m_openAtEnd->isChecked()) {
        openWritten();
    }
}

} // namespace merestone::viewer
