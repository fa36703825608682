// SPDX-License-Identifier: MIT
#include "guide/area_page.hpp"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace merestone::viewer {

namespace {

constexpr std::size_t kMostFeatures = 20000; ///< that a list of names is good for

} // namespace

AreaPage::AreaPage(GuideJob& job)
    : GuidePage(job,
                tr("A neighbourhood plan is about one place: the neighbourhood area that your council has designated. "
                   "Give the plan a name and a folder, and say where its boundary is. The boundary of a parish or ward "
                   "will do to begin with.")),
      m_title(new QLineEdit), m_fromFile(new QRadioButton(tr("The bo&undary is in a file"))),
      m_drawn(new QRadioButton(tr("I will &draw it on the map"))), m_layer(new QComboBox), m_feature(new QComboBox),
      m_words(words()), m_guess(new QPushButton), m_make(new QPushButton(tr("Begi&n the plan"))) {
    makeChoices();
    form().addRow(QString(), m_guess);
    column().addWidget(m_words);
    column().addWidget(m_make);
    column().addStretch(1);
    m_words->setAccessibleName(tr("What is in the file"));
    m_make->setObjectName(QStringLiteral("make"));
    m_guess->setObjectName(QStringLiteral("guess"));
    m_guess->hide();
    connect(m_guess, &QPushButton::clicked, this, [this] { look(m_guess->property("crs").toString()); });
    connect(m_make, &QPushButton::clicked, this, &AreaPage::make);
    connect(m_layer, &QComboBox::currentIndexChanged, this, &AreaPage::choose);
    connect(m_fromFile, &QRadioButton::toggled, this, [this](bool isFromFile) {
        for (QWidget* widget :
             {static_cast<QWidget*>(m_file), static_cast<QWidget*>(m_layer), static_cast<QWidget*>(m_feature)}) {
            widget->setEnabled(isFromFile);
        }
        m_words->setText(isFromFile ? QString()
                                    : tr("Begin the plan, add a map to draw on in the next step, streets or parcels, "
                                         "and then press 'Draw the boundary' there."));
    });
}

void AreaPage::makeChoices() {
    m_title->setObjectName(QStringLiteral("title"));
    form().addRow(tr("N&ame of the plan"), m_title);
    m_folder = addPath(
        tr("F&older"), [this] { return QFileDialog::getExistingDirectory(this, tr("Choose a folder for the plan")); },
        [] {});
    m_folder->setObjectName(QStringLiteral("folder"));
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString& title) {
        if (!m_folder->isModified()) {
            const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
            m_folder->setText(QDir::toNativeSeparators(documents + QLatin1Char('/') + layerNameFrom(title)));
        }
    });
    m_fromFile->setChecked(true);
    m_drawn->setObjectName(QStringLiteral("boundary.drawn"));
    form().addRow(m_fromFile);
    form().addRow(m_drawn);
    m_file = addPath(
        tr("Fi&le"), [this] { return QFileDialog::getOpenFileName(this, tr("Choose the file of the boundary")); },
        [this] { look({}); });
    m_file->setObjectName(QStringLiteral("boundary"));
    m_layer->setObjectName(QStringLiteral("layer"));
    for (QComboBox* box : {m_layer, m_feature}) { // names may be long
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    m_feature->setObjectName(QStringLiteral("feature"));
    form().addRow(tr("La&yer in it"), m_layer);
    form().addRow(tr("&Which area"), m_feature);
}

void AreaPage::look(const QString& crs) {
    m_sights.clear();
    m_layer->clear();
    m_feature->clear();
    m_guess->hide();
    if (job().isBusy() || m_file->text().isEmpty()) {
        return;
    }
    job().start([file = QDir::fromNativeSeparators(m_file->text()),
                 crs](const RunContext& context) { return lookAt(file, crs, context); },
                [this](std::vector<SourceSight> sights) { show(std::move(sights)); });
}

void AreaPage::show(std::vector<SourceSight> sights) {
    m_sights = std::move(sights);
    for (const SourceSight& sight : m_sights) {
        m_layer->addItem(sight.layer.isEmpty() ? tr("the only one") : sight.layer);
    }
    choose();
}

/// Says what is in the chosen layer, and lists its areas.
void AreaPage::choose() {
    m_feature->clear();
    const int index = m_layer->currentIndex();
    if (index < 0 || static_cast<std::size_t>(index) >= m_sights.size()) {
        return;
    }
    const SourceSight& sight = m_sights[static_cast<std::size_t>(index)];
    m_words->setText(QStringList{sight.problem, sight.words}.join(QLatin1Char('\n')).trimmed());
    m_guess->setVisible(!sight.guess.isEmpty());
    m_guess->setText(tr("&Read it as %1").arg(sight.guess));
    m_guess->setProperty("crs", sight.guess);
    if (sight.features != nullptr) {
        fillFeatures(sight);
    }
}

void AreaPage::fillFeatures(const SourceSight& sight) {
    const Layer& features = *sight.features;
    const Column* names = features.column(sight.nameField.toStdString());
    for (std::size_t row = 0; row < std::min(features.size(), kMostFeatures); ++row) {
        if (features.usable(row) && features.geometry().shape(row) == Shape::polygon) {
            const QString name = names == nullptr ? QString() : QString::fromStdString(names->text(row));
            m_feature->addItem(name.isEmpty() ? tr("number %1").arg(row + 1) : name,
                               QVariant::fromValue<qulonglong>(row));
        }
    }
    if (m_feature->count() == 0) {
        m_words->setText(
            tr("There are no areas in it, and a boundary is the outline of an area. Choose another file.") +
            QLatin1Char('\n') + m_words->text());
    }
}

void AreaPage::make() {
    PlanStart start;
    start.title = m_title->text().simplified().toStdString();
    start.folder = QDir::fromNativeSeparators(m_folder->text().trimmed()).toStdString();
    if (start.title.empty()) {
        Q_EMIT complained(tr("Give the plan a name first."));
        m_title->setFocus();
        return;
    }
    if (start.folder.empty() || !start.folder.is_absolute()) {
        Q_EMIT complained(tr("Choose a folder for the plan, from the root of the disk on."));
        m_folder->setFocus();
        return;
    }
    if (m_fromFile->isChecked()) {
        if (m_feature->currentIndex() < 0) {
            Q_EMIT complained(tr("Choose a file with the boundary, or draw it later."));
            m_file->setFocus();
            return;
        }
        start.boundary = m_sights[static_cast<std::size_t>(m_layer->currentIndex())].features;
        start.row = static_cast<std::size_t>(m_feature->currentData().toULongLong());
        start.areaName = m_feature->currentText().toStdString();
    }
    job().start([start](const RunContext& context) { return makePlan(start, context); },
                [this, hasBoundary = start.boundary != nullptr](const Written& step) {
                    const QString plan = QString::fromStdString(step.plan.string());
                    Q_EMIT wrote(
                        step,
                        hasBoundary
                            ? tr("%1 is the plan now, and plan.gpkg beside it holds its boundary.").arg(plan)
                            : tr("%1 is the plan now, and plan.gpkg beside it will hold what you draw.").arg(plan));
                });
}

} // namespace merestone::viewer
