// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"
#include "plan/placeholders.hpp"
#include "plan/problems.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// What a plan puts into a rule of a pack.
struct RuleBinding {
    std::optional<Place> place; ///< of the use; every text of the rule then counts as standing there
    std::string id;
    std::string policy;
    std::string subjects;                                    ///< `for:` of the plan; empty: that of the pack
    std::vector<BoundParameter> parameters;                  ///< all of the rule's, see defaultParameters()
    std::vector<std::pair<std::string, std::string>> layers; ///< role, layer
};

/// The rule with layers and parameters in place: roles become layer names, `{parameter}` the text of fields,
/// conditions and texts, and quantities go to RuleSpec::parameters. A measure on an optional role without a layer
/// leaves a notRunReason. Reports what does not make sense after that.
[[nodiscard]] RuleSpec expandRule(const std::string& pack, const PackRule& packRule, const RuleBinding& binding,
                                  Problems& problems);

} // namespace merestone
