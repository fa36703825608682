// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/source_text.hpp"
#include "expressions/tree.hpp"

namespace merestone::expressions {

/// Parses OGR SQL WHERE syntax with GDAL's own lexer and parser, into our tree: names are not looked up, operands of
/// AND and OR are in the order of the text. Throws Error(plan) with the column and the remedy.
[[nodiscard]] Node parse(const SourceText& source);

} // namespace merestone::expressions
