// SPDX-License-Identifier: MIT
#include "comparison/trend.hpp"

#include <cmath>

namespace merestone {

namespace {

int gravityOf(const Finding& finding) noexcept {
    switch (finding.verdict) {
    case Verdict::fail:
        return finding.waived ? 2 : 3;
    case Verdict::borderline:
    case Verdict::cannotTell:
    case Verdict::needsJudgement:
    case Verdict::notRun:
        return 1;
    case Verdict::pass:
    case Verdict::notApplicable:
        break;
    }
    return 0;
}

} // namespace

Trend trendOf(const FindingChange& change) noexcept {
    switch (change.kind) {
    case ChangeKind::added:
        return Trend::added;
    case ChangeKind::fixed:
        return Trend::gone;
    case ChangeKind::notChecked:
        return Trend::notChecked;
    case ChangeKind::stillThere:
        return Trend::same;
    case ChangeKind::changed:
        break;
    }
    const Finding& before = *change.before;
    const Finding& after = *change.after;
    const int step = gravityOf(after) - gravityOf(before);
    if (step != 0) {
        return step > 0 ? Trend::worse : Trend::better;
    }
    constexpr double kNoDifference = 1e-9; // of the figure: what a copy in a file may lose
    if (before.margin && after.margin && before.unit == after.unit) {
        const double difference = *after.margin - *before.margin;
        if (std::abs(difference) > kNoDifference * std::abs(*before.margin)) {
            return difference < 0.0 ? Trend::worse : Trend::better;
        }
    }
    return Trend::differs;
}

std::map<std::string, std::map<Trend, std::size_t>> trendsByPolicy(const RunComparison& comparison) {
    std::map<std::string, std::map<Trend, std::size_t>> trends;
    for (const FindingChange& change : comparison.changes) {
        ++trends[change.latest().policy.str()][trendOf(change)];
    }
    return trends;
}

} // namespace merestone
