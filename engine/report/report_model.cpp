// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "base/text.hpp"
#include "exchange/rule_text.hpp"
#include "findings/rule_state.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace merestone {

namespace {

constexpr std::string_view kDataPolicy = "data";

bool isListed(const Finding& finding) noexcept {
    return finding.verdict != Verdict::pass && finding.verdict != Verdict::notApplicable;
}

double marginOf(const Finding& finding) noexcept {
    return finding.margin && !std::isnan(*finding.margin) ? *finding.margin : std::numeric_limits<double>::infinity();
}

std::size_t countOf(const RuleResult& rule, Verdict verdict) {
    const auto found = rule.counts.find(verdict);
    return found == rule.counts.end() ? 0 : found->second;
}

RuleView viewOf(const RuleResult& result, const RuleSpec* spec, std::vector<const Finding*> open) {
    RuleView view;
    view.result = &result;
    view.spec = spec;
    view.open = std::move(open);
    std::stable_sort(view.open.begin(), view.open.end(), [](const Finding* a, const Finding* b) {
        return std::tuple(a->verdict, marginOf(*a)) < std::tuple(b->verdict, marginOf(*b));
    });
    view.allWaived = result.verdict == Verdict::fail && !hasOpenConflict(result);
    view.told = !view.open.empty() || (!isQuiet(result) && !view.allWaived);
    return view;
}

void count(PolicyView& policy, const RuleView& rule) {
    const RuleResult& result = *rule.result;
    const std::size_t fails = countOf(result, Verdict::fail);
    policy.conflicts += failsAsAWhole(result) ? 1 : fails - std::min(fails, result.waived);
    policy.waived += result.waived;
    for (const Verdict verdict : {Verdict::borderline, Verdict::cannotTell, Verdict::needsJudgement, Verdict::notRun}) {
        policy.undecided += countOf(result, verdict);
    }
    policy.undecided += result.verdict == Verdict::notRun && countOf(result, Verdict::notRun) == 0 ? 1 : 0;
    policy.told = policy.told || rule.told;
}

/// The worst of the rules; a conflict that is waived counts only where nothing worse than a pass is beside it.
void judge(PolicyView& policy) {
    bool waived = false;
    for (const RuleView& rule : policy.rules) {
        if (rule.allWaived) {
            waived = true;
            continue;
        }
        policy.verdict = std::min(policy.verdict, rule.result->verdict);
    }
    if (waived && policy.verdict >= Verdict::pass) {
        policy.verdict = Verdict::fail;
        policy.allWaived = true;
    }
}

} // namespace

std::vector<PolicyView> policyViews(const RunResult& run, const Plan& plan) {
    std::unordered_map<std::string_view, std::vector<const Finding*>> open;
    for (const Finding& finding : run.findings) {
        if (isListed(finding) && !finding.waived) {
            open[finding.rule.str()].push_back(&finding);
        }
    }
    std::unordered_map<std::string_view, const RuleSpec*> specs;
    std::vector<PolicyView> policies;
    std::unordered_map<std::string, std::size_t> numbers;
    for (const PolicySpec& spec : plan.policies) {
        numbers.emplace(spec.id, policies.size());
        policies.push_back({spec.id, spec.title, spec.text, spec.isHeading, {}});
        for (const RuleSpec& rule : spec.rules) {
            specs.emplace(rule.id, &rule);
        }
    }
    for (const RuleResult& result : run.rules) {
        const auto [place, added] = numbers.emplace(result.policy, policies.size());
        if (added) {
            const bool data = result.policy == kDataPolicy || result.policy.empty();
            policies.push_back({result.policy, data ? "Checks of the data and the waivers" : "", "", true, {}});
        }
        PolicyView& policy = policies[place->second];
        const auto spec = specs.find(result.id);
        policy.rules.push_back(
            viewOf(result, spec == specs.end() ? nullptr : spec->second, std::move(open[result.id])));
        count(policy, policy.rules.back());
    }
    for (PolicyView& policy : policies) {
        judge(policy);
    }
    return policies;
}

ReportModel::ReportModel(const ReportContent& from, const ReportOptions& how)
    : content(from), options(how), run(from.checked.run), plan(from.plan), policies(policyViews(run, plan)),
      changes(changesByKey(from.checked)) {
    for (const Finding& finding : run.findings) {
        if (finding.waived) {
            waived.push_back(&finding);
        }
    }
    for (const RuleResult& rule : run.rules) {
        rules.emplace(rule.id, &rule);
    }
    for (const ReportPicture& drawn : content.pictures) {
        m_pictures.emplace(drawn.key, &drawn);
    }
}

std::size_t ReportModel::toldOf(const RuleView& rule) const noexcept {
    return options.maxFindings == 0 ? rule.open.size() : std::min(rule.open.size(), options.maxFindings);
}

const ReportPicture* ReportModel::picture(std::string_view key) const {
    const auto found = m_pictures.find(key);
    return found == m_pictures.end() ? nullptr : found->second;
}

std::vector<std::string> findingsToDraw(const RunResult& run, const Plan& plan, std::size_t maxFindings,
                                        std::size_t most) {
    std::vector<const Finding*> told;
    for (const PolicyView& policy : policyViews(run, plan)) {
        for (const RuleView& rule : policy.rules) {
            const std::size_t count = maxFindings == 0 ? rule.open.size() : std::min(rule.open.size(), maxFindings);
            std::copy_if(rule.open.begin(), rule.open.begin() + static_cast<std::ptrdiff_t>(count),
                         std::back_inserter(told),
                         [](const Finding* finding) { return !finding->evidenceWkb.empty(); });
        }
    }
    std::stable_sort(told.begin(), told.end(), [](const Finding* a, const Finding* b) {
        return std::tuple(a->verdict, a->severity) < std::tuple(b->verdict, b->severity);
    });
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < std::min(told.size(), most); ++i) {
        keys.push_back(told[i]->key);
    }
    return keys;
}

std::string acrossText(const ReportPicture& picture) {
    const double metres = picture.land.maxX - picture.land.minX;
    const double step = metres >= 1000 ? 100 : 10;
    return "about " + rounded(std::max(step, std::round(metres / step) * step), 0) + " metres across";
}

} // namespace merestone
