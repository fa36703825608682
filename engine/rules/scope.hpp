// SPDX-License-Identifier: MIT
#pragma once

#include "rules/checker.hpp"
#include "rules/shared_measures.hpp"

namespace merestone {

/// The features of a layer that rules may be about, ascending: all of the plan's own drawings; of a reference layer
/// those that lie in the neighbourhood area (a polygon with more than 1 m2 or half of it, a line or a point that meets
/// it), unless the scope is everything or there is no area. Features without a usable shape are kept when they could be
/// meant: they are subjects that nobody can judge, not subjects to forget.
[[nodiscard]] std::vector<std::uint32_t> rowsInScope(const Plan& plan, const LayerMap& layers, const std::string& layer,
                                                     Scope scope, const RunContext& context);

} // namespace merestone
