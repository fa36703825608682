// SPDX-License-Identifier: MIT
#pragma once

#include "findings/boxed.hpp"
#include "findings/setting.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Worst first: the verdict of a rule is the smallest of its subjects' verdicts.
enum class Verdict : std::uint8_t { fail, borderline, cannotTell, needsJudgement, notRun, pass, notApplicable };
enum class Severity : std::uint8_t { must, should, note };

/// "fail", "borderline", "cannot_tell", "needs_judgement", "not_run", "pass", "not_applicable".
[[nodiscard]] std::string_view verdictName(Verdict verdict) noexcept;
[[nodiscard]] std::string_view severityName(Severity severity) noexcept;

/// A feature in a finding; owns its texts, so that findings outlive the layers.
struct FeatureRef {
    SharedText layer;
    std::string id;
    std::string name; ///< may be empty
};

struct WaiverNote {
    std::string reason;
    std::string by;
    std::string until;
};

/// One subject (or one pair) that does not simply pass.
struct Finding {
    std::string key; ///< the same from run to run: rule, subject, other
    SharedText rule;
    SharedText policy;
    Severity severity = Severity::must;
    Verdict verdict = Verdict::fail;
    Boxed<WaiverNote> waived;
    FeatureRef subject;
    Boxed<FeatureRef> other;
    std::optional<double> measured;
    std::optional<double> limit;
    SharedText comparator;        ///< what the rule requires: measured <comparator> limit
    SharedText unit;              ///< symbol of measured, limit, uncertainty and margin
    double uncertainty = 0.0;     ///< half-width, 0 when none is known
    std::optional<double> margin; ///< how far measured is from limit, negative on the wrong side
    SharedText method;            ///< "planar grid, straight line, edge to edge"
    SharedText standards;         ///< whose figures were used and what they override, see settingTexts(); may be empty
    std::string message;          ///< one sentence for a resident
    SharedText reason;       ///< why it is cannot_tell, borderline, not_run or needs_judgement; which repair was used
    std::string evidenceWkb; ///< geometry of the defect in the working CRS; empty when there is none
};

struct Statistic {
    std::string name; ///< of the measure; "measured" for the left side of the requirement
    std::string kind; ///< measure kind; empty for "measured"
    std::string unit;
    std::size_t count = 0; ///< decided subjects with a finite value
    double sum = 0.0;
    double minimum = 0.0;
    double maximum = 0.0;
};

struct RuleResult {
    std::string id;
    std::string policy;
    std::string title;
    std::string explanation;
    Severity severity = Severity::must;
    Verdict verdict = Verdict::notRun;
    std::string reason; ///< why it was not run, or what limits it
    RuleSource source;
    std::map<Verdict, std::size_t> counts; ///< subjects by verdict; waived conflicts are counted as fail too
    std::size_t waived = 0;                ///< of the fails
    std::vector<Statistic> statistics;
    std::vector<RuleSetting> settings; ///< of a rule from a pack: each parameter, in the pack's order
};

struct InputSummary {
    std::string layer;
    std::string source;
    std::string sourceLayer;
    std::size_t features = 0;
    std::size_t invalid = 0;
    std::string crs;
    std::string operation;
    double accuracyMetres = 0.0;
    std::string sha256;
    std::vector<std::string> notes;
};

/// Standards that a plan is checked by.
struct StandardsSummary {
    std::string id; ///< "birmingham", "england-2026"
    std::string title;
    std::string owner;
    std::string version;
};

struct PlanSummary {
    std::string title;
    std::string file;
    std::string stage;
    std::string qualifyingBody;
    std::string localPlanningAuthority;
    std::string periodFrom;
    std::string periodTo;
    std::string submitted;
    std::string crs;
    std::string licence;
    StandardsSummary policySet{};              ///< national policy that the plan is checked by; no id: none is known
    bool policySetAssumed = false;             ///< the plan names no day of submission, so the newest was taken
    std::vector<StandardsSummary> standards{}; ///< that the plan names; later ones override earlier ones
};

/// Everything that a run says. `rules` is in plan order within sorted policies, `findings` sorted by sortFindings.
struct RunResult {
    PlanSummary plan;
    std::vector<InputSummary> inputs;
    std::vector<std::pair<std::string, std::string>> versions;
    double seconds = 0.0;
    double peakMebibytes = 0.0;
    std::vector<std::pair<std::string, std::string>> policies; ///< id, title; plan order
    std::vector<RuleResult> rules;
    std::vector<Finding> findings;
};

/// "rule|layer:id" or "rule|layer:id|other:id", with '|' and ':' in ids escaped.
[[nodiscard]] std::string findingKey(std::string_view rule, const FeatureRef& subject, const FeatureRef* other);

/// By rule id, subject layer, subject id (numbers inside ids compare as numbers), other; makes equal keys distinct
/// by "#2", "#3". Independent of the order before.
void sortFindings(std::vector<Finding>& findings);

/// Subjects by verdict over all rules; waived fails apart.
struct Summary {
    std::map<Verdict, std::size_t> counts;
    std::size_t waived = 0;
};
[[nodiscard]] Summary summarise(const RunResult& run);

/// 1 when a conflict that is not waived exists at severity `failOn` or graver; else 3 when a `must` rule holds
/// something undecided (borderline, cannot_tell, not_run); else 0.
[[nodiscard]] int exitStatus(const RunResult& run, Severity failOn);

} // namespace merestone
