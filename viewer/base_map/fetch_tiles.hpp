// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <gdal.h>

#include <stop_token>

namespace merestone::map {

/// The overview of a raster that is not coarser than `pixels` of it to one that is shown; -1: the raster itself.
[[nodiscard]] int overviewFor(GDALDatasetH dataset, double pixels);

/// Reads the tiles of a raster on a server that cover `box`, in its pixels, two or three at a time, into GDAL's cache,
/// from where a warp then takes them. A warp alone asks for each row and band anew when the server does not answer, and
/// cannot be stopped meanwhile: with ten seconds for each request that is minutes. Here a stop waits for the requests
/// that are under way, and the first failure is the last. False when stopped or failed; GDAL's messages tell why.
[[nodiscard]] bool fetchTiles(GDALDatasetH dataset, int overview, const Box& box, const std::stop_token& stop);

} // namespace merestone::map
