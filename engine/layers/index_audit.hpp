// SPDX-License-Identifier: MIT
#pragma once

#include "layers/formats.hpp"

#include <ogr_api.h>
#include <string>

namespace merestone {

/// Whether leaving the window to the source saves reading and loses nothing: it is large, can find its way to a part of
/// itself, and gives features without a shape, which may lie anywhere, an entry of their own or cannot hold any.
/// `gdalName` is what GDAL opened.
[[nodiscard]] bool hasUsefulIndex(Format format, OGRLayerH layer, const std::string& gdalName);

/// Takes some features, spread evenly, and asks the layer for what lies in the box of each: they must be found. Leaves
/// the layer without a spatial filter.
[[nodiscard]] bool indexIsSound(OGRLayerH layer);

} // namespace merestone
