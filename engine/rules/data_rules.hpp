// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "rules/shared_measures.hpp"

#include <string>
#include <vector>

namespace merestone {

/// Rules about the data and the plan file themselves that every run carries: they stand under the policy "data".
struct DataFindings {
    std::vector<RuleResult> rules;
    std::vector<Finding> findings;
};

/// Findings of data.geometry: every invalid or unreadable feature of a layer among `rows` (by row; empty: all), with
/// what was done about it. Gives their number.
std::size_t addGeometryFindings(const Layer& layer, const std::vector<bool>& rows, std::vector<Finding>& findings);
/// data.geometry of all layers, with findings that were made before.
void checkGeometries(const LayerMap& layers, std::vector<Finding> before, DataFindings& result);

/// Marks the conflicts that the plan's waivers cover. data.waivers: waivers that have lapsed by `today` (they cover
/// nothing then) and waivers that match no conflict.
void applyWaivers(const Plan& plan, const std::string& today, std::vector<RuleResult>& rules,
                  std::vector<Finding>& findings, DataFindings& result);

inline constexpr const char* kDataPolicy = "data";

} // namespace merestone
