// SPDX-License-Identifier: MIT
#pragma once

#include "guide/guide_page.hpp"
#include "models/plan_session.hpp"

namespace merestone::viewer {

/// What the check says of the plan, in a few sentences, and what to do next.
class FindingsPage : public GuidePage {
    Q_OBJECT

public:
    FindingsPage(GuideJob& job, PlanSession& session);

Q_SIGNALS:
    void findingsWanted();

private:
    void tell();

    PlanSession& m_session;
    QLabel* m_words;
    QPushButton* m_show;
};

/// The sentences about a run: how much agrees and conflicts, and what to do next.
[[nodiscard]] QString nextSteps(const RunResult& run);

} // namespace merestone::viewer
