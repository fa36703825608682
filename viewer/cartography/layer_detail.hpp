// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/rows_by_id.hpp"
#include "cartography/text_shape.hpp"
#include "layers/layer.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace merestone::map {

/// What is computed of a layer when it is first asked for, and kept for the next picture. Several threads may use it.
class LayerDetail {
public:
    explicit LayerDetail(LayerPtr layer) : m_layer(std::move(layer)) {}

    [[nodiscard]] TextShapes& texts() noexcept { return m_texts; }

    /// The layer's shapes with all that is told apart at this tolerance in metres, made once for each power of two. The
    /// layer's own shapes where little would be saved. Alive as long as the pointer.
    [[nodiscard]] std::shared_ptr<const PackedGeometry> geometry(double toleranceMetres);

    /// The layer's rows by id. Alive as long as this.
    [[nodiscard]] const RowsById& rows();

private:
    LayerPtr m_layer;
    std::once_flag m_rowsOnce;
    std::unique_ptr<const RowsById> m_rows;
    TextShapes m_texts;
    std::mutex m_mutex;
    std::map<int, std::shared_ptr<const PackedGeometry>> m_levels; ///< by exponent of two
};

} // namespace merestone::map
