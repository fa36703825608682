// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"
#include "plan/plan.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// Where a value of a plan stands that people change to see what follows from it.
struct ValueAt {
    enum class Kind : std::uint8_t {
        with,   ///< a parameter of a pack rule; the plan need not give it
        fact,   ///< of `plan: facts:`
        within, ///< of a rule about pairs
        option, ///< of a measure of a rule: "measure.option"
        limit   ///< a number in the `require` of a rule
    };
    Kind kind = Kind::with;
    std::string rule;       ///< its id; empty for a fact
    std::string name;       ///< of the parameter, fact or option; "require" for a limit
    std::size_t number = 0; ///< of a limit: which of the numbers, from 0

    friend auto operator<=>(const ValueAt&, const ValueAt&) = default;
    friend bool operator==(const ValueAt&, const ValueAt&) = default;
};

/// A value that can be changed, as the plan has it.
struct PlanValue {
    ValueAt at;
    std::string value;               ///< as it is written; of a parameter that the plan does not give, what holds
    std::string unit;                ///< of a limit, where it is known; other values are written with theirs
    bool given = true;               ///< the plan file says it
    bool figure = true;              ///< a number, a quantity or yes/no; else a field, a condition or a text
    std::vector<SettingValue> below; ///< what would hold if the plan did not give it, the nearest first
    std::string help;                ///< of a parameter, what it is; of a limit, the condition that it stands in
    std::vector<std::string> rules;  ///< ids of the rules that read it, in plan order
};

/// Every value of a plan that can be changed: rule by rule in plan order, then the facts. `planText` is the text that
/// `plan` was read from. Throws PlanError when it is no YAML.
[[nodiscard]] std::vector<PlanValue> planValues(const std::string& planText, const Plan& plan,
                                                const std::vector<Pack>& packs);

/// The text of a plan file with one value another; nothing: the parameter is left to the pack and the standards.
/// Everything else stays as it is to the byte: comments, order, spacing, line ends. Whether the value can stand there
/// is for parsePlan() to say. `file` is for messages. Throws PlanError when the text is no YAML, and Error(plan), a
/// line with the place and the remedy, when there is no such value, a limit is no number, or the value is written in a
/// way that cannot be changed here (over several lines).
[[nodiscard]] std::string setPlanValue(const std::string& planText, const std::string& file, const ValueAt& at,
                                       const std::optional<std::string>& value);

} // namespace merestone
