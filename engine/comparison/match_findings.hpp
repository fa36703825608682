// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "findings/finding.hpp"

#include <utility>
#include <vector>

namespace merestone {

using FindingList = std::vector<const Finding*>;
using FindingPairs = std::vector<std::pair<const Finding*, const Finding*>>; ///< of the earlier run, of the later one

/// The findings of two runs that are about the same thing; see compareRuns(). Each is in one pair at most.
/// Both functions throw Error(cancelled) when stopped.
[[nodiscard]] FindingPairs matchFindings(const FindingList& before, const FindingList& after,
                                         const RunContext& context);

/// Those of one rule whose evidence lies in the same place, where no second one does. Findings without evidence have
/// no place.
[[nodiscard]] FindingPairs matchPlaces(const FindingList& before, const FindingList& after, const RunContext& context);

} // namespace merestone
