// SPDX-License-Identifier: MIT
#pragma once

#include "plan/placeholders.hpp"
#include "plan/problems.hpp"
#include "plan/standards.hpp"

namespace merestone {

/// The standards that a plan is checked by, from the bottom up. They lie above the defaults of the packs and below
/// the `with:` of the plan's rules.
struct ChosenStandards {
    const Standards* policySet = nullptr; ///< version of national policy; null where none is known
    std::vector<const Standards*> layers; ///< the policy set, then those that the plan names, in its order
    std::string submitted;                ///< the plan's day of submission; empty: none
};

/// Takes the policy set by the plan's day of submission and the standards by the names under `plan: standards:`;
/// reports unknown ones, and ones that are not in force on that day. Fills in the plan's summary. `all` must outlive
/// the result.
[[nodiscard]] ChosenStandards chooseStandards(Plan& plan, const std::vector<Standards>& all, Problems& problems);

/// The parameters of a pack rule with the values of the topmost standards that give them, and a setting for each: the
/// default, if there is one, below what the standards say.
struct LayeredParameters {
    std::vector<BoundParameter> bound;
    std::vector<RuleSetting> settings; ///< in the same order; `used.level` is empty where nobody gives a value
};
[[nodiscard]] LayeredParameters layeredParameters(const Pack& pack, const PackRule& rule,
                                                  const ChosenStandards& chosen);

/// Puts a value on top of what a setting has.
void overrideSetting(RuleSetting& setting, SettingValue value);

/// Gives the rule the source that it has in the plan's version of national policy, or the reason why it does not
/// apply there.
void applyPolicySet(RuleSpec& rule, const PackRule& packRule, const ChosenStandards& chosen);

} // namespace merestone
