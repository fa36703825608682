// SPDX-License-Identifier: MIT
#include "guide/findings_page.hpp"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace merestone::viewer {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FindingsPage)
};

int countOf(const Summary& summary, Verdict verdict) {
    const auto found = summary.counts.find(verdict);
    return found == summary.counts.end() ? 0 : static_cast<int>(found->second);
}

} // namespace

QString nextSteps(const RunResult& run) {
    if (run.rules.empty()) {
        return Text::tr("The plan has no rules yet. Go to 'Policy' and choose one.");
    }
    const Summary summary = summarise(run);
    const int conflicts = countOf(summary, Verdict::fail) - static_cast<int>(summary.waived);
    const int unclear = countOf(summary, Verdict::cannotTell) + countOf(summary, Verdict::borderline);
    const int judged = countOf(summary, Verdict::needsJudgement);
    const int agreed = countOf(summary, Verdict::pass);
    QStringList lines;
    if (conflicts > 0) {
        lines << Text::tr(
            "%n policy conflict(s). Look at each in the list of findings: the map goes to its place. Then change "
            "the drawing or the figure, or weigh the conflict and waive it with a reason.",
            nullptr, conflicts);
    }
    if (unclear > 0) {
        lines << Text::tr(
            "%n finding(s) in which the data cannot tell. Each says what is missing: a value, or the word that a map "
            "holds everything of its kind.",
            nullptr, unclear);
    }
    if (judged > 0) {
        lines << Text::tr("%n thing(s) only people can judge; the figures for it are in the list.", nullptr, judged);
    }
    for (const RuleResult& rule : run.rules) {
        if (rule.verdict == Verdict::notRun) {
            lines << Text::tr("The rule %1 could not run: %2")
                         .arg(QString::fromStdString(rule.id), QString::fromStdString(rule.reason));
        }
    }
    if (agreed > 0) {
        lines << Text::tr("%n feature(s) looked at that agree.", nullptr, agreed);
    }
    if (lines.isEmpty()) {
        lines << Text::tr(
            "The rules had nothing to look at: their layers hold nothing that they apply to. Draw a site or a green "
            "space (Map ▸ Draw a new feature), and the findings follow as you draw.");
    } else if (conflicts == 0 && unclear == 0) {
        lines << Text::tr("Nothing conflicts. Draw on, or add another policy.");
    }
    return lines.join(QStringLiteral("\n\n"));
}

FindingsPage::FindingsPage(GuideJob& job, PlanSession& session)
    : GuidePage(job, tr("What the check says, and what to do next.")), m_session(session), m_words(words()),
      m_show(new QPushButton(tr("Show the &list of findings"))) {
    m_words->setAccessibleName(tr("What the check says"));
    m_words->setObjectName(QStringLiteral("said"));
    m_show->setObjectName(QStringLiteral("show"));
    column().addWidget(m_words);
    column().addWidget(m_show);
    column().addStretch(1);
    connect(m_show, &QPushButton::clicked, this, &FindingsPage::findingsWanted);
    connect(&m_session, &PlanSession::stateChanged, this, &FindingsPage::tell);
    connect(&m_session, &PlanSession::resultChanged, this, &FindingsPage::tell);
    tell();
}

void FindingsPage::tell() {
    const RunPtr run = m_session.result();
    switch (m_session.state()) {
    case SessionState::empty:
        m_words->setText(tr("No plan is open. Begin with 'Area'."));
        break;
    case SessionState::couldNotRun:
        m_words->setText(tr("The plan could not be checked: %1").arg(m_session.stateReason()));
        break;
    case SessionState::opening:
    case SessionState::running:
        m_words->setText(tr("The plan is being checked."));
        break;
    default:
        m_words->setText(run == nullptr ? tr("The plan has not been checked yet; F5 does it.") : nextSteps(*run));
    }
    m_show->setEnabled(run != nullptr);
}

} // namespace merestone::viewer
