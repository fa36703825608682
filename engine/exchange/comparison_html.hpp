// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"

#include <ostream>

namespace merestone {

/// Writes a comparison as one HTML page for a browser or a printer: both plans, the counts, a table for each kind of
/// change, rules and notes. It holds no script, asks for nothing from the network, and every text stands as text only.
void writeComparisonHtml(std::ostream& out, const RunResult& before, const RunResult& after,
                         const RunComparison& comparison);

} // namespace merestone
