// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"

#include <array>
#include <string>
#include <string_view>

namespace merestone {

/// The order in which changes are told: what asks for attention first.
inline constexpr std::array kChangeOrder{ChangeKind::added, ChangeKind::changed, ChangeKind::notChecked,
                                         ChangeKind::fixed, ChangeKind::stillThere};

/// "New", "Changed", "Not checked any more", "No longer there", "Still there".
[[nodiscard]] std::string_view changeHeading(ChangeKind kind) noexcept;

/// "2 new, 1 changed, 3 no longer there, 10 still there"; "nothing in either run" where there is nothing.
[[nodiscard]] std::string changeCounts(const RunComparison& comparison);

/// "verdict: policy conflict, before: borderline"; "moved: E 1 N 2, before: E 3 N 4".
[[nodiscard]] std::string differenceText(const Difference& difference);

} // namespace merestone
