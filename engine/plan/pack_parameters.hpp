// SPDX-License-Identifier: MIT
#pragma once

#include "plan/map_reader.hpp"
#include "plan/placeholders.hpp"

namespace merestone {

/// `parameters: {NAME: {default | quantity | field | condition | text, help}}` of a pack rule.
[[nodiscard]] std::vector<PackParameter> parsePackParameters(MapReader& rule, Problems& problems);

/// The value that a plan gives a parameter, checked: the unit of a quantity, the syntax of a condition, the length
/// of a text.
[[nodiscard]] std::optional<ParameterValue> readParameterValue(const PackParameter& parameter, const YamlNode& node,
                                                               const std::string& label, Problems& problems);

/// Every parameter with its default, or with a value that stands in for one.
[[nodiscard]] std::vector<BoundParameter> defaultParameters(const PackRule& rule);

} // namespace merestone
