// SPDX-License-Identifier: MIT
#pragma once

#include "plan/problems.hpp"

namespace merestone {

/// Why the text is no condition or formula in OGR SQL syntax, or an empty string. Names are not looked up: that needs
/// the data.
[[nodiscard]] std::string whyNoCondition(const PlacedText& condition);

/// Reports a condition or formula that cannot be parsed; an empty one is fine.
void checkCondition(const PlacedText& condition, const std::string& label, Problems& problems);

/// Reports a message template that cannot be read; an empty one is fine.
void checkMessage(const PlacedText& message, const std::string& label, Problems& problems);

} // namespace merestone
