// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/style/layer_style.hpp"

#include <string>

namespace merestone {

/// A Styled Layer Descriptor, version 1.0.0 (OGC 02-070), for GeoServer and others; `layer` is the name that the
/// style is for. Millimetres become pixels of 0.28 mm, as that standard counts them.
[[nodiscard]] std::string sldText(const LayerStyle& style, const std::string& layer, const std::string& title);

} // namespace merestone
