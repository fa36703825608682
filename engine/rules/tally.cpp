// SPDX-License-Identifier: MIT
#include "rules/tally.hpp"

#include <algorithm>

namespace merestone {

namespace {

void addStatistic(std::vector<Statistic>& all, const Statistic& part) {
    const auto same = std::find_if(all.begin(), all.end(), [&part](const Statistic& known) {
        return known.name == part.name && known.kind == part.kind;
    });
    if (same == all.end()) {
        all.push_back(part);
        return;
    }
    if (part.count == 0) {
        return;
    }
    same->unit = part.unit;
    same->minimum = same->count == 0 ? part.minimum : std::min(same->minimum, part.minimum);
    same->maximum = same->count == 0 ? part.maximum : std::max(same->maximum, part.maximum);
    same->sum += part.sum;
    same->count += part.count;
}

} // namespace

RuleTally tallyOf(const RuleOutcome& outcome) {
    RuleTally tally;
    tally.notRunReason = outcome.notRunReason;
    if (!tally.notRunReason.empty()) {
        return tally;
    }
    tally.subjects = outcome.scope.size();
    tally.statistics = outcome.statistics;
    for (const std::uint32_t row : outcome.scope) {
        ++tally.counts[outcome.verdicts[row]];
    }
    return tally;
}

void addTo(RuleTally& sum, const RuleTally& part) {
    if (sum.notRunReason.empty()) {
        sum.notRunReason = part.notRunReason;
    }
    sum.subjects += part.subjects;
    for (const auto& [verdict, count] : part.counts) {
        sum.counts[verdict] += count;
    }
    for (const Statistic& statistic : part.statistics) {
        addStatistic(sum.statistics, statistic);
    }
}

RuleResult summariseRule(const CompiledRule& rule, const RuleTally& tally) {
    const RuleSpec& spec = *rule.spec;
    RuleResult result;
    result.id = spec.id;
    result.policy = spec.policy;
    result.title = spec.title.empty() ? spec.id : spec.title;
    result.explanation = spec.explanation;
    result.severity = spec.severity;
    result.source = spec.source;
    result.settings = spec.settings;
    if (!tally.notRunReason.empty()) {
        result.reason = tally.notRunReason;
        return result;
    }
    result.statistics = tally.statistics;
    result.counts = tally.counts;
    result.verdict = Verdict::notApplicable;
    for (const auto& [verdict, count] : tally.counts) {
        result.verdict = std::min(result.verdict, verdict);
    }
    if (tally.subjects == 0) {
        result.reason = "layer '" + spec.subjects + "' has no feature that this rule is about";
    }
    return result;
}

} // namespace merestone
