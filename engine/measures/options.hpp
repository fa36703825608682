// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace merestone {

// Typed access to the options of a measure. All throw Error(plan) naming the measure's place and the option when the
// value has another type than asked for.

[[nodiscard]] const Parameter* findOption(const MeasureSpec& spec, std::string_view name) noexcept;
/// In metres.
[[nodiscard]] std::optional<double> lengthOption(const MeasureSpec& spec, std::string_view name);
[[nodiscard]] std::optional<double> numberOption(const MeasureSpec& spec, std::string_view name);
[[nodiscard]] std::string wordOption(const MeasureSpec& spec, std::string_view name, std::string_view fallback);
[[nodiscard]] bool flagOption(const MeasureSpec& spec, std::string_view name, bool fallback);

/// `unit:` of the spec if given (its dimension must be the default's), else the default.
[[nodiscard]] Unit unitOf(const MeasureSpec& spec, const Unit& fallback);
/// Common units.
[[nodiscard]] Unit squareMetres();
[[nodiscard]] Unit metres();
[[nodiscard]] Unit percent();
[[nodiscard]] Unit plainNumber();

} // namespace merestone
