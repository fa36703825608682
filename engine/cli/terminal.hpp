// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/text_layout.hpp"

#include <cstddef>

namespace merestone::cli {

[[nodiscard]] bool isTerminal(int descriptor) noexcept;
/// Columns of a terminal; 100 for what is none.
[[nodiscard]] std::size_t terminalWidth(int descriptor) noexcept;
/// Colour only for a terminal that can, and where NO_COLOR is not set.
[[nodiscard]] TextStyle styleFor(int descriptor) noexcept;

} // namespace merestone::cli
