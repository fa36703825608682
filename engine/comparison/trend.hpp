// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace merestone {

/// Which way a finding has gone from one run to the next.
enum class Trend : std::uint8_t {
    worse,      ///< a graver verdict, or the same by a smaller margin
    added,      ///< only the later run has it
    better,     ///< a milder verdict, or the same by a larger margin
    gone,       ///< only the earlier run has it, and the later one looked
    differs,    ///< moved, renamed or explained in another way, neither better nor worse
    same,       ///< both say the same
    notChecked, ///< only the earlier run has it, and the later one did not look
};

/// Verdicts from the gravest: a conflict, a waived conflict, what is undecided (for whatever reason), what holds. Where
/// that is the same, figures decide if both have a margin in the same unit.
[[nodiscard]] Trend trendOf(const FindingChange& change) noexcept;

/// How many findings of each policy have gone which way; policies without any are left out.
[[nodiscard]] std::map<std::string, std::map<Trend, std::size_t>> trendsByPolicy(const RunComparison& comparison);

} // namespace merestone
