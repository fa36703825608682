// SPDX-License-Identifier: MIT
#include "findings/rule_state.hpp"

#include <algorithm>

namespace merestone {

namespace {

std::size_t conflictsOf(const RuleResult& rule) {
    const auto found = rule.counts.find(Verdict::fail);
    return found == rule.counts.end() ? 0 : found->second;
}

} // namespace

bool failsAsAWhole(const RuleResult& rule) {
    return rule.verdict == Verdict::fail && conflictsOf(rule) == 0;
}

bool hasOpenConflict(const RuleResult& rule) {
    return conflictsOf(rule) > rule.waived || failsAsAWhole(rule);
}

bool isUndecided(Verdict verdict) noexcept {
    return verdict == Verdict::borderline || verdict == Verdict::cannotTell || verdict == Verdict::notRun;
}

bool hasUndecided(const RuleResult& rule) {
    return isUndecided(rule.verdict) || std::any_of(rule.counts.begin(), rule.counts.end(), [](const auto& count) {
               return isUndecided(count.first) && count.second > 0;
           });
}

} // namespace merestone
