// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"
#include "expressions/source_text.hpp"
#include "expressions/tree.hpp"

#include <optional>
#include <vector>

namespace merestone::expressions {

/// Checks the units of a resolved tree and puts conversions into it. Gives the unit of a number, nothing when it is
/// bare or a condition. Throws Error(plan) naming both units.
std::optional<Unit> checkUnits(Node& root, const std::vector<Symbol>& symbols, const SourceText& source);

} // namespace merestone::expressions
