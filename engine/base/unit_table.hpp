// SPDX-License-Identifier: MIT
#pragma once

#include "base/unit.hpp"

#include <span>
#include <string_view>

namespace merestone {

/// A unit that has a name of its own.
struct NamedUnit {
    std::string_view symbol; ///< as printed; also one of the names; empty for plain numbers
    std::string_view single; ///< printed after 1 and behind "per"
    Dimension dimension;
    double factor = 1.0;
    std::span<const std::string_view> names; ///< lower case, blanks single
};

[[nodiscard]] std::span<const NamedUnit> namedUnits() noexcept;

} // namespace merestone
