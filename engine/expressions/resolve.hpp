// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"
#include "expressions/source_text.hpp"
#include "expressions/tree.hpp"

#include <cstddef>
#include <vector>

namespace merestone::expressions {

/// Looks the names up in `symbols` and checks that numbers, texts and conditions stand where they may. Gives the
/// positions of the symbols used, in ascending order. Throws Error(plan) with the column and the nearest name.
[[nodiscard]] std::vector<std::size_t> resolve(Node& root, const std::vector<Symbol>& symbols,
                                               const SourceText& source);

/// Throws Error(plan) unless the node is a condition.
void requireCondition(const Node& node, const SourceText& source);

/// Names in order of appearance, each once (ASCII case ignored), as first written.
[[nodiscard]] std::vector<std::string> namesIn(const Node& root);

} // namespace merestone::expressions
