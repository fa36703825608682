// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace merestone::map {

/// Rows of a layer by the ids that findings name. Costs 8 bytes for each row. Immutable once made; any thread.
class RowsById {
public:
    /// The layer must outlive it.
    explicit RowsById(const Layer& layer);

    /// The first row with this id (Layer::id()).
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;

private:
    using Entry = std::pair<std::uint32_t, std::uint32_t>; ///< hash of the id, row

    const Layer& m_layer;
    std::vector<Entry> m_entries; ///< ascending
};

} // namespace merestone::map
