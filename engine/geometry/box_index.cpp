// SPDX-License-Identifier: MIT
#include "geometry/box_index.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace merestone {

namespace {

constexpr std::uint32_t kHilbertSide = 1U << 16U;
constexpr std::size_t kFewItems = 4096; ///< below it the buckets cost more than they save

/// Position of cell (x, y) of a 2^16 by 2^16 grid along the Hilbert curve.
std::uint32_t hilbertPosition(std::uint32_t x, std::uint32_t y) noexcept {
    std::uint32_t position = 0;
    for (std::uint32_t side = kHilbertSide / 2; side > 0; side /= 2) {
        const std::uint32_t right = (x & side) > 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) > 0 ? 1 : 0;
        position += side * side * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = kHilbertSide - 1 - x;
                y = kHilbertSide - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return position;
}

std::uint32_t gridCell(double value, double low, double scale) noexcept {
    return static_cast<std::uint32_t>(std::clamp((value - low) * scale, 0.0, double{kHilbertSide - 1}));
}

/// Sorts by the upper half of each key, in passes of 11 bits; equal ones keep their order. Three passes over a large
/// layer take a tenth of the time of a sort that compares.
void sortByUpperHalf(std::vector<std::uint64_t>& keys) {
    constexpr unsigned kBits = 11;
    constexpr std::size_t kBuckets = 1U << kBits;
    std::vector<std::uint64_t> sorted(keys.size());
    for (unsigned shift = 32; shift < 64; shift += kBits) {
        std::array<std::size_t, kBuckets> starts{};
        for (const std::uint64_t key : keys) {
            ++starts[(key >> shift) % kBuckets];
        }
        std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), std::size_t{0});
        for (const std::uint64_t key : keys) {
            sorted[starts[(key >> shift) % kBuckets]++] = key;
        }
        keys.swap(sorted);
    }
}

/// The items with a box, in the order of their boxes' centres along the curve; the item number breaks ties.
std::vector<std::uint32_t> hilbertOrder(std::span<const Box> boxes, const Box& bounds) {
    const double width = bounds.maxX - bounds.minX;
    const double height = bounds.maxY - bounds.minY;
    const double scaleX = width > 0.0 ? kHilbertSide / width : 0.0;
    const double scaleY = height > 0.0 ? kHilbertSide / height : 0.0;
    std::vector<std::uint64_t> keyed;
    keyed.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].empty()) {
            continue;
        }
        const Point centre = boxes[i].centre();
        const std::uint64_t position =
            hilbertPosition(gridCell(centre.x, bounds.minX, scaleX), gridCell(centre.y, bounds.minY, scaleY));
        keyed.push_back(position << 32U | i);
    }
    if (keyed.size() < kFewItems) {
        std::sort(keyed.begin(), keyed.end());
    } else {
        sortByUpperHalf(keyed);
    }
    std::vector<std::uint32_t> order(keyed.size());
    std::transform(keyed.begin(), keyed.end(), order.begin(),
                   [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
    return order;
}

} // namespace

BoxIndex::BoxIndex(std::span<const Box> boxes) {
    for (const Box& box : boxes) {
        if (!box.empty()) {
            m_bounds.extend(box);
        }
    }
    m_items = hilbertOrder(boxes, m_bounds);
    m_leafCount = static_cast<std::uint32_t>(m_items.size());
    if (m_leafCount == 0) {
        return;
    }
    const std::size_t nodes = m_items.size() + m_items.size() / (kNodeSize - 1) + 16;
    m_boxes.reserve(nodes);
    m_items.reserve(nodes);
    for (std::uint32_t leaf = 0; leaf < m_leafCount; ++leaf) {
        m_boxes.push_back(boxes[m_items[leaf]]);
    }
    // Each level groups the one below; there is always at least one inner node, the root.
    std::uint32_t begin = 0;
    std::uint32_t end = m_leafCount;
    do {
        for (std::uint32_t first = begin; first < end; first += kNodeSize) {
            Box box;
            for (std::uint32_t child = first; child < std::min(first + kNodeSize, end); ++child) {
                box.extend(m_boxes[child]);
            }
            m_boxes.push_back(box);
            m_items.push_back(first);
        }
        begin = end;
        end = static_cast<std::uint32_t>(m_boxes.size());
    } while (end - begin > 1);
    m_items.push_back(end - 1); // one past the last child of the root
}

} // namespace merestone
