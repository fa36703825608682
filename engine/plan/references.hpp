// SPDX-License-Identifier: MIT
#pragma once

#include "plan/problems.hpp"

namespace merestone {

/// What only the whole plan can tell: that ids are unique, that `needs` and waivers name rules that exist, and that no
/// rule needs itself through others. Turns what pack rules need into the ids of the plan's rules.
void checkReferences(Plan& plan, Problems& problems);

/// Rules that need one another in a circle, from a rule back to itself ("a", "b", "a"); empty when there is no circle.
struct Needs {
    std::string id;
    std::vector<std::string> needs;
};
[[nodiscard]] std::vector<std::string> findCycle(const std::vector<Needs>& rules);
/// The mistake in words, naming the circle.
[[nodiscard]] std::string circleMessage(const std::vector<std::string>& cycle);

} // namespace merestone
