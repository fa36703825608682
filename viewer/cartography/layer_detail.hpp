// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

namespace merestone::map {

/// What is computed of a layer when it is first drawn, and kept for the next picture.
class LayerDetail {
public:
    explicit LayerDetail(LayerPtr layer) : m_layer(std::move(layer)) {}

private:
    LayerPtr m_layer;
};

} // namespace merestone::map
