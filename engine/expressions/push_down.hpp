// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/tree.hpp"

#include <string>

namespace merestone::expressions {

/// A filter in OGR SQL that lets every row through for which the condition is true or unknown; empty when there is
/// none worth having. See Condition::pushDown.
[[nodiscard]] std::string pushDown(const Node& root);

} // namespace merestone::expressions
