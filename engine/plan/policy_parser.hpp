// SPDX-License-Identifier: MIT
#pragma once

#include "plan/use_parser.hpp"

namespace merestone {

/// One item of `policies:` with its rules; those of packs come out expanded.
[[nodiscard]] PolicySpec parsePolicy(const YamlNode& node, const RuleScope& scope, const PackShelf& shelf,
                                     Problems& problems);

/// One item of `waivers:`. Whether its rule exists is checked with the whole plan.
[[nodiscard]] WaiverSpec parseWaiver(const YamlNode& node, Problems& problems);

} // namespace merestone
