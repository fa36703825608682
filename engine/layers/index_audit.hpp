// SPDX-License-Identifier: MIT
#pragma once

#include "layers/formats.hpp"

#include <ogr_api.h>

namespace merestone {

/// Whether leaving the window to the source saves reading: it is large and can find its way to a part of itself.
[[nodiscard]] bool hasUsefulIndex(Format format, OGRLayerH layer);

/// Takes some features, spread evenly, and asks the layer for what lies in the box of each: they must be found. Leaves
/// the layer without a spatial filter.
[[nodiscard]] bool indexIsSound(OGRLayerH layer);

} // namespace merestone
