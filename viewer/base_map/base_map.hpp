// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/backdrop.hpp"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace merestone::map {

/// Opens a raster file as a base map of a plan: it is read where and as fine as it is shown, through its overviews, and
/// brought into the plan's coordinate system. `crs` is that of the plan, such as "EPSG:27700"; `shown` what the plan is
/// about, in its metres: a picture that shows nothing of it is refused, and it is said where it lies. Slow: not for the
/// GUI thread. Throws Error(input) with the file and the remedy, Error(cancelled) when stopped.
[[nodiscard]] std::shared_ptr<const Backdrop> openBaseMap(const std::filesystem::path& file, const std::string& crs,
                                                          const Box& shown, const std::stop_token& stop);

} // namespace merestone::map
