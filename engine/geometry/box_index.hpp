// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace merestone {

/// A packed, immutable Hilbert R-tree over boxes: 16 children a node, nodes of a level side by side in one array.
/// Built once in O(n log n); queries are const, allocate nothing and may run on any number of threads.
/// Layout after V. Agafonkin's flatbush and the sort-tile ideas of I. Kamel and C. Faloutsos, "Hilbert R-tree" (1994).
class BoxIndex {
public:
    BoxIndex() = default;
    /// Items are the positions in `boxes`; empty boxes are left out.
    explicit BoxIndex(std::span<const Box> boxes);

    /// Calls `visit(item)` for every item whose box meets `window`, in an order that depends on the data alone.
    /// `visit` returns false to stop early.
    template <class Visit> void query(const Box& window, Visit&& visit) const {
        if (m_boxes.empty() || !m_bounds.meets(window)) {
            return;
        }
        std::uint32_t stack[kStackSize];
        std::size_t depth = 0;
        stack[depth++] = root();
        while (depth > 0) {
            const std::uint32_t node = stack[--depth];
            const std::uint32_t end = childrenEnd(node);
            for (std::uint32_t child = m_items[node]; child < end; ++child) {
                if (!m_boxes[child].meets(window)) {
                    continue;
                }
                if (child >= m_leafCount) {
                    stack[depth++] = child;
                } else if (!visit(m_items[child])) {
                    return;
                }
            }
        }
    }

    /// Items in Hilbert order: neighbours in space are neighbours in this list.
    [[nodiscard]] std::span<const std::uint32_t> order() const noexcept { return {m_items.data(), m_leafCount}; }
    [[nodiscard]] const Box& bounds() const noexcept { return m_bounds; }
    [[nodiscard]] std::size_t size() const noexcept { return m_leafCount; }

    // Access to the tree for branch-and-bound searches. Nodes below leafCount() are leaves; the root is the last.
    [[nodiscard]] std::uint32_t leafCount() const noexcept { return m_leafCount; }
    [[nodiscard]] std::uint32_t root() const noexcept { return static_cast<std::uint32_t>(m_boxes.size() - 1); }
    [[nodiscard]] const Box& nodeBox(std::uint32_t node) const noexcept { return m_boxes[node]; }
    /// Item of a leaf, or first child of an inner node.
    [[nodiscard]] std::uint32_t nodeItem(std::uint32_t node) const noexcept { return m_items[node]; }
    /// One past the last child of an inner node.
    [[nodiscard]] std::uint32_t childrenEnd(std::uint32_t node) const noexcept {
        return m_items[node + std::size_t{1}]; // the next node's first child; a sentinel ends the array
    }

    static constexpr std::uint32_t kNodeSize = 16;

private:
    static constexpr std::size_t kStackSize =
        std::size_t{kNodeSize} * 9; // 16^8 items at most, 15 waiting siblings a level

    std::vector<Box> m_boxes;           ///< leaves first, then level by level up to the root
    std::vector<std::uint32_t> m_items; ///< leaf: item; inner node: its first child; then one sentinel
    std::uint32_t m_leafCount = 0;
    Box m_bounds;
};

} // namespace merestone
