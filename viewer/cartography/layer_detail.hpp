// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/text_shape.hpp"
#include "layers/layer.hpp"

namespace merestone::map {

/// What is computed of a layer when it is first drawn, and kept for the next picture. Several threads may use it.
class LayerDetail {
public:
    explicit LayerDetail(LayerPtr layer) : m_layer(std::move(layer)) {}

    [[nodiscard]] TextShapes& texts() noexcept { return m_texts; }

private:
    LayerPtr m_layer;
    TextShapes m_texts;
};

} // namespace merestone::map
