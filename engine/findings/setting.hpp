// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace merestone {

/// Where a rule, or the value of one of its parameters, comes from.
struct RuleSource {
    std::string document;
    std::string clause;
    std::string url;
    bool confirmed = true; ///< false: print "to be confirmed" wherever the source is named
};

/// A value of a rule's parameter, and whose it is.
struct SettingValue {
    std::string value; ///< as people read it: "2 ha per 1000 people"
    std::string from;  ///< "plan", the id of standards ("birmingham") or of the rule itself ("open-space/per-head")
    std::string owner; ///< "this plan", "Birmingham City Council"
    std::string level; ///< "plan", "local", "sector", "national" or "default"
    RuleSource source; ///< the document that the owner names; empty for a plan's own value
};

/// The value that a rule was run with, and those whose place it takes, from the nearest to the furthest.
struct RuleSetting {
    std::string parameter;
    bool figure = false; ///< a number, a quantity or yes/no; else a field, a condition or a text
    SettingValue used;
    std::vector<SettingValue> overrides;
};

/// "2 ha per 1000 people (Birmingham City Council, Development Plan 2017, TP9, to be confirmed; nationally 2.4 ha per
/// 1000 people, Fields in Trust)": the value and the different ones that it overrides. The default of the rule is told
/// only where nobody else has a different value.
[[nodiscard]] std::string settingText(const RuleSetting& setting);

/// The figures that are not simply the rule's defaults, "name value (whose; what else)" each.
[[nodiscard]] std::vector<std::string> settingTexts(const std::vector<RuleSetting>& settings);

} // namespace merestone
