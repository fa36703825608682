// SPDX-License-Identifier: MIT
#include "plan/problems.hpp"

#include "base/text.hpp"
#include "plan/limits.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {

void Problems::add(Place place, const std::string& message) {
    m_problems.push_back({std::move(place), printable(message)});
    if (m_problems.size() >= kMaximumProblems) {
        throwIfAny();
    }
}

void Problems::append(const std::vector<PlanProblem>& problems) {
    for (const PlanProblem& problem : problems) {
        add(problem.place, problem.message);
    }
}

void Problems::throwIfAny() const {
    if (m_problems.empty()) {
        return;
    }
    std::vector<PlanProblem> sorted = m_problems;
    std::stable_sort(sorted.begin(), sorted.end(), [](const PlanProblem& a, const PlanProblem& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    if (sorted.size() >= kMaximumProblems) {
        sorted.push_back({{m_file, 0, 0}, "there may be more mistakes; mend these first"});
    }
    throw PlanError(std::move(sorted));
}

} // namespace merestone
