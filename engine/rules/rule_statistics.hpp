// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "findings/finding.hpp"
#include "layers/layer.hpp"
#include "measures/measure.hpp"
#include "rules/compiled_rule.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// Count, sum, least and greatest of each measure that was computed, and of the left side of the requirement as
/// "measured", over `rows` of the rule's subjects. `columns` holds the measures by position in the rule, null where
/// none was computed. Values are found on the context's threads and added up in the order of the rows, so that sums do
/// not depend on the threads. Throws Error(cancelled) when a stop is asked for.
[[nodiscard]] std::vector<Statistic> statisticsOf(const CompiledRule& rule, const Layer& subjects,
                                                  const std::vector<const MeasureColumn*>& columns,
                                                  std::span<const std::uint32_t> rows, const RunContext& context);

} // namespace merestone
