// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <string>

namespace merestone {

/// The text of a plan file with one waiver more at the end of its list. Everything else stays as it is to the byte:
/// comments, order, spacing, line ends. `file` is for messages. Throws PlanError when the text is no YAML, and
/// Error(plan) when its waivers are written in a form that cannot be added to ("waivers: [{…}]" on one line).
[[nodiscard]] std::string addWaiver(const std::string& planText, const std::string& file, const WaiverSpec& waiver);

} // namespace merestone
