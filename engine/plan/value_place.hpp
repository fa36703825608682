// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan_values.hpp"
#include "plan/yaml_change.hpp"

#include <vector>

namespace merestone {

/// The node of a rule in a plan file, or null.
[[nodiscard]] YamlNode* findRuleNode(YamlNode& root, const std::string& id);

/// The node that holds a value, or null when the plan does not give it. A limit stands inside a longer text.
[[nodiscard]] YamlNode* findValueNode(YamlNode& root, const ValueAt& at);

/// The value of a key of a mapping that may be changed, or null.
[[nodiscard]] YamlNode* childOf(YamlNode* map, std::string_view key);

/// Where numbers stand in a condition, texts and names in quotes left out.
[[nodiscard]] std::vector<TextSpan> numbersIn(const std::string& condition);

} // namespace merestone
