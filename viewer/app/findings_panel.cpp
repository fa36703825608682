// SPDX-License-Identifier: MIT
#include "app/findings_panel.hpp"

#include "app/explanation.hpp"
#include "app/verdict_icon.hpp"
#include "models/wording.hpp"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFontMetrics>
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

#include <algorithm>
#include <utility>

namespace merestone::viewer {

namespace {

struct StateLook {
    QString sign; ///< told apart without colour
    QString text;
};

StateLook lookOf(SessionState state) {
    switch (state) {
    case SessionState::empty:
        return {QStringLiteral("–"), FindingsPanel::tr("No plan is open")};
    case SessionState::opening:
        return {QStringLiteral("…"), FindingsPanel::tr("Opening the plan")};
    case SessionState::neverRun:
        return {QStringLiteral("○"), FindingsPanel::tr("Not checked yet")};
    case SessionState::running:
        return {QStringLiteral("…"), FindingsPanel::tr("Checking")};
    case SessionState::upToDate:
        return {QStringLiteral("✓"), FindingsPanel::tr("Up to date")};
    case SessionState::outOfDate:
        return {QStringLiteral("↻"), FindingsPanel::tr("Out of date")};
    case SessionState::couldNotRun:
        return {QStringLiteral("✕"), FindingsPanel::tr("Could not run")};
    }
    return {};
}

/// Room for the longest verdict of the language with a number of findings behind it.
int widestVerdict(const QFontMetrics& metrics) {
    int widest = 0;
    for (int verdict = 0; verdict <= static_cast<int>(Verdict::notApplicable); ++verdict) {
        widest = std::max(widest, metrics.horizontalAdvance(verdictText(static_cast<Verdict>(verdict))));
    }
    return widest + metrics.horizontalAdvance(QStringLiteral(" (999)  "));
}

const std::set<Verdict> kAttention{Verdict::fail, Verdict::borderline, Verdict::cannotTell, Verdict::needsJudgement,
                                   Verdict::notRun};

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent) : QWidget(parent) {
    m_model.setIconMaker(verdictIcon);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(makeStateRow());
    layout->addWidget(makeFilterRow());
    makeView();
    m_explanation = new QTextBrowser;
    m_explanation->setAccessibleName(tr("Explanation of the chosen finding"));
    m_explanation->setOpenLinks(false);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_view);
    splitter->addWidget(m_explanation);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);
    connect(&m_lister, &FindingsLister::listed, this, &FindingsPanel::takeList);
    connect(&m_model, &FindingsModel::sortWanted, this, [this](FindingsColumn column, bool descending) {
        if (m_choice.column != column || m_choice.descending != descending) {
            m_choice.column = column;
            m_choice.descending = descending;
            list();
        }
    });
    explain();
}

QWidget* FindingsPanel::makeStateRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stateText = new QLabel;
    m_stateText->setAccessibleName(tr("State of the check"));
    m_stateText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_counts = new QLabel;
    m_counts->setAccessibleName(tr("Sum of the findings"));
    m_counts->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress of the check"));
    m_progress->setRange(0, 100);
    m_check = new QPushButton(tr("&Check"));
    m_check->setToolTip(tr("Check the whole plan (F5)"));
    m_stop = new QPushButton(tr("S&top"));
    connect(m_check, &QPushButton::clicked, this, &FindingsPanel::checkWanted);
    connect(m_stop, &QPushButton::clicked, this, &FindingsPanel::stopWanted);
    layout->addWidget(m_stateText);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_stop);
    layout->addWidget(m_check);
    return row;
}

QWidget* FindingsPanel::makeFilterRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Filter by text"));
    m_search->setAccessibleName(tr("Filter findings by text"));
    m_search->setClearButtonEnabled(true);
    m_verdicts = new QComboBox;
    m_verdicts->setAccessibleName(tr("Filter findings by verdict"));
    m_verdicts->addItem(tr("All verdicts"));
    m_verdicts->addItem(tr("What needs attention"));
    for (int verdict = 0; verdict <= static_cast<int>(Verdict::notApplicable); ++verdict) {
        const auto value = static_cast<Verdict>(verdict);
        m_verdicts->addItem(verdictIcon(value), verdictText(value), verdict);
    }
    m_waived = new QComboBox;
    m_waived->setAccessibleName(tr("Waived conflicts"));
    m_waived->addItems({tr("Waived too"), tr("No waived"), tr("Waived only")});
    connect(m_search, &QLineEdit::textChanged, this, &FindingsPanel::applyFilter);
    connect(m_verdicts, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    connect(m_waived, &QComboBox::currentIndexChanged, this, &FindingsPanel::applyFilter);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_verdicts);
    layout->addWidget(m_waived);
    return row;
}

void FindingsPanel::makeView() {
    m_view = new QTreeView;
    m_view->setModel(&m_model);
    m_view->setAccessibleName(tr("Rules and findings"));
    m_view->setUniformRowHeights(true);
    m_view->setTextElideMode(Qt::ElideMiddle); // the end tells rules of one name apart
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(FindingsModel::What, Qt::AscendingOrder);
    m_view->setColumnWidth(FindingsModel::What, 330);
    m_view->setColumnWidth(FindingsModel::VerdictColumn, widestVerdict(m_view->fontMetrics()));
    for (int column = FindingsModel::Measured; column < FindingsModel::ColumnCount; ++column) {
        m_view->setColumnWidth(column,
                               std::max(m_view->columnWidth(column), m_view->header()->sectionSizeHint(column)));
    }
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copyRows = new QAction(tr("&Copy"), m_view);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &FindingsPanel::copy);
    m_view->addAction(copyRows);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        explain();
        Q_EMIT chosenChanged();
        if (!m_restoring) {
            Q_EMIT chosenByUser();
        }
    });
    connect(m_view, &QTreeView::activated, this, &FindingsPanel::chosenByUser);
    connect(m_view, &QTreeView::clicked, this, &FindingsPanel::chosenByUser);
}

void FindingsPanel::setState(const PlanSession& session) {
    const StateLook look = lookOf(session.state());
    const bool isBusy = session.state() == SessionState::opening || session.state() == SessionState::running;
    QString text = QStringLiteral("%1 <b>%2</b>").arg(look.sign, look.text.toHtmlEscaped());
    if (session.state() == SessionState::outOfDate) {
        text += QStringLiteral("<br/>") + session.stateReason().toHtmlEscaped();
    }
    m_stateText->setText(text);
    m_stateText->setWordWrap(session.state() == SessionState::outOfDate);
    m_progress->setVisible(isBusy);
    m_counts->setVisible(!isBusy);
    m_stop->setVisible(isBusy);
    m_check->setEnabled(!isBusy && session.state() != SessionState::empty);
    m_progress->setValue(0);
    m_snapshot = session.snapshot();
    if (session.state() == SessionState::couldNotRun) {
        QString html = QStringLiteral("<p><b>%1</b></p><ul>").arg(tr("The plan could not be checked").toHtmlEscaped());
        for (const QString& problem : session.problems()) {
            html += QStringLiteral("<li>%1</li>").arg(problem.toHtmlEscaped());
        }
        showExplanation(html + QStringLiteral("</ul>"));
    } else {
        explain();
    }
}

void FindingsPanel::setProgress(const QString& stage, double fraction) {
    m_progress->setFormat(stageText(stage));
    m_progress->setValue(static_cast<int>(fraction * 100.0));
}

void FindingsPanel::setResult(const PlanSession& session) {
    m_snapshot = session.snapshot();
    m_run = session.result();
    list();
    showCounts();
}

/// Asks for the list of the run as it is chosen; takeList() gets it, at once when it is short.
void FindingsPanel::list() {
    m_lister.want(m_run, m_snapshot == nullptr ? nullptr : m_snapshot->plan, m_choice);
}

void FindingsPanel::takeList(const FindingsListPtr& list) {
    const bool isFirst = m_model.list() == nullptr;
    const QString key = chosenKey().isEmpty() ? m_wanted : chosenKey();
    m_restoring = true;
    m_model.setList(list);
    if (isFirst || std::exchange(m_unfolds, false)) {
        unfold();
    }
    m_wanted = key;
    if (chosenKey() != key) {
        choose(key);
    }
    m_restoring = false;
    explain();
    Q_EMIT chosenChanged();
}

void FindingsPanel::unfold() {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_view->expand(m_model.index(row, 0));
    }
}

void FindingsPanel::showCounts() {
    m_counts->setText(m_run == nullptr ? QString() : summaryText(*m_run));
}

void FindingsPanel::applyFilter() {
    const QVariant verdict = m_verdicts->currentData();
    std::set<Verdict> verdicts;
    if (m_verdicts->currentIndex() == 1) {
        verdicts = kAttention;
    } else if (verdict.isValid()) {
        verdicts = {static_cast<Verdict>(verdict.toInt())};
    }
    m_choice.verdicts = verdicts;
    m_choice.waived = static_cast<FindingsChoice::Waived>(m_waived->currentIndex());
    m_choice.words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_unfolds = true;
    list();
    Q_EMIT filterChanged(verdicts.empty() ? kAttention : verdicts,
                         m_waived->currentIndex() == static_cast<int>(FindingsChoice::Waived::alone));
}

bool FindingsPanel::choose(const QString& key) {
    const QModelIndex index = m_model.indexOfKey(key);
    if (!index.isValid()) {
        return false;
    }
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        m_view->expand(above);
    }
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
    return true;
}

void FindingsPanel::step(int direction) {
    if (const QModelIndex next = m_model.step(m_view->currentIndex(), direction); next.isValid()) {
        choose(next.data(FindingsModel::KeyRole).toString());
    }
}

QString FindingsPanel::chosenKey() const {
    return m_view->currentIndex().siblingAtColumn(0).data(FindingsModel::KeyRole).toString();
}

QString FindingsPanel::chosenRule() const {
    const RuleResult* rule = m_model.rule(m_view->currentIndex());
    return rule == nullptr ? QString() : QString::fromStdString(rule->id);
}

const Finding* FindingsPanel::chosenFinding() const {
    return m_model.finding(m_view->currentIndex());
}

void FindingsPanel::copy() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QGuiApplication::clipboard()->setText(m_model.asTable(rows));
}

void FindingsPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// Laying out text takes long, and most of the time it is the same again.
void FindingsPanel::showExplanation(const QString& html) {
    if (html != m_explained) {
        m_explained = html;
        m_explanation->setHtml(html);
    }
}

void FindingsPanel::explain() {
    const QModelIndex index = m_view->currentIndex();
    const RuleResult* rule = m_model.rule(index);
    if (rule == nullptr) {
        showExplanation(
            QStringLiteral("<p>%1</p>")
                .arg(tr("Choose a finding to see where it is, how it was measured and what would make it pass.")
                         .toHtmlEscaped()));
        return;
    }
    const RuleSpec* spec = m_snapshot == nullptr ? nullptr : findRule(*m_snapshot->plan, rule->id);
    const Finding* finding = m_model.finding(index);
    showExplanation(finding == nullptr ? explainRule(*rule, spec) : explainFinding(*finding, *rule, spec));
}

} // namespace merestone::viewer
