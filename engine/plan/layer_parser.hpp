// SPDX-License-Identifier: MIT
#pragma once

#include "plan/map_reader.hpp"
#include "plan/read_plan.hpp"

namespace merestone {

/// One entry of `layers:`; `names` are all layers of the plan, for `complete: within …`.
[[nodiscard]] LayerSpec parseLayer(const YamlEntry& entry, const std::vector<std::string>& names,
                                   const PlanOptions& options, Problems& problems);

/// Why a source cannot be used ("leaves the plan's folder …"), with the remedy, or an empty string. Only the text is
/// looked at, not the disk.
[[nodiscard]] std::string whyNoSource(const std::string& source, const PlanOptions& options);

/// `crs:` of a plan or layer: "EPSG:27700", a name or WKT; a bare number is refused.
[[nodiscard]] std::string readCrs(MapReader& reader, Problems& problems);

} // namespace merestone
