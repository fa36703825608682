// SPDX-License-Identifier: MIT
#pragma once

#include "plan/map_reader.hpp"
#include "plan/rule_scope.hpp"

namespace merestone {

/// A rule as a plan or a pack writes it. `within` of a pack rule may be the name of a parameter.
struct ParsedRule {
    RuleSpec rule;
    std::string withinParameter;
};

/// Reads every key of a rule's own but `id` (and, in a pack, those that only packs have). Names of measures, layers
/// and parameters are checked against `scope`; conditions and messages are not, see checkRuleTexts().
[[nodiscard]] ParsedRule parseRuleBody(MapReader& reader, const RuleScope& scope, Problems& problems);

/// An own rule of a plan, complete and checked; `scope` holds the plan's layers and facts.
[[nodiscard]] RuleSpec parseOwnRule(const YamlNode& node, const std::string& policy, const RuleScope& scope,
                                    Problems& problems);

/// Checks the syntax of all conditions, formulas and messages of a rule. Mistakes are reported at their places.
void checkRuleTexts(const RuleSpec& rule, Problems& problems);

} // namespace merestone
