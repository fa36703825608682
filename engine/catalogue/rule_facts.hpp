// SPDX-License-Identifier: MIT
#pragma once

#include "catalogue/rule_entries.hpp"

#include <string>
#include <utility>
#include <vector>

namespace merestone {

// What the list, the explanation and the pages of the catalogue say about a rule, in the same words.

/// "quantity", "number", "field", "condition", "text", "yes or no".
[[nodiscard]] std::string_view parameterKindName(PackParameter::Kind kind) noexcept;

/// "400 m"; conditions and texts in quotes; "(to be given)" without a default.
[[nodiscard]] std::string defaultText(const PackParameter& parameter);

/// The unit that a value must fit: "m"; empty for what has none.
[[nodiscard]] std::string unitText(const PackParameter& parameter);

/// "2.4 ha per 1000 people: Fields in Trust, Guidance …, six acre standard (to be confirmed)".
[[nodiscard]] std::string standardText(const RuleEntry::Value& value);

/// The sources of a rule: one under an empty name, or one for each version of national policy.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> sourceTexts(const PackRule& rule);

/// "confirmed", "to be confirmed" or "partly to be confirmed", over all sources of the rule.
[[nodiscard]] std::string_view confirmationText(const PackRule& rule) noexcept;

/// "Small sites: paragraphs 73(a) and 74 (england-2024), now HO6 (england-2026); …".
[[nodiscard]] std::string crosswalkText(const RuleEntry::Crosswalk& crosswalk);

/// "open-space: Open space and access to it (Merestone, 2026.1)".
[[nodiscard]] std::string packText(const Pack& pack);

/// "open space" for the folder "open_space".
[[nodiscard]] std::string topicText(const std::string& topic);

} // namespace merestone
