// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "cli/options.hpp"

namespace merestone::map {

/// Loads the plan once and draws the pictures of the request `options.map.request` into the folder `options.output`,
/// which must be there; several at a time. Then writes to standard output what each shows, as JSON: {"pictures":
/// [{"file", "map": [x, y, width, height] of the map in the picture, in units, "box": [west, south, east, north] in CRS
/// metres}, …]} in the order of the request. Throws Error; pictures drawn until then stay.
void drawPictures(const cli::Options& options, const RunContext& context);

} // namespace merestone::map
