// SPDX-License-Identifier: MIT
#include "guide/sources_page.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace merestone::viewer {

SourcesPage::SourcesPage(GuideJob& job, PlanSession& session)
    : GuidePage(
          job,
          tr("What is there? Add the maps that the plan is measured against: parks, homes, schools, flood zones. Each "
             "file is looked at first, and is copied into the plan's folder; the file itself is never changed.")),
      m_session(session), m_layer(new QComboBox), m_words(words()), m_guess(new QPushButton), m_name(new QLineEdit),
      m_role(new QComboBox), m_because(words()), m_id(new QComboBox), m_nameField(new QComboBox),
      m_complete(new QCheckBox(tr("It holds everythin&g of its kind here"))),
      m_add(new QPushButton(tr("&Add it to the plan"))), m_inPlan(new QListWidget),
      m_draw(new QPushButton(tr("&Draw the boundary"))) {
    makeChoices();
    makeEnd();
    connect(m_guess, &QPushButton::clicked, this, [this] { look(m_guess->property("crs").toString()); });
    connect(m_layer, &QComboBox::currentIndexChanged, this, &SourcesPage::choose);
    connect(m_add, &QPushButton::clicked, this, &SourcesPage::add);
    connect(m_draw, &QPushButton::clicked, this, &SourcesPage::drawWanted);
    connect(&m_session, &PlanSession::snapshotChanged, this, &SourcesPage::planChanged);
    choose();
    planChanged();
}

void SourcesPage::makeChoices() {
    m_file = addPath(
        tr("Fi&le"), [this] { return QFileDialog::getOpenFileName(this, tr("Choose a map")); }, [this] { look({}); });
    m_file->setObjectName(QStringLiteral("source"));
    form().addRow(tr("La&yer in it"), m_layer);
    form().addRow(m_words);
    form().addRow(QString(), m_guess);
    form().addRow(tr("&Name in the plan"), m_name);
    form().addRow(tr("What it i&s"), m_role);
    form().addRow(m_because);
    form().addRow(tr("Field that tells features apar&t"), m_id);
    form().addRow(tr("Field &with their names"), m_nameField);
    form().addRow(m_complete);
    m_words->setAccessibleName(tr("What is in the file"));
    m_guess->setObjectName(QStringLiteral("guess"));
    m_name->setObjectName(QStringLiteral("name"));
    m_layer->setObjectName(QStringLiteral("layer"));
    m_role->setObjectName(QStringLiteral("role"));
    m_complete->setObjectName(QStringLiteral("complete"));
    m_complete->setToolTip(
        tr("Leave it off when you are not sure: the answer is then \"cannot tell\" where something may be "
           "missing, and never a false \"agrees\"."));
    for (QComboBox* box : {m_layer, m_role, m_id, m_nameField}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    for (const std::string& role : knownRoles()) {
        const QString id = QString::fromStdString(role);
        m_role->addItem(role == "reference" ? tr("something to measure against") : QString(id).replace('_', ' '), id);
    }
}

void SourcesPage::makeEnd() {
    m_add->setObjectName(QStringLiteral("add"));
    m_draw->setObjectName(QStringLiteral("draw"));
    m_inPlan->setAccessibleName(tr("Layers of the plan"));
    m_inPlan->setMinimumHeight(90);
    column().addWidget(m_add);
    auto* heading = words(tr("In the plan so far:"));
    heading->setBuddy(m_inPlan);
    column().addWidget(heading);
    column().addWidget(m_inPlan, 1);
    column().addWidget(m_draw);
}

void SourcesPage::look(const QString& crs) {
    m_sights.clear();
    m_layer->clear();
    choose();
    if (job().isBusy() || m_file->text().isEmpty()) {
        return;
    }
    job().start([file = QDir::fromNativeSeparators(m_file->text()),
                 crs](const RunContext& context) { return lookAt(file, crs, context); },
                [this](std::vector<SourceSight> sights) { show(std::move(sights)); });
}

void SourcesPage::show(std::vector<SourceSight> sights) {
    m_sights = std::move(sights);
    for (const SourceSight& sight : m_sights) {
        m_layer->addItem(sight.layer.isEmpty() ? tr("the only one") : sight.layer);
    }
    choose();
}

/// Says what the chosen layer of the file is, and suggests how it is to be named and read.
void SourcesPage::choose() {
    const int index = m_layer->currentIndex();
    const SourceSight sight = index >= 0 && static_cast<std::size_t>(index) < m_sights.size()
                                  ? m_sights[static_cast<std::size_t>(index)]
                                  : SourceSight();
    m_words->setText(QStringList{sight.problem, sight.words}.join(QLatin1Char('\n')).trimmed());
    m_guess->setVisible(!sight.guess.isEmpty());
    m_guess->setText(tr("&Read it as %1").arg(sight.guess));
    m_guess->setProperty("crs", sight.guess);
    m_because->setText(sight.because);
    m_name->setText(sight.name);
    m_role->setCurrentIndex(m_role->findData(sight.role.isEmpty() ? QStringLiteral("reference") : sight.role));
    for (QComboBox* fields : {m_id, m_nameField}) {
        fields->clear();
        fields->addItem(tr("none"), QString());
        for (const QString& field : sight.fields) {
            fields->addItem(field, field);
        }
    }
    m_id->setCurrentIndex(std::max(0, m_id->findData(sight.idField)));
    m_nameField->setCurrentIndex(std::max(0, m_nameField->findData(sight.nameField)));
    m_complete->setChecked(false);
    m_add->setEnabled(sight.features != nullptr);
}

void SourcesPage::add() {
    const SourceSight& sight = m_sights[static_cast<std::size_t>(m_layer->currentIndex())];
    const QString name = layerNameFrom(m_name->text());
    if (m_session.file().isEmpty()) {
        Q_EMIT complained(tr("Begin a plan first, or open one."));
        return;
    }
    if (name != m_name->text()) {
        m_name->setText(name);
        Q_EMIT complained(
            tr("Names in the plan file are of small letters, digits and '_'; press again to take '%1'.").arg(name));
        return;
    }
    LayerSpec layer;
    layer.name = name.toStdString();
    layer.source.text = sight.file.toStdString();
    layer.layer = sight.layer.toStdString();
    layer.crs = sight.crs.toStdString();
    layer.role = m_role->currentData().toString().toStdString();
    layer.id.text = m_id->currentData().toString().toStdString();
    layer.nameField.text = m_nameField->currentData().toString().toStdString();
    layer.complete.kind = m_complete->isChecked() ? Completeness::Kind::everywhere : Completeness::Kind::unknown;
    const std::filesystem::path plan = m_session.file().toStdString();
    job().start([plan, layer, options = m_session.options()](
                    const RunContext& context) { return addReferenceLayer(plan, layer, options, context); },
                [this, name](const Written& step) {
                    const int copied = static_cast<int>(step.files.size());
                    const QString where = QString::fromStdString(step.plan.string());
                    Q_EMIT wrote(step, copied == 0
                                           ? tr("The layer '%1' stands in %2.").arg(name, where)
                                           : tr("The layer '%1' stands in %2; %n file(s) were copied beside it.",
                                                nullptr, copied)
                                                 .arg(name, where));
                    m_file->clear();
                    m_sights.clear();
                    m_layer->clear();
                    choose();
                });
}

void SourcesPage::planChanged() {
    const SnapshotPtr snapshot = m_session.snapshot();
    m_inPlan->clear();
    bool hasArea = false;
    for (const LayerPtr& layer : snapshot == nullptr ? std::vector<LayerPtr>() : snapshot->layers) {
        m_inPlan->addItem(tr("%1: %n feature(s)", nullptr, static_cast<int>(layer->size()))
                              .arg(QString::fromStdString(layer->name())));
        hasArea = hasArea || (layer->name() == kAreaLayer && layer->size() > 0);
    }
    const bool canDraw = snapshot != nullptr && snapshot->drawnShapes.count(kAreaLayer) > 0;
    m_draw->setVisible(canDraw && !hasArea);
}

} // namespace merestone::viewer
