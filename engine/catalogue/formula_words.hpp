// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"

#include <string>

namespace merestone {

/// A condition or formula as a sentence part: "nearest space is at most within (400 m) times walking (0.75)",
/// "density is at least 40 dwellings/ha (least)". Names lose their underscores, parameters show their default, text
/// that no rule of ours knows stays as it is.
[[nodiscard]] std::string conditionInWords(const std::string& condition, const PackRule& rule);

/// What a measure gives, from the reference of measures: "Straight-line distance to the nearest feature of
/// 'open_space'; counted where …; from: edge".
[[nodiscard]] std::string measureInWords(const MeasureSpec& measure, const PackRule& rule);

/// The measure as a pack has it: "nearest_space: {distance: open_space, where: "…", from: edge}".
[[nodiscard]] std::string measureAsWritten(const MeasureSpec& measure);

} // namespace merestone
