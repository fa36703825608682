// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "findings/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What became of a finding from one run to the next.
enum class ChangeKind : std::uint8_t {
    added,      ///< only the later run has it
    fixed,      ///< only the earlier run has it, and the later one looked: it was put right, or its feature is gone
    changed,    ///< both have it, with another verdict, figure, place, name or waiver
    stillThere, ///< both say the same
    notChecked, ///< only the earlier run has it, and the later one did not look: its rule is gone or could not run
};

/// "new", "fixed", "changed", "still_there", "not_checked".
[[nodiscard]] std::string_view changeName(ChangeKind kind) noexcept;

/// What of a finding differs, told as people read it.
struct Difference {
    /// "verdict", "severity", "waiver", "measured", "limit", "id" (renamed), "name", "other", "place" (moved or
    /// reshaped), "reason"; of a rule "verdict" or the name of a parameter.
    std::string what;
    std::string before; ///< empty: there was none
    std::string after;
};

/// One finding of the two runs, or one of each that are about the same thing.
struct FindingChange {
    ChangeKind kind = ChangeKind::stillThere;
    const Finding* before = nullptr; ///< null for `added`
    const Finding* after = nullptr;  ///< null for `fixed` and `notChecked`
    std::vector<Difference> differences;

    [[nodiscard]] const Finding& latest() const noexcept { return after != nullptr ? *after : *before; }
};

/// A rule whose verdict or settings differ, or that only one of the runs has.
struct RuleChange {
    const RuleResult* before = nullptr;
    const RuleResult* after = nullptr;
    std::vector<Difference> differences;

    [[nodiscard]] const RuleResult& latest() const noexcept { return after != nullptr ? *after : *before; }
};

/// Two runs side by side. Points into both runs, which must stay where they are.
struct RunComparison {
    std::vector<FindingChange> changes; ///< in the order of the later run, then what only the earlier one has
    std::vector<RuleChange> rules;      ///< likewise
    std::vector<std::string> notes;     ///< why differences may come from how the runs were made: other versions, …
    std::map<ChangeKind, std::size_t> counts;
};

/// Compares findings that say something (not passes, not what a rule does not apply to). They are the same when their
/// keys are; what is left over within one rule is recognised by the subject's id (its layer or the other feature
/// was renamed), then by its name (it got another id), then by its place (polygons that share more than half of
/// their area, other shapes within 1 m), each only where there is no second candidate. Any thread. Throws
/// Error(cancelled) when stopped.
[[nodiscard]] RunComparison compareRuns(const RunResult& before, const RunResult& after,
                                        const RunContext& context = {});

/// Whether a finding is a conflict that is not waived, with a rule of severity `failOn` or graver.
[[nodiscard]] bool isOpenConflict(const Finding& finding, Severity failOn) noexcept;
/// Whether a change brings such a conflict: one that is new, or that was waived or no conflict before.
[[nodiscard]] bool bringsConflict(const FindingChange& change, Severity failOn) noexcept;

/// 1 when the later run brings a conflict at severity `failOn` or graver; else 3 when a `must` rule holds something
/// undecided that was decided, or not there, before; else 0.
[[nodiscard]] int exitStatus(const RunComparison& comparison, Severity failOn);

} // namespace merestone
