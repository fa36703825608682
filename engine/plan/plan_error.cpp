// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "plan/plan.hpp"

namespace merestone {

namespace {

std::string allLines(const std::vector<PlanProblem>& problems) {
    std::string text;
    for (const PlanProblem& problem : problems) {
        text += (text.empty() ? "" : "\n") + printable(problem.place.text()) + ": " + problem.message;
    }
    return text;
}

} // namespace

PlanError::PlanError(std::vector<PlanProblem> problems)
    : Error(ErrorCode::plan, allLines(problems)), m_problems(std::move(problems)) {}

PlanError::~PlanError() = default;

} // namespace merestone
