// SPDX-License-Identifier: MIT
#include "app/map_dialog.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPageSize>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace merestone::viewer {

namespace {

constexpr int kGatherMs = 150;
constexpr int kMostNamed = 6;
constexpr int kLeastMm = 3; ///< of what a reader of the paper is to see

struct PageChoice {
    map::Page page;
    const char* name; ///< as it is told on the sheet
};
constexpr std::array<PageChoice, 4> kPages{
    {{map::Page::a4, "A4"}, {map::Page::a4Portrait, "A4"}, {map::Page::a3, "A3"}, {map::Page::a3Portrait, "A3"}}};

} // namespace

MapDialog::MapDialog(map::ScenePtr scene, const Box& seen, map::ThemeKind theme, QWidget* parent)
    : QDialog(parent), m_scene(std::move(scene)), m_seen(seen), m_theme(theme), m_page(new QComboBox),
      m_part(new QComboBox), m_scale(new QComboBox), m_heading(new QLineEdit),
      m_findings(new QCheckBox(tr("&Findings"))), m_labels(new QCheckBox(tr("&Names"))), m_dots(new QSpinBox),
      m_preview(new QLabel), m_note(new QLabel), m_progress(new QProgressBar), m_save(new QPushButton(tr("&Save as…"))),
      m_print(new QPushButton(tr("P&rint…"))), m_close(new QPushButton(tr("&Close"))) {
    setWindowTitle(tr("Map on paper"));
    makeChoices();
    makeLayout();
    connectJob();
    resize(900, 560);
}

void MapDialog::makeChoices() {
    m_page->addItems({tr("A4, landscape"), tr("A4, portrait"), tr("A3, landscape"), tr("A3, portrait")});
    m_part->addItems({tr("What the map shows"), tr("The whole plan")});
    m_scale->addItem(tr("The largest that fits"), 0.0);
    for (const int scale : {500, 1250, 2500, 5000, 10000, 25000}) {
        m_scale->addItem(tr("1:%1").arg(QLocale().toString(scale)), scale);
    }
    m_heading->setPlaceholderText(m_scene->title);
    m_findings->setChecked(true);
    m_labels->setChecked(true);
    m_dots->setRange(72, 600);
    m_dots->setValue(200);
    m_dots->setToolTip(tr("Of a PNG; PDF and SVG are sharp at any size"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(320, 260);
    m_preview->setAccessibleName(tr("Preview of the page"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAccessibleName(tr("What to know about this page"));
    m_progress->setRange(0, 0);
    m_progress->setVisible(false);
    m_progress->setAccessibleName(tr("The map is being written"));
    m_save->setDefault(true);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kGatherMs);
}

void MapDialog::makeLayout() {
    auto* form = new QFormLayout;
    form->addRow(tr("P&age"), m_page);
    form->addRow(tr("S&how"), m_part);
    form->addRow(tr("Sca&le"), m_scale);
    form->addRow(tr("&Title"), m_heading);
    form->addRow(QString(), m_findings);
    form->addRow(QString(), m_labels);
    form->addRow(tr("&Dots per inch"), m_dots);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    buttons->addWidget(m_close);
    auto* choices = new QVBoxLayout;
    choices->addLayout(form);
    choices->addWidget(m_note);
    choices->addStretch(1);
    choices->addWidget(m_progress);
    choices->addLayout(buttons);
    auto* layout = new QHBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(m_preview, 1);
}

void MapDialog::connectJob() {
    for (QComboBox* box : {m_page, m_part, m_scale}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] { m_wait.start(); });
    }
    for (QCheckBox* box : {m_findings, m_labels}) {
        connect(box, &QCheckBox::toggled, this, [this] { m_wait.start(); });
    }
    connect(m_heading, &QLineEdit::textChanged, this, [this] { m_wait.start(); });
    connect(&m_wait, &QTimer::timeout, this, &MapDialog::changed);
    connect(m_save, &QPushButton::clicked, this, &MapDialog::askForFile);
    connect(m_print, &QPushButton::clicked, this, &MapDialog::askForPrinter);
    connect(m_close, &QPushButton::clicked, this, &MapDialog::reject);
    connect(&m_job, &SheetJob::previewed, this, &MapDialog::showPreview);
    connect(&m_job, &SheetJob::finished, this, [this](const QString& file) {
        setBusy(false);
        m_saved = file;
        accept();
    });
    connect(&m_job, &SheetJob::failed, this, [this](const QString& reason) {
        setBusy(false);
        m_note->setText(reason.isEmpty() ? tr("Stopped; nothing was written.") : reason);
    });
}

SheetRequest MapDialog::request() const {
    const PageChoice& page = kPages[static_cast<std::size_t>(m_page->currentIndex())];
    SheetRequest request;
    request.scene = m_scene;
    request.theme = m_theme;
    request.sheet.sizeMm = map::pageMillimetres(page.page);
    request.sheet.pageName = QString::fromLatin1(page.name);
    request.sheet.findings = m_findings->isChecked();
    request.sheet.labels = m_labels->isChecked();
    request.sheet.heading = m_heading->text().simplified();
    if (m_part->currentIndex() == 0) {
        request.sheet.box = m_seen;
    }
    if (const double scale = m_scale->currentData().toDouble(); scale > 0) {
        request.sheet.scaleDenominator = scale;
    }
    return request;
}

void MapDialog::changed() {
    if (!m_busy && isVisible()) {
        m_job.preview(request(), m_preview->contentsRect().size(), devicePixelRatioF());
    }
}

void MapDialog::showPreview(const QImage& image, double denominator, const QStringList& tooSmall) {
    m_preview->setPixmap(QPixmap::fromImage(image));
    const QString scale = tr("1:%1").arg(QLocale().toString(std::round(denominator), 'f', 0));
    m_preview->setAccessibleDescription(tr("The map at %1, with title, legend and scale bar").arg(scale));
    if (tooSmall.isEmpty()) {
        m_note->setText(tr("At %1 nothing that the plan draws is smaller than %2 mm.").arg(scale).arg(kLeastMm));
        return;
    }
    QStringList named = tooSmall.mid(0, kMostNamed);
    if (tooSmall.size() > kMostNamed) {
        named << tr("and %n more", nullptr, static_cast<int>(tooSmall.size() - kMostNamed));
    }
    m_note->setText(tr("At %1 these are smaller than %2 mm: %3. Choose a larger scale or page, or show a smaller part.")
                        .arg(scale)
                        .arg(kLeastMm)
                        .arg(QLocale().createSeparatedList(named)));
}

void MapDialog::setBusy(bool busy) {
    m_busy = busy;
    m_progress->setVisible(busy);
    m_save->setEnabled(!busy);
    m_print->setEnabled(!busy);
    m_close->setText(busy ? tr("&Stop") : tr("&Close"));
}

void MapDialog::saveTo(const QString& file) {
    setBusy(true);
    m_job.save(request(), file, m_dots->value());
}

void MapDialog::askForFile() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the map"), QString(),
                                                      tr("PDF (*.pdf);;Picture (*.png);;Drawing (*.svg)"));
    if (!file.isEmpty()) {
        saveTo(file);
    }
}

void MapDialog::askForPrinter() {
    const SheetRequest wanted = request();
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const bool isUpright = wanted.sheet.sizeMm.height() > wanted.sheet.sizeMm.width();
    printer->setFullPage(true); // the sheet has margins of its own
    printer->setPageSize(QPageSize(wanted.sheet.pageName == QLatin1String("A3") ? QPageSize::A3 : QPageSize::A4));
    printer->setPageOrientation(isUpright ? QPageLayout::Portrait : QPageLayout::Landscape);
    QPrintDialog dialog(printer.get(), this);
    if (dialog.exec() == QDialog::Accepted) {
        setBusy(true);
        m_job.print(wanted, printer);
    }
}

void MapDialog::reject() {
    if (m_busy) {
        m_job.cancel();
    } else {
        QDialog::reject();
    }
}

void MapDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    m_wait.start();
}

void MapDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    m_wait.start();
}

} // namespace merestone::viewer
