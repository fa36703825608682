// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace merestone {

// The words in which results are told to people, in one place so that every face uses the same ones. Texts that
// come from data are returned as they are: pass them through printable() before they meet a terminal.

/// "policy conflict", "borderline", "cannot tell", "needs judgement", "not run", "passes", "not applicable".
[[nodiscard]] std::string_view verdictWords(Verdict verdict) noexcept;

/// "3 policy conflicts", "1 passes", "2 need judgement".
[[nodiscard]] std::string verdictCount(Verdict verdict, std::size_t count);

/// "Birmingham Development Plan 2017, TP30 (to be confirmed)"; empty when the rule names no source.
[[nodiscard]] std::string sourceText(const RuleSource& source);

/// "at least" for ">=", "less than" for "<" …; the comparator itself when there is no word for it.
[[nodiscard]] std::string_view comparatorWords(std::string_view comparator) noexcept;

/// "24 dwellings/ha measured, at least 40 dwellings/ha required, 16 dwellings/ha short, uncertain by 1 dwellings/ha".
/// Empty when nothing was measured, and for plain yes-or-no checks, whose figures say nothing.
[[nodiscard]] std::string figureText(const Finding& finding);

/// "S4 'Corner site' in sites"; the name only where it says more than the id; "the plan" for the plan as a whole.
[[nodiscard]] std::string featureText(const FeatureRef& feature);

/// "E 407812 N 284233": centre of the box of the evidence, whole metres. Empty when there is no evidence.
[[nodiscard]] std::string placeText(const Finding& finding);

/// "1 finding", "2 findings".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

} // namespace merestone
