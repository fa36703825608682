// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/text_layout.hpp"
#include "findings/finding.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace merestone {

/// How a verdict is marked: a shape that is told apart without colour.
struct VerdictMark {
    std::string_view shape;
    Tone tone = Tone::plain;
};
[[nodiscard]] VerdictMark markOf(Verdict verdict) noexcept;

/// Whether a rule needs nothing but a line: it passes, or applies to nothing.
[[nodiscard]] bool isQuiet(const RuleResult& rule) noexcept;

/// One rule that does not simply pass, with at most `maxFindings` of its findings (0: all).
void writeRuleText(TextLayout& layout, const RuleResult& rule, const std::vector<const Finding*>& findings,
                   std::size_t maxFindings);

} // namespace merestone
