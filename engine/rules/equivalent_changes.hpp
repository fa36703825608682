// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

/// A small change to a rule that no scene can notice, because it changes no verdict and no figure.
struct EquivalentChange {
    std::string rule;   ///< "open-space/access"
    std::string change; ///< as mutateRules() words it: "within is 401 m instead of 400 m"
    std::string reason; ///< why it changes nothing, for people
    Place place;
};

/// The list under `equivalent_changes`, each with `rule`, `change` and `reason`. Throws PlanError with every mistake at
/// its place.
[[nodiscard]] std::vector<EquivalentChange> parseEquivalentChanges(const std::string& text,
                                                                   const std::filesystem::path& file);

/// Reads such a file. Throws Error in one line where it cannot be read.
[[nodiscard]] std::vector<EquivalentChange> loadEquivalentChanges(const std::filesystem::path& file);

} // namespace merestone
