// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure_registry.hpp"
#include "plan/problems.hpp"

namespace merestone {

/// One entry under `measures:` of a plugin.yaml: `KIND: {target: …, unit: …, reach: …, help: …, options: …}`. Reports
/// what is wrong with it, also what whyNoMeasureKind() says.
[[nodiscard]] MeasureKind readMeasureKind(const YamlEntry& entry, Problems& problems);

} // namespace merestone
