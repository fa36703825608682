// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"

namespace merestone {

// Interval arithmetic on uncertain numbers, for measures made of other measures.

/// a / b; unknown where b is 0 or either is unknown. Where b's interval holds 0, the quotient may be anything above
/// the least that it can be.
[[nodiscard]] UncertainNumber quotient(const UncertainNumber& a, const UncertainNumber& b);
[[nodiscard]] UncertainNumber scaled(const UncertainNumber& a, double factor); ///< factor >= 0
[[nodiscard]] UncertainNumber smaller(const UncertainNumber& a, const UncertainNumber& b);
[[nodiscard]] UncertainNumber larger(const UncertainNumber& a, const UncertainNumber& b);
/// Adds a value with its bounds to a column.
void appendTo(MeasureColumn& column, const UncertainNumber& number);

} // namespace merestone
