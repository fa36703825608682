// SPDX-License-Identifier: MIT
#pragma once

#include "plan/measure_names.hpp"
#include "plan/rule_scope.hpp"

namespace merestone {

/// The value of an option as it is written: a quantity, a text (also a name that stands for a parameter or fact) or
/// a yes/no. Reports what can be none of these for the option's type.
[[nodiscard]] std::optional<ParameterValue> readOptionValue(const MeasureOption& option, const YamlNode& node,
                                                            const std::string& label, Problems& problems);

/// Puts the values of parameters and facts in place of their names in options, and checks what comes out: units,
/// words, signs, options that need one another. Afterwards a text option is a text and no name. Values that only
/// stand in for what a plan will give are left alone.
void resolveMeasures(std::vector<MeasureSpec>& measures, std::span<const BoundParameter> values,
                     const std::string& valueWord, Problems& problems);

} // namespace merestone
