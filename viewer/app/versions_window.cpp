// SPDX-License-Identifier: MIT
#include "app/versions_window.hpp"

#include "app/linked_maps.hpp"
#include "base/error.hpp"
#include "exchange/read_run.hpp"
#include "models/wording.hpp"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

namespace merestone::viewer {

namespace {

constexpr int kQuietMs = 150; ///< changes in the main window that follow each other faster are one

QLabel* plainLabel(const QString& name) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAccessibleName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// "Balsall Heath Plan, regulation-14 (plan.yaml)".
QString titleOf(const RunResult& run, const QString& name) {
    const QString title = QString::fromStdString(run.plan.title);
    const QString stage = QString::fromStdString(run.plan.stage);
    return stage.isEmpty() ? VersionsWindow::tr("%1 (%2)").arg(title, name)
                           : VersionsWindow::tr("%1, %2 (%3)").arg(title, stage, name);
}

} // namespace

VersionsWindow::VersionsWindow(PlanSession& now, map::ThemeKind theme, QWidget* parent)
    : QWidget(parent, Qt::Window), m_now(now), m_maps(new LinkedMaps) {
    setWindowTitle(tr("Two versions of the plan"));
    setObjectName(QStringLiteral("versions"));
    m_pool.setMaxThreadCount(1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kQuietMs);
    m_maps->before().setTheme(theme);
    m_maps->now().setTheme(theme);
    auto* parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_maps);
    parts->addWidget(makeBottom());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeTop());
    layout->addWidget(parts, 1);
    connect(&m_wait, &QTimer::timeout, this, &VersionsWindow::takeNow);
    connect(&m_now, &PlanSession::resultChanged, this, [this] { m_wait.start(); });
    connect(&m_other, &PlanSession::stateChanged, this, &VersionsWindow::takeOther);
    connect(&m_other, &PlanSession::progressed, this, [this](const QString& stage, double fraction) {
        m_progress->setFormat(stageText(stage));
        m_progress->setValue(static_cast<int>(fraction * 100.0));
    });
    connect(&m_now, &PlanSession::saved, this, &VersionsWindow::readSavedAgain);
    connect(&m_now, &PlanSession::valuesSaved, this, &VersionsWindow::readSavedAgain);
    resize(1200, 800);
}

VersionsWindow::~VersionsWindow() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

QWidget* VersionsWindow::makeTop() {
    auto* top = new QWidget;
    m_beforeTitle = plainLabel(tr("The version before"));
    m_nowTitle = plainLabel(tr("The version now"));
    m_state = plainLabel(tr("State of the comparison"));
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_progress->setRange(0, 100);
    m_stopButton = new QPushButton(tr("Sto&p"));
    connect(m_stopButton, &QPushButton::clicked, this, &VersionsWindow::cancel);
    auto* titles = new QHBoxLayout;
    titles->addWidget(m_beforeTitle, 1);
    titles->addWidget(m_nowTitle, 1);
    auto* state = new QHBoxLayout;
    state->addWidget(m_state, 2);
    state->addWidget(m_progress, 1);
    state->addWidget(m_stopButton);
    auto* layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(state);
    layout->addLayout(titles);
    return top;
}

QWidget* VersionsWindow::makeBottom() {
    m_filter.setSourceModel(&m_model);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Filter by text"));
    m_search->setAccessibleName(tr("Filter the comparison by text"));
    m_search->setClearButtonEnabled(true);
    m_trends = new QComboBox;
    m_trends->setAccessibleName(tr("Filter the comparison by what became of it"));
    m_trends->addItem(tr("Everything"));
    for (int trend = 0; trend <= static_cast<int>(Trend::notChecked); ++trend) {
        m_trends->addItem(trendText(static_cast<Trend>(trend)), trend);
    }
    m_list = new QTreeView;
    m_list->setModel(&m_filter);
    m_list->setAccessibleName(tr("What became of the findings"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(VersionsModel::Became, Qt::AscendingOrder);
    const auto makeWide = [this](int column, int letters) {
        m_list->setColumnWidth(column, letters * m_list->fontMetrics().averageCharWidth());
    };
    makeWide(VersionsModel::Became, 24);
    makeWide(VersionsModel::Rule, 16);
    makeWide(VersionsModel::What, 46);
    makeWide(VersionsModel::Before, 28);
    makeWide(VersionsModel::Now, 28);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copyRows = new QAction(tr("&Copy as a table"), m_list);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &VersionsWindow::copy);
    m_list->addAction(copyRows);
    m_summary = new QTextBrowser;
    m_summary->setAccessibleName(tr("Both versions in figures"));
    m_summary->setOpenLinks(false);
    m_copy = new QPushButton(tr("&Copy as a table"));
    m_save = new QPushButton(tr("&Save as a page…"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_trends);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    auto* sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(m_list);
    sides->addWidget(m_summary);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    auto* bottom = new QWidget;
    auto* layout = new QVBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(sides, 1);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &VersionsFilter::setSearch);
    connect(m_trends, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant trend = m_trends->currentData();
        m_filter.setTrend(trend.isValid() ? std::optional(static_cast<Trend>(trend.toInt())) : std::nullopt);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &VersionsWindow::showChosen);
    connect(m_list, &QTreeView::clicked, this, &VersionsWindow::showChosen);
    connect(m_list, &QTreeView::activated, this, &VersionsWindow::showChosen);
    connect(m_copy, &QPushButton::clicked, this, &VersionsWindow::copy);
    connect(m_save, &QPushButton::clicked, this, &VersionsWindow::askForPage);
    return bottom;
}

void VersionsWindow::tell(const QString& text, bool isBusy) {
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_progress->setVisible(isBusy);
    m_stopButton->setVisible(isBusy);
    const bool isThere = m_model.versions() != nullptr;
    m_copy->setEnabled(isThere);
    m_save->setEnabled(isThere && !isBusy);
}

QString VersionsWindow::state() const {
    return m_state->text();
}

QString VersionsWindow::summary() const {
    return m_summary->toPlainText();
}

void VersionsWindow::begin(const QString& file, const QString& name) {
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_newest;
    m_isSaved = false;
    m_name = name;
    m_note.clear();
    m_beforeRun.reset();
    m_model.setVersions(nullptr);
    m_summary->clear();
    m_maps->before().setScene(nullptr);
    m_beforeTitle->setText(tr("Before: %1").arg(name));
    m_beforeTitle->setToolTip(file);
    m_progress->setValue(0);
    tell(tr("Opening the version before…"), true);
}

void VersionsWindow::compareWith(const QString& file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    begin(path, QFileInfo(path).fileName());
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        openRun(path);
    } else {
        m_other.setToday(m_now.today());
        m_other.open(path, m_now.options(), true);
    }
}

void VersionsWindow::compareWithSaved() {
    begin(m_now.file(), tr("as it is saved"));
    m_isSaved = true;
    m_other.setToday(m_now.today());
    m_other.open(m_now.file(), m_now.options(), true);
}

void VersionsWindow::cancel() {
    m_stop.request_stop();
    m_other.cancel();
    tell(tr("Stopped."), false);
}

void VersionsWindow::start(std::function<std::function<void()>(const std::stop_token&)> work) {
    m_pool.start([this, number = ++m_newest, stop = m_stop.get_token(), work = std::move(work)] {
        std::function<void()> finish;
        try {
            finish = work(stop);
        } catch (const std::exception& error) {
            if (stop.stop_requested()) {
                return; // it was told then
            }
            finish = [this, reason = QString::fromUtf8(error.what())] { tell(reason, false); };
        }
        // The destructor waits for this thread, and drops what is still on its way after that.
        QMetaObject::invokeMethod(
            this,
            [this, number, stop, finish = std::move(finish)] {
                if (number == m_newest && !stop.stop_requested()) {
                    finish();
                }
            },
            Qt::QueuedConnection);
    });
}

/// A run holds no layers: its findings are drawn on the plan as it is now.
void VersionsWindow::openRun(const QString& file) {
    const SnapshotPtr snapshot = m_now.snapshot();
    start([this, file, scene = snapshot == nullptr ? nullptr : snapshot->scene](const std::stop_token&) {
        auto run = std::make_shared<const RunResult>(readRun(file.toStdString()));
        const map::ScenePtr drawn = scene == nullptr ? nullptr : map::withFindings(*scene, run);
        return [this, run, drawn] {
            setBefore(run, drawn,
                      tr("A saved run holds findings only: they are drawn on the layers of the plan as it is now."));
        };
    });
}

void VersionsWindow::readSavedAgain() {
    if (m_isSaved && !m_stop.stop_requested()) {
        m_other.reopen();
    }
}

void VersionsWindow::takeOther() {
    switch (m_other.state()) {
    case SessionState::upToDate:
        setBefore(m_other.result(), m_other.snapshot()->scene, {});
        break;
    case SessionState::couldNotRun:
        tell(tr("The version before could not be checked: %1").arg(m_other.problems().join(QLatin1Char(' '))), false);
        break;
    case SessionState::outOfDate: // its file has changed
        m_other.run();
        break;
    case SessionState::empty:
    case SessionState::opening:
    case SessionState::neverRun:
    case SessionState::running:
        break;
    }
}

void VersionsWindow::setBefore(RunPtr run, map::ScenePtr scene, const QString& note) {
    m_beforeRun = std::move(run);
    m_note = note;
    m_maps->before().setScene(std::move(scene));
    m_beforeTitle->setText(tr("Before: %1").arg(titleOf(*m_beforeRun, m_name)));
    takeNow();
}

void VersionsWindow::takeNow() {
    const SnapshotPtr snapshot = m_now.snapshot();
    const RunPtr run = m_now.result();
    if (snapshot == nullptr || run == nullptr) {
        return; // it is being opened; resultChanged() comes
    }
    m_maps->now().setScene(snapshot->scene);
    m_nowTitle->setText(tr("Now: %1").arg(titleOf(*run, QFileInfo(m_now.file()).fileName())));
    compare();
}

void VersionsWindow::compare() {
    if (m_beforeRun == nullptr || m_stop.stop_requested()) {
        return;
    }
    tell(tr("Comparing…"), true);
    start([this, before = m_beforeRun, now = m_now.result()](const std::stop_token& stop) {
        const VersionsPtr versions = compareVersions(before, now, stop);
        return [this, versions] { showVersions(versions); };
    });
}

void VersionsWindow::showVersions(const VersionsPtr& versions) {
    const QModelIndex chosen = m_list->currentIndex();
    const QString key = chosen.data(VersionsModel::NowKeyRole).toString();
    m_model.setVersions(versions);
    m_summary->setHtml(versions->summary);
    tell(m_note, false);
    for (int row = 0; !key.isEmpty() && row < m_filter.rowCount(); ++row) {
        if (m_filter.index(row, 0).data(VersionsModel::NowKeyRole).toString() == key) {
            m_list->setCurrentIndex(m_filter.index(row, 0)); // what was chosen stays chosen
            break;
        }
    }
    Q_EMIT compared();
}

void VersionsWindow::showChosen() {
    const QModelIndex row = m_list->currentIndex();
    m_maps->showFinding(row.data(VersionsModel::BeforeKeyRole).toString(),
                        row.data(VersionsModel::NowKeyRole).toString());
}

void VersionsWindow::copy() const {
    QGuiApplication::clipboard()->setText(m_filter.asTable());
}

void VersionsWindow::askForPage() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the comparison"), tr("comparison.html"),
                                                      tr("Pages (*.html);;All files (*)"));
    if (!file.isEmpty()) {
        savePage(file);
    }
}

void VersionsWindow::savePage(const QString& file) {
    const VersionsPtr versions = m_model.versions();
    if (versions == nullptr) {
        return;
    }
    tell(tr("Writing the page…"), true);
    start([this, versions, file](const std::stop_token&) {
        writeVersionsPage(file.toStdString(), *versions);
        return [this, file] {
            tell(tr("The page is in %1.").arg(file), false);
            Q_EMIT pageWritten(file);
        };
    });
}

} // namespace merestone::viewer
