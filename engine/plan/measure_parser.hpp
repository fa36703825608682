// SPDX-License-Identifier: MIT
#pragma once

#include "plan/rule_scope.hpp"

namespace merestone {

/// The mapping under `measure:`, `NAME: {KIND: TARGET, …}` each. Keys, kinds, targets and the form of options are
/// checked here; names that stand for parameters or facts are left for resolveMeasures().
[[nodiscard]] std::vector<MeasureSpec> parseMeasures(const YamlNode& node, const RuleScope& scope,
                                                     const SubjectKind& subjects, Problems& problems);

} // namespace merestone
