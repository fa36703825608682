// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/expression.hpp"
#include "expressions/tree.hpp"
#include "expressions/uncertain.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace merestone::expressions {

/// The row that an expression is evaluated for.
struct Row {
    const ValueSource& values;
    std::uint32_t row;
};

// Evaluation of resolved trees; safe from any number of threads, without allocation unless two columns of text are
// compared with each other.

[[nodiscard]] UncertainNumber evaluateNumber(const Node& node, const Row& row);
/// Nothing for null. The view lives until the source is asked again.
[[nodiscard]] std::optional<std::string_view> evaluateText(const Node& node, const Row& row);
[[nodiscard]] Judgement evaluateCondition(const Node& node, const Row& row);

/// The comparison that decides the condition, see Comparison.
[[nodiscard]] Comparison decidingComparison(const Node& node, const Row& row);

} // namespace merestone::expressions
