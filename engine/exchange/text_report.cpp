// SPDX-License-Identifier: MIT
#include "exchange/text_report.hpp"

#include "base/text.hpp"
#include "exchange/rule_text.hpp"
#include "exchange/wording.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace merestone {

namespace {

constexpr std::size_t kMostNotes = 12;

using FindingsByRule = std::map<std::string, std::vector<const Finding*>>;

std::size_t countOf(const Summary& summary, Verdict verdict) {
    const auto found = summary.counts.find(verdict);
    return found == summary.counts.end() ? 0 : found->second;
}

/// Rules of one policy, worst first, graver severity first among equals, else as in the plan.
std::vector<const RuleResult*> rulesOf(const RunResult& run, const std::string& policy) {
    std::vector<const RuleResult*> rules;
    for (const RuleResult& rule : run.rules) {
        if (rule.policy == policy) {
            rules.push_back(&rule);
        }
    }
    std::stable_sort(rules.begin(), rules.end(), [](const RuleResult* a, const RuleResult* b) {
        return a->verdict != b->verdict ? a->verdict < b->verdict : a->severity < b->severity;
    });
    return rules;
}

/// The policies in plan order, then those that only rules name (checks of the plan itself).
std::vector<std::pair<std::string, std::string>> allPolicies(const RunResult& run) {
    std::vector<std::pair<std::string, std::string>> policies = run.policies;
    std::set<std::string> known;
    for (const auto& [id, title] : policies) {
        known.insert(id);
    }
    for (const RuleResult& rule : run.rules) {
        if (known.insert(rule.policy).second) {
            policies.emplace_back(rule.policy, rule.policy.empty() ? "Checks of the plan itself" : "");
        }
    }
    return policies;
}

void writeQuietRules(TextLayout& layout, const std::vector<const RuleResult*>& rules, Verdict verdict,
                     const std::string& one, const std::string& many) {
    std::string ids;
    std::size_t count = 0;
    for (const RuleResult* rule : rules) {
        if (rule->verdict == verdict) {
            ids += (ids.empty() ? "" : ", ") + rule->id;
            ++count;
        }
    }
    if (count > 0) {
        const VerdictMark mark = markOf(verdict);
        layout.marked("  ", mark.shape, mark.tone, counted(count, one, many) + ": " + ids);
    }
}

void writePolicy(TextLayout& layout, const std::vector<const RuleResult*>& rules, const FindingsByRule& findings,
                 std::size_t maxFindings) {
    for (const RuleResult* rule : rules) {
        if (!isQuiet(*rule)) {
            const auto of = findings.find(rule->id);
            writeRuleText(layout, *rule, of == findings.end() ? std::vector<const Finding*>{} : of->second,
                          maxFindings);
        }
    }
    writeQuietRules(layout, rules, Verdict::pass, "rule passes", "rules pass");
    writeQuietRules(layout, rules, Verdict::notApplicable, "rule does not apply", "rules do not apply");
}

/// Findings whose rule is not in the list: said, never dropped.
void writeOrphans(TextLayout& layout, const RunResult& run, FindingsByRule findings, std::size_t maxFindings) {
    for (const RuleResult& rule : run.rules) {
        findings.erase(rule.id);
    }
    for (const auto& [id, list] : findings) {
        RuleResult rule;
        rule.id = id;
        rule.title = "About the plan and its data";
        rule.severity = list.front()->severity;
        rule.verdict = Verdict::notApplicable;
        for (const Finding* finding : list) {
            rule.verdict = std::min(rule.verdict, finding->verdict);
        }
        writeRuleText(layout, rule, list, maxFindings);
        layout.blank();
    }
}

/// "By the NPPF of August 2026 (england-2026), Fields in Trust's benchmarks (fields-in-trust)".
std::string standardsLine(const PlanSummary& plan) {
    std::string text;
    const auto add = [&text](const StandardsSummary& standards) {
        text += (text.empty() ? "By " : ", ") + standards.title + " (" + standards.id + ")";
    };
    if (!plan.policySet.id.empty()) {
        add(plan.policySet);
    }
    for (const StandardsSummary& standards : plan.standards) {
        add(standards);
    }
    return text;
}

/// Standards give values to rules of packs; a plan of its own rules alone has nothing to do with them.
bool usesStandards(const RunResult& run) {
    return !run.plan.standards.empty() || std::any_of(run.rules.begin(), run.rules.end(),
                                                      [](const RuleResult& rule) { return !rule.settings.empty(); });
}

void writeTitle(TextLayout& layout, const RunResult& run) {
    const PlanSummary& plan = run.plan;
    layout.paragraph("", plan.title.empty() ? plan.file : plan.title, Tone::strong);
    std::string about = plan.stage;
    if (!plan.periodFrom.empty() || !plan.periodTo.empty()) {
        about += (about.empty() ? "" : ", ") + plan.periodFrom + " to " + plan.periodTo;
    }
    if (!about.empty()) {
        layout.paragraph("", about, Tone::faint);
    }
    if (const std::string standards = standardsLine(plan); !standards.empty() && usesStandards(run)) {
        layout.paragraph("", standards, Tone::faint);
    }
}

bool mentions(const std::vector<std::string>& notes, const std::string& text) {
    return std::any_of(notes.begin(), notes.end(),
                       [&text](const std::string& note) { return note.find(text) != std::string::npos; });
}

/// What limits an input: its own notes, and what they leave out.
void addInputNotes(std::vector<std::string>& notes, const InputSummary& input) {
    if (input.accuracyMetres > 0.0) {
        std::string note = input.layer + ": positions are good to " + rounded(input.accuracyMetres, 2) + " m";
        if (!input.operation.empty() && !mentions(input.notes, input.operation)) {
            note += ", converted by " + input.operation;
        }
        notes.push_back(std::move(note));
    }
    if (input.invalid > 0 && !mentions(input.notes, "invalid")) {
        notes.push_back(input.layer + ": " +
                        counted(input.invalid, "feature has an invalid shape", "features have invalid shapes"));
    }
    for (const std::string& note : input.notes) {
        notes.push_back(input.layer + ": " + note);
    }
}

/// What kept subjects from being decided, each reason once, the commonest first.
void addCoverageNotes(std::vector<std::string>& notes, const RunResult& run) {
    std::map<std::string, std::size_t> reasons;
    for (const Finding& finding : run.findings) {
        if (finding.verdict == Verdict::cannotTell && finding.reason.str().find("complete") != std::string::npos) {
            ++reasons[finding.reason];
        }
    }
    std::vector<std::pair<std::string, std::size_t>> sorted(reasons.begin(), reasons.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [reason, count] : sorted) {
        notes.push_back(reason + " (" + counted(count, "finding", "findings") + ")");
    }
}

/// What the reader should know before relying on the figures.
std::vector<std::string> trustNotes(const RunResult& run) {
    std::vector<std::string> notes;
    for (const InputSummary& input : run.inputs) {
        addInputNotes(notes, input);
    }
    addCoverageNotes(notes, run);
    if (run.plan.policySetAssumed && usesStandards(run)) {
        notes.push_back("the plan names no day of submission, so the newest national policy was taken: " +
                        run.plan.policySet.id);
    }
    const auto unconfirmed =
        static_cast<std::size_t>(std::count_if(run.rules.begin(), run.rules.end(), [](const RuleResult& rule) {
            return !rule.source.confirmed && !rule.source.document.empty();
        }));
    if (unconfirmed > 0) {
        notes.push_back(counted(unconfirmed, "rule names a source that is", "rules name sources that are") +
                        " to be confirmed");
    }
    return notes;
}

void writeTrust(TextLayout& layout, const RunResult& run) {
    const std::vector<std::string> notes = trustNotes(run);
    if (notes.empty()) {
        return;
    }
    layout.paragraph("", "What limits trust in this", Tone::strong);
    for (std::size_t i = 0; i < std::min(notes.size(), kMostNotes); ++i) {
        layout.paragraph("  - ", notes[i]);
    }
    if (notes.size() > kMostNotes) {
        layout.paragraph("  - ", "… and " + std::to_string(notes.size() - kMostNotes) +
                                     " more (see run.inputs with --format json)");
    }
    layout.blank();
}

} // namespace

std::string summaryLine(const RunResult& run) {
    const Summary summary = summarise(run);
    const std::size_t open =
        countOf(summary, Verdict::fail) - std::min(countOf(summary, Verdict::fail), summary.waived);
    std::string text = open == 0 ? "No policy conflict" : verdictCount(Verdict::fail, open);
    if (summary.waived > 0) {
        text += " (" + std::to_string(summary.waived) + " waived besides)";
    }
    for (const Verdict verdict : {Verdict::borderline, Verdict::cannotTell, Verdict::needsJudgement, Verdict::notRun}) {
        if (const std::size_t count = countOf(summary, verdict); count > 0) {
            text += ", " + verdictCount(verdict, count);
        }
    }
    const auto passing = static_cast<std::size_t>(std::count_if(
        run.rules.begin(), run.rules.end(), [](const RuleResult& rule) { return rule.verdict == Verdict::pass; }));
    return text + "; " + std::to_string(passing) + " of " + counted(run.rules.size(), "rule passes", "rules pass") +
           ".";
}

void writeText(std::ostream& out, const RunResult& run, const TextReportOptions& options) {
    TextLayout layout(out, options.style);
    writeTitle(layout, run);
    if (!options.summaryOnly) {
        layout.paragraph("", summaryLine(run));
        layout.blank();
        FindingsByRule findings;
        for (const Finding& finding : run.findings) {
            findings[finding.rule].push_back(&finding);
        }
        for (const auto& [id, title] : allPolicies(run)) {
            const std::vector<const RuleResult*> rules = rulesOf(run, id);
            if (!rules.empty()) {
                layout.paragraph("", id + (id.empty() || title.empty() ? "" : " ") + title, Tone::strong);
                writePolicy(layout, rules, findings, options.maxFindings);
                layout.blank();
            }
        }
        writeOrphans(layout, run, std::move(findings), options.maxFindings);
        writeTrust(layout, run);
    }
    layout.paragraph("", summaryLine(run), Tone::strong);
    if (!options.savedTo.empty()) {
        layout.paragraph("", "For QGIS: " + options.savedTo);
    }
}

} // namespace merestone
