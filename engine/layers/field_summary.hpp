// SPDX-License-Identifier: MIT
#pragma once

#include "layers/inspect.hpp"

namespace merestone {

/// What stands in a column: empty values, different ones (counted up to 10,000), an example, the range of numbers.
[[nodiscard]] InspectedLayer::FieldSummary summarise(const Column& column);

} // namespace merestone
