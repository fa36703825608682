// SPDX-License-Identifier: MIT
#include "cartography/layer_detail.hpp"

#include "cartography/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::map {

namespace {

constexpr std::size_t kFewPoints = 24; ///< a feature: with fewer on average a copy costs more memory than it saves time
constexpr double kFinestMetres = 0.05; ///< below this the shapes are drawn as they are
constexpr std::size_t kMostLevels = 6; ///< kept at a time

} // namespace

std::shared_ptr<const PackedGeometry> LayerDetail::geometry(double toleranceMetres) {
    const PackedGeometry& whole = m_layer->geometry();
    const std::shared_ptr<const PackedGeometry> asItIs(m_layer, &whole);
    if (!(toleranceMetres > kFinestMetres) || whole.pointCount() < kFewPoints * whole.size()) {
        return asItIs;
    }
    const int level = static_cast<int>(std::floor(std::log2(toleranceMetres)));
    // Held while it is made: two threads that want the same level would otherwise both make it.
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_levels.find(level); found != m_levels.end()) {
        return found->second;
    }
    auto made = std::make_shared<const PackedGeometry>(simplified(whole, std::exp2(level)));
    if (m_levels.size() >= kMostLevels) {
        // The one that is farthest from what is wanted now.
        const auto first = m_levels.begin();
        const auto last = std::prev(m_levels.end());
        m_levels.erase(level - first->first > last->first - level ? first : last);
    }
    return m_levels.emplace(level, std::move(made)).first->second;
}

const RowsById& LayerDetail::rows() {
    std::call_once(m_rowsOnce, [this] { m_rows = std::make_unique<const RowsById>(*m_layer); });
    return *m_rows;
}

} // namespace merestone::map
