// SPDX-License-Identifier: MIT
#include "app/main_window.hpp"

#include "app/app_palette.hpp"
#include "app/attribute_form.hpp"
#include "app/base_map_menu.hpp"
#include "app/dock_tabs.hpp"
#include "app/filter_bar.hpp"
#include "app/findings_panel.hpp"
#include "app/identify_panel.hpp"
#include "app/map_dialog.hpp"
#include "app/recent_plans.hpp"
#include "app/search_box.hpp"
#include "app/type_ahead.hpp"
#include "app/waive_dialog.hpp"
#include "cartography/identify.hpp"
#include "cartography/map_filter.hpp"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QComboBox>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QTreeView>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace merestone::viewer {

namespace {

constexpr int kLayersWidth = 230;
constexpr int kFindingsWidth = 520;

QString planFileOf(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    const QString file = urls.size() == 1 ? urls[0].toLocalFile() : QString();
    const bool isPlan = file.endsWith(QLatin1String(".yaml")) || file.endsWith(QLatin1String(".yml"));
    return isPlan ? file : QString();
}

} // namespace

std::vector<map::FeatureId> areaLast(const map::MapScene& scene, std::vector<map::FeatureId> features) {
    std::stable_partition(features.begin(), features.end(), [&scene](const map::FeatureId& feature) {
        return scene.layers[feature.layer].features != scene.area;
    });
    return features;
}

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), m_canvas(new MapCanvas) {
    m_session.prepare(); // meanwhile
    setObjectName(QStringLiteral("MainWindow"));
    setWindowTitle(tr("Merestone[*]"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    new DockTabs(this);
    QCoreApplication::instance()->installEventFilter(new TypeAhead(this));
    setCentralWidget(m_canvas);
    makeDocks();
    makeStatusBar();
    makeActions();
    connectSession();
    connectCanvas();
    connectEditing();
    connectDrafting();
    stateChanged();
    say(tr("Open a plan file, or the sample plan from the Plan menu."));
}

void MainWindow::makeDocks() {
    const auto addDock = [this](const QString& title, const char* name, QWidget* widget, Qt::DockWidgetArea area) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(QLatin1String(name));
        dock->setWidget(widget);
        addDockWidget(area, dock);
        return dock;
    };
    m_layersView = new QTreeView;
    m_layersView->setModel(&m_layers);
    m_layersView->setHeaderHidden(true);
    m_layersView->setIconSize(QSize(22, 14));
    m_layersView->setAccessibleName(tr("Layers and legend"));
    m_findings = new FindingsPanel;
    m_identified = new IdentifyPanel;
    QDockWidget* layers = addDock(tr("Layers"), "layers", m_layersView, Qt::LeftDockWidgetArea);
    QDockWidget* findings = addDock(tr("Findings"), "findings", m_findings, Qt::RightDockWidgetArea);
    QDockWidget* identified = addDock(tr("What is here"), "identified", m_identified, Qt::RightDockWidgetArea);
    tabifyDockWidget(findings, identified);
    findings->raise();
    resizeDocks({layers, findings}, {kLayersWidth, kFindingsWidth}, Qt::Horizontal);
}

void MainWindow::makeStatusBar() {
    m_message = new QLabel;
    m_message->setAccessibleName(tr("Message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_coordinates = new QLabel;
    m_coordinates->setAccessibleName(tr("Coordinates of the mouse"));
    m_scale = new QComboBox;
    m_scale->setEditable(true);
    m_scale->setInsertPolicy(QComboBox::NoInsert);
    m_scale->setAccessibleName(tr("Scale of the map"));
    m_scale->setMinimumContentsLength(10);
    for (const int scale : {500, 1250, 2500, 5000, 10000, 25000, 50000}) {
        m_scale->addItem(tr("1:%1").arg(QLocale().toString(scale)), scale);
    }
    connect(m_scale, &QComboBox::activated, this, &MainWindow::takeScale);
    connect(m_scale->lineEdit(), &QLineEdit::returnPressed, this, &MainWindow::takeScale);
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_coordinates);
    statusBar()->addPermanentWidget(m_scale);
}

void MainWindow::connectSession() {
    connect(&m_session, &PlanSession::stateChanged, this, &MainWindow::stateChanged);
    connect(&m_session, &PlanSession::progressed, m_findings, &FindingsPanel::setProgress);
    connect(&m_session, &PlanSession::snapshotChanged, this, [this] {
        const SnapshotPtr snapshot = m_session.snapshot();
        m_layers.setScene(snapshot == nullptr ? nullptr : snapshot->scene);
    });
    connect(&m_session, &PlanSession::resultChanged, this, [this] { m_findings->setResult(m_session); });
    connect(&m_session, &PlanSession::waived, this, [this] { say(tr("The waiver stands in the plan file.")); });
    connect(&m_session, &PlanSession::operationFailed, this, &MainWindow::say);
    connect(&m_layers, &LayersModel::sceneChanged, this, &MainWindow::sceneChanged);
    connect(m_findings, &FindingsPanel::checkWanted, this, [this] { m_session.run(); });
    connect(m_findings, &FindingsPanel::stopWanted, this, [this] { m_session.cancel(); });
    connect(m_findings, &FindingsPanel::filterChanged, &m_layers, &LayersModel::setShown);
    connect(m_findings, &FindingsPanel::chosenByUser, this, &MainWindow::showChosenPlace);
    connect(m_findings, &FindingsPanel::chosenChanged, this, [this] {
        const Finding* finding = m_findings->chosenFinding();
        m_canvas->setFinding(finding == nullptr ? std::string() : finding->key);
        m_waive->setEnabled(finding != nullptr && finding->verdict == Verdict::fail && !finding->waived);
    });
}

void MainWindow::connectCanvas() {
    connect(m_canvas, &MapCanvas::viewChanged, this, &MainWindow::showScale);
    connect(m_canvas, &MapCanvas::pointed, this, [this](double easting, double northing) {
        const QLocale locale;
        m_coordinates->setText(
            tr("E %1  N %2").arg(locale.toString(easting, 'f', 1), locale.toString(northing, 'f', 1)));
    });
    connect(m_canvas, &MapCanvas::left, m_coordinates, &QLabel::clear);
    connect(m_canvas, &MapCanvas::measured, this, &MainWindow::say);
    connect(m_canvas, &MapCanvas::drawingFailed, this, &MainWindow::say);
    connect(m_canvas, &MapCanvas::clicked, this, &MainWindow::identifyAt);
    connect(m_canvas, &MapCanvas::boxed, this, &MainWindow::identifyIn);
    connect(m_canvas, &MapCanvas::toolChanged, this,
            [this] { m_tools->actions().value(static_cast<int>(m_canvas->tool()))->setChecked(true); });
    connect(m_identified, &IdentifyPanel::featureChosen, this,
            [this](std::size_t layer, std::size_t row) { showFeature(layer, row, false); });
    connect(m_identified, &IdentifyPanel::findingChosen, this, [this](const QString& key) { m_findings->choose(key); });
    connect(m_search, &SearchBox::found, this,
            [this](std::size_t layer, std::size_t row) { showFeature(layer, row, true); });
}

/// Panels outlive the plan and its session by a moment, in which they are hidden and say so.
MainWindow::~MainWindow() {
    for (const QObject* part : findChildren<QObject*>()) {
        part->disconnect(this);
    }
}

void MainWindow::openPlan(const QString& file, const OpenOptions& options) {
    const QString path = QFileInfo(file).absoluteFilePath();
    if (path != m_session.file()) {
        if (!mayLeave(path)) {
            return;
        }
        m_document.clear();
        m_recovery.begin(m_unattended ? QString() : path);
        m_canvas->setTool(MapCanvas::Tool::browse);
        m_layers.forget();
        m_filter->clear();
        m_selected.clear();
    }
    say({});
    m_session.open(path, options, true);
    rememberPlan(path);
}

void MainWindow::askForPlan() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a plan"), QFileInfo(m_session.file()).path(),
                                                      tr("Plan files (*.yaml *.yml);;All files (*)"));
    if (!file.isEmpty()) {
        openPlan(file);
    }
}

void MainWindow::openSample() {
    const QString sample = samplePlan();
    if (sample.isEmpty()) {
        say(tr("The sample plan is not here; make it with sample_data/generate, or install it."));
    } else {
        openPlan(sample);
    }
}

void MainWindow::askToWaive() {
    const Finding* finding = m_findings->chosenFinding();
    if (finding == nullptr) {
        return;
    }
    WaiveDialog dialog(*finding, this);
    if (dialog.exec() == QDialog::Accepted) {
        m_session.waive(dialog.waiver());
    }
}

void MainWindow::askForMap() {
    if (m_canvas->scene() == nullptr) {
        say(tr("Open a plan first; then its map can be saved or printed."));
        return;
    }
    MapDialog dialog(m_canvas->scene(), m_canvas->view().box(), m_canvas->theme(), this);
    if (dialog.exec() == QDialog::Accepted) {
        say(dialog.savedFile().isEmpty() ? tr("The map is printed.") : tr("The map is in %1.").arg(dialog.savedFile()));
    }
}

bool MainWindow::showFinding(const QString& key) {
    return m_findings->choose(key);
}

void MainWindow::showChosenPlace() {
    const Finding* finding = m_findings->chosenFinding();
    const map::ScenePtr scene = m_canvas->scene();
    if (finding == nullptr || scene == nullptr || m_fromMap) {
        return;
    }
    const auto mark = scene->findings->byKey.find(finding->key);
    const Box box = mark == scene->findings->byKey.end() ? Box() : scene->findings->marks[mark->second].box;
    if (box.empty()) {
        say(tr("This finding is about the plan as a whole, or about something that has no place on the map."));
    } else {
        m_canvas->zoomTo(box);
        say({});
    }
}

void MainWindow::identifyAt(Point at, double toleranceMetres) {
    const map::ScenePtr shown = m_canvas->scene(); // stays, also when what is done here makes the map show another
    const map::MapScene& scene = *shown;
    const std::vector<map::FeatureId> features = areaLast(scene, map::identify(scene, at, toleranceMetres));
    if (m_canvas->tool() == MapCanvas::Tool::edit) {
        editAt(features);
    } else if (m_canvas->tool() == MapCanvas::Tool::choose) {
        chooseAmong(features, false);
    } else {
        showIdentified(features, map::findingsAt(scene, at, 2 * toleranceMetres));
    }
}

void MainWindow::identifyIn(const Box& box) {
    const map::ScenePtr shown = m_canvas->scene(); // stays, also when what is done here makes the map show another
    if (shown == nullptr) {
        return; // a box was drawn and no plan is open
    }
    const map::MapScene& scene = *shown;
    if (m_canvas->tool() == MapCanvas::Tool::choose) {
        chooseAmong(areaLast(scene, map::identify(scene, box)), true);
        return;
    }
    showIdentified(areaLast(scene, map::identify(scene, box)), {});
}

void MainWindow::showIdentified(const std::vector<map::FeatureId>& features, const std::vector<std::size_t>& marks) {
    const map::ScenePtr shown = m_canvas->scene(); // stays, also when what is done here makes the map show another
    const map::MapScene& scene = *shown;
    m_identified->show(scene, features, marks);
    m_selected.clear();
    for (const map::FeatureId& feature : features) {
        const map::MapLayer& layer = scene.layers[feature.layer];
        m_selected.push_back({layer.name, layer.features->fid(feature.row)});
        if (marks.empty() && m_selected.size() == 1) {
            say(featureTitle(scene, feature));
        }
    }
    if (!m_selected.empty()) {
        m_attributes->show(m_selected.front().layer, m_selected.front().fid);
    }
    m_canvas->setSelection(features.empty() ? features : std::vector<map::FeatureId>{features.front()});
    if (!features.empty()) {
        m_selected.resize(1);
    }
    if (!marks.empty()) {
        m_fromMap = true;
        m_findings->choose(QString::fromStdString(scene.findings->finding(marks.front()).key));
        m_fromMap = false;
        m_findings->parentWidget()->raise();
    } else {
        m_identified->parentWidget()->raise();
    }
}

void MainWindow::showFeature(std::size_t layer, std::size_t row, bool zoom) {
    const map::ScenePtr scene = m_canvas->scene();
    if (scene == nullptr || layer >= scene->layers.size() || row >= scene->layers[layer].features->size()) {
        return; // of a scene that has been replaced meanwhile
    }
    const Layer& features = *scene->layers[layer].features;
    m_attributes->show(scene->layers[layer].name, features.fid(row));
    m_selected = {{scene->layers[layer].name, features.fid(row)}};
    m_canvas->setSelection({{layer, row}});
    if (zoom) {
        m_canvas->zoomTo(features.boxes()[row]);
        m_identified->show(*scene, {{layer, row}}, {});
        m_canvas->setFocus();
    }
    say(featureTitle(*scene, {layer, row}));
}

void MainWindow::sceneChanged() {
    map::ScenePtr scene = m_baseMap->applied(m_layers.scene());
    if (scene != nullptr && m_filter->onMap() != nullptr) {
        scene = map::withFilter(*scene, m_filter->onMap());
    }
    m_canvas->setScene(scene);
    m_search->setScene(scene);
    m_canvas->setSelection(scene == nullptr ? std::vector<map::FeatureId>() : selectedOn(*scene));
}

void MainWindow::stateChanged() {
    m_findings->setState(m_session);
    const SessionState state = m_session.state();
    m_check->setEnabled(state != SessionState::empty && state != SessionState::opening &&
                        state != SessionState::running);
    if (m_session.file().isEmpty()) {
        return;
    }
    const SnapshotPtr snapshot = m_session.snapshot();
    const QString title = snapshot == nullptr ? QString() : QString::fromStdString(snapshot->plan->summary.title);
    setWindowTitle(tr("%1[*] — Merestone").arg(title.isEmpty() ? QFileInfo(m_session.file()).fileName() : title));
    setWindowFilePath(m_session.file());
    if (state == SessionState::couldNotRun) {
        say(m_session.stateReason());
    }
}

void MainWindow::showScale() {
    if (!m_scale->lineEdit()->hasFocus()) {
        m_scale->setEditText(
            tr("1:%1").arg(QLocale().toString(std::round(m_canvas->view().scaleDenominator()), 'f', 0)));
    }
}

void MainWindow::takeScale() {
    const QString typed = m_scale->currentText().section(QLatin1Char(':'), -1).trimmed();
    bool isNumber = false;
    const double denominator = QLocale().toDouble(typed, &isNumber);
    if (isNumber && denominator >= 1.0) {
        m_canvas->setScale(denominator);
        m_canvas->setFocus();
    } else {
        say(tr("'%1' is no scale; write 1:2500 or 2500.").arg(m_scale->currentText()));
    }
    showScale();
}

void MainWindow::setTheme(map::ThemeKind theme) {
    applyPalette(theme);
    m_layers.setTheme(theme);
    m_canvas->setTheme(theme);
    m_themes->actions().value(static_cast<int>(theme))->setChecked(true);
}

QString MainWindow::message() const {
    return m_message->text();
}

void MainWindow::say(const QString& text) {
    m_message->setText(text);
    m_message->setToolTip(text);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!planFileOf(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    openPlan(planFileOf(*event->mimeData()));
    event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeave({})) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    QMainWindow::closeEvent(event);
}

} // namespace merestone::viewer
