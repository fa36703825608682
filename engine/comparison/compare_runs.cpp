// SPDX-License-Identifier: MIT
#include "comparison/compare_runs.hpp"

#include "comparison/differences.hpp"
#include "comparison/match_findings.hpp"
#include "findings/rule_state.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace merestone {

namespace {

constexpr std::string_view kDataPolicy = "data";      // of findings about the data and the plan file
constexpr std::string_view kWaiversLayer = "waivers"; // of findings about waivers

bool saysSomething(const Finding& finding) noexcept {
    return finding.verdict != Verdict::pass && finding.verdict != Verdict::notApplicable;
}

FindingList told(const RunResult& run) {
    FindingList list;
    for (const Finding& finding : run.findings) {
        if (saysSomething(finding)) {
            list.push_back(&finding);
        }
    }
    return list;
}

using RulesById = std::map<std::string_view, const RuleResult*>;

RulesById byId(const RunResult& run) {
    RulesById rules;
    for (const RuleResult& rule : run.rules) {
        rules.emplace(rule.id, &rule);
    }
    return rules;
}

/// Whether a run looked for what a finding of the other run is about. Rules about the data are listed only when
/// they have found something.
class Looked {
public:
    explicit Looked(const RunResult& run) : m_rules(byId(run)) {
        for (const InputSummary& input : run.inputs) {
            m_layers.insert(input.layer);
        }
    }

    [[nodiscard]] bool at(const Finding& finding) const {
        if (const auto rule = m_rules.find(finding.rule); rule != m_rules.end()) {
            return rule->second->verdict != Verdict::notRun &&
                   !(rule->second->verdict == Verdict::notApplicable && !rule->second->reason.empty());
        }
        if (finding.policy != kDataPolicy) {
            return false;
        }
        return finding.subject.layer == kWaiversLayer ? hasRuleOf(finding.subject.id)
                                                      : m_layers.count(finding.subject.layer.str()) > 0;
    }

private:
    /// A waiver is called by its rule, or by "rule/subject".
    [[nodiscard]] bool hasRuleOf(const std::string& waiver) const {
        return std::any_of(m_rules.begin(), m_rules.end(), [&waiver](const auto& rule) {
            return waiver.starts_with(rule.first) &&
                   (waiver.size() == rule.first.size() || waiver[rule.first.size()] == '/');
        });
    }

    RulesById m_rules;
    std::set<std::string> m_layers;
};

void addFindings(RunComparison& result, const RunResult& before, const RunResult& after, const RunContext& context) {
    const FindingList earlier = told(before);
    const FindingList later = told(after);
    std::unordered_map<const Finding*, const Finding*> partners;
    std::unordered_set<const Finding*> matched;
    for (const auto& [first, second] : matchFindings(earlier, later, context)) {
        partners.emplace(second, first);
        matched.insert(first);
    }
    for (const Finding* finding : later) {
        context.throwIfStopped();
        const auto partner = partners.find(finding);
        if (partner == partners.end()) {
            result.changes.push_back({ChangeKind::added, nullptr, finding, {}});
            continue;
        }
        std::vector<Difference> differences = differencesOf(*partner->second, *finding);
        const ChangeKind kind = differences.empty() ? ChangeKind::stillThere : ChangeKind::changed;
        result.changes.push_back({kind, partner->second, finding, std::move(differences)});
    }
    const Looked looked(after);
    for (const Finding* finding : earlier) {
        if (matched.count(finding) == 0) {
            result.changes.push_back(
                {looked.at(*finding) ? ChangeKind::fixed : ChangeKind::notChecked, finding, nullptr, {}});
        }
    }
    for (const FindingChange& change : result.changes) {
        ++result.counts[change.kind];
    }
}

void addRules(RunComparison& result, const RunResult& before, const RunResult& after) {
    const RulesById earlier = byId(before);
    const RulesById later = byId(after);
    for (const RuleResult& rule : after.rules) {
        const auto partner = earlier.find(rule.id);
        if (partner == earlier.end()) {
            result.rules.push_back({nullptr, &rule, {}});
        } else if (auto differences = differencesOf(*partner->second, rule); !differences.empty()) {
            result.rules.push_back({partner->second, &rule, std::move(differences)});
        }
    }
    for (const RuleResult& rule : before.rules) {
        if (later.count(rule.id) == 0) {
            result.rules.push_back({&rule, nullptr, {}});
        }
    }
}

std::string changedFrom(const std::string& what, const std::string& before, const std::string& after) {
    return what + " was " + (before.empty() ? "not given" : before) + " and is " +
           (after.empty() ? "not given" : after);
}

/// What may make runs differ although the land and the drawings are the same.
void addNotes(RunComparison& result, const RunResult& before, const RunResult& after) {
    const auto note = [&result](const std::string& what, const std::string& first, const std::string& second) {
        if (first != second) {
            result.notes.push_back(changedFrom(what, first, second));
        }
    };
    note("the title", before.plan.title, after.plan.title);
    note("the stage", before.plan.stage, after.plan.stage);
    note("the coordinate reference system", before.plan.crs, after.plan.crs);
    note("the version of national policy", before.plan.policySet.id, after.plan.policySet.id);
    std::map<std::string, std::string> versions(before.versions.begin(), before.versions.end());
    for (const auto& [name, version] : after.versions) {
        note(name, versions[name], version);
    }
}

/// A rule that fails as a whole, without a finding that says so, and did not before.
bool failsAnew(const RuleChange& change, Severity failOn) {
    return change.after != nullptr && change.after->severity <= failOn && failsAsAWhole(*change.after) &&
           (change.before == nullptr || change.before->verdict != Verdict::fail);
}

bool isUndecidedAnew(const FindingChange& change) {
    return change.after != nullptr && change.after->severity == Severity::must && isUndecided(change.after->verdict) &&
           (change.before == nullptr || !isUndecided(change.before->verdict));
}

bool isUndecidedAnew(const RuleChange& change) {
    return change.after != nullptr && change.after->severity == Severity::must && hasUndecided(*change.after) &&
           (change.before == nullptr || !hasUndecided(*change.before));
}

} // namespace

std::string_view changeName(ChangeKind kind) noexcept {
    switch (kind) {
    case ChangeKind::added:
        return "new";
    case ChangeKind::fixed:
        return "fixed";
    case ChangeKind::changed:
        return "changed";
    case ChangeKind::stillThere:
        return "still_there";
    case ChangeKind::notChecked:
        return "not_checked";
    }
    return "changed";
}

RunComparison compareRuns(const RunResult& before, const RunResult& after, const RunContext& context) {
    context.throwIfStopped();
    RunComparison result;
    addFindings(result, before, after, context);
    addRules(result, before, after);
    addNotes(result, before, after);
    return result;
}

bool isOpenConflict(const Finding& finding, Severity failOn) noexcept {
    return finding.verdict == Verdict::fail && !finding.waived && finding.severity <= failOn;
}

bool bringsConflict(const FindingChange& change, Severity failOn) noexcept {
    return change.after != nullptr && isOpenConflict(*change.after, failOn) &&
           (change.before == nullptr || !isOpenConflict(*change.before, failOn));
}

int exitStatus(const RunComparison& comparison, Severity failOn) {
    const auto& changes = comparison.changes;
    const auto& rules = comparison.rules;
    if (std::any_of(changes.begin(), changes.end(), [&](const auto& c) { return bringsConflict(c, failOn); }) ||
        std::any_of(rules.begin(), rules.end(), [&](const auto& c) { return failsAnew(c, failOn); })) {
        return 1;
    }
    const bool undecided =
        std::any_of(changes.begin(), changes.end(), [](const FindingChange& c) { return isUndecidedAnew(c); }) ||
        std::any_of(rules.begin(), rules.end(), [](const RuleChange& c) { return isUndecidedAnew(c); });
    return undecided ? 3 : 0;
}

} // namespace merestone
