// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <string>
#include <string_view>

namespace merestone {

// Words of a report that no other output has; those that all have are in exchange/wording.hpp.

/// What a verdict means for somebody who has never met it, one sentence.
[[nodiscard]] std::string_view verdictMeaning(Verdict verdict) noexcept;
/// What to do about it, one sentence; empty where nothing is to be done.
[[nodiscard]] std::string_view verdictAdvice(Verdict verdict) noexcept;

/// "3 policy conflicts (1 waived), 40 pass, 5 not applicable"; "none" for no subjects.
[[nodiscard]] std::string countsText(const RuleResult& rule);

/// "24 dwellings/ha": three decimals at most, more where the figure would vanish. Empty when there is none.
[[nodiscard]] std::string quantityText(std::optional<double> value, const std::string& unit);

/// "Corner site (S4)"; the id alone where there is no other name; "The plan" for the plan as a whole.
[[nodiscard]] std::string whoText(const FeatureRef& feature);

/// Where a finding is, for people: "S4 'Corner site' in sites and …, E 407812 N 284233".
[[nodiscard]] std::string whereText(const Finding& finding);

/// What a filter by place looks through: names and ids of both features, in lower case.
[[nodiscard]] std::string placeWords(const Finding& finding);

/// A text of at most some 600 bytes, cut between characters and said to be cut.
[[nodiscard]] std::string shortened(std::string_view text);

/// An id for links, the same from run to run: prefix and 16 hexadecimal digits made of the key.
[[nodiscard]] std::string anchorOf(std::string_view prefix, std::string_view key);
[[nodiscard]] std::string findingAnchor(const Finding& finding); ///< of its card
[[nodiscard]] std::string rowAnchor(const Finding& finding);     ///< of its row in the table for officers
[[nodiscard]] std::string ruleAnchor(std::string_view rule);
[[nodiscard]] std::string policyAnchor(std::string_view policy);

} // namespace merestone
