// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <vector>

namespace merestone {

/// Which member of a pair within one layer is its subject: the one whose id comes first as a person would list ids, so
/// that findings keep their keys when somebody saves the layer in another order. Equal ids: the earlier row.
class PairOrder {
public:
    explicit PairOrder(const Layer& layer);

    [[nodiscard]] bool isFirst(std::uint32_t row, std::uint32_t other) const noexcept {
        return m_ranks.empty() ? row < other : m_ranks[row] < m_ranks[other];
    }

private:
    std::vector<std::uint32_t> m_ranks; ///< by row; empty when the rows stand in the order of their ids, as most do
};

} // namespace merestone
