// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/text_layout.hpp"
#include "plan/pack.hpp"

#include <string>
#include <vector>

namespace merestone::cli {

/// "open-space/access"
[[nodiscard]] std::string fullId(const Pack& pack, const PackRule& rule);

/// Every rule with its severity, its source and its parameters.
void writeRuleList(TextLayout& layout, const std::vector<Pack>& packs);
/// Everything that a pack says about a rule.
void writeRule(TextLayout& layout, const Pack& pack, const PackRule& rule);

} // namespace merestone::cli
