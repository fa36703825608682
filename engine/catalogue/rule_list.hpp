// SPDX-License-Identifier: MIT
#pragma once

#include "catalogue/rule_entries.hpp"
#include "exchange/text_layout.hpp"

#include <ostream>
#include <vector>

namespace merestone {

/// The rules as tables that fit the width of the style: for each pack, headed by its plugin, one row a rule with its
/// catalogue ids, severity, parameters with their defaults, source and state of confirmation.
void writeRuleList(std::ostream& out, TextStyle style, const std::vector<RuleEntry>& entries);

/// Everything about one rule: what it asks in words and as written, its parameters, the standards that change them, its
/// sources for each version of national policy, its scenes.
void writeRuleExplanation(std::ostream& out, TextStyle style, const RuleEntry& entry);

/// The rules for programs.
void writeRulesJson(std::ostream& out, const std::vector<RuleEntry>& entries);

/// The rules in full, as Markdown: a page of the catalogue.
void writeRulesMarkdown(std::ostream& out, const std::vector<RuleEntry>& entries);

/// The overview as Markdown: topics, and which rules stand for each id of the rule catalogue. Links lead to
/// `TOPIC.md` beside it.
void writeCatalogueMarkdown(std::ostream& out, const std::vector<RuleEntry>& entries);

} // namespace merestone
