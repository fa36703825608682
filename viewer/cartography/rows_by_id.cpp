// SPDX-License-Identifier: MIT
#include "cartography/rows_by_id.hpp"

#include <algorithm>
#include <functional>

namespace merestone::map {

namespace {

std::uint32_t hashOf(std::string_view id) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(id));
}

} // namespace

RowsById::RowsById(const Layer& layer) : m_layer(layer) {
    m_entries.reserve(layer.size());
    for (std::size_t row = 0; row < layer.size(); ++row) {
        m_entries.emplace_back(hashOf(layer.id(row)), static_cast<std::uint32_t>(row));
    }
    std::sort(m_entries.begin(), m_entries.end());
}

std::optional<std::size_t> RowsById::find(std::string_view id) const {
    const std::uint32_t hash = hashOf(id);
    for (auto entry = std::lower_bound(m_entries.begin(), m_entries.end(), Entry(hash, 0));
         entry != m_entries.end() && entry->first == hash; ++entry) {
        if (m_layer.id(entry->second) == id) { // ids may share a hash
            return entry->second;
        }
    }
    return std::nullopt;
}

} // namespace merestone::map
