// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace merestone {

/// A day of the calendar written "2026-09-01"; 30 February is none.
[[nodiscard]] bool isIsoDate(std::string_view text) noexcept;
/// Four digits from 1000 to 9999.
[[nodiscard]] bool isYear(std::string_view text) noexcept;

} // namespace merestone
