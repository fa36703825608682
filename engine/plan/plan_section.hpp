// SPDX-License-Identifier: MIT
#pragma once

#include "plan/map_reader.hpp"
#include "plan/placeholders.hpp"

namespace merestone {

/// The mapping under `plan:`: fills in the summary, the CRS and the facts.
void parsePlanSection(const YamlNode& node, Plan& plan, Problems& problems);

/// The facts as the options of measures may name them.
[[nodiscard]] std::vector<BoundParameter> boundFacts(const Plan& plan);

} // namespace merestone
