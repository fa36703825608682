// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box_index.hpp"
#include "measures/measure.hpp"

#include <mutex>

namespace merestone {

/// A selection with what measures ask of it: an index over the selected features alone. Any thread.
class TargetSet {
public:
    explicit TargetSet(SelectionPtr selection);

    [[nodiscard]] const Layer& layer() const noexcept { return *m_selection->layer; }
    [[nodiscard]] const PackedGeometry& geometry() const noexcept { return layer().geometry(); }
    [[nodiscard]] std::span<const std::uint32_t> rows() const noexcept { return m_selection->rows; }
    [[nodiscard]] std::span<const std::uint32_t> maybe() const noexcept { return m_selection->maybe; }
    [[nodiscard]] const SelectionPtr& selection() const noexcept { return m_selection; }
    /// Whether the selection holds this row for sure.
    [[nodiscard]] bool holds(std::uint32_t row) const noexcept;
    /// Over the selected rows; items are rows of the layer. The layer's own index when everything is selected.
    [[nodiscard]] const BoxIndex& index() const;
    /// The same selection with `maybe` counted in, or null if there is no maybe.
    [[nodiscard]] SelectionPtr withMaybe() const;

private:
    SelectionPtr m_selection;
    bool m_everything = false;
    mutable std::once_flag m_once;
    mutable BoxIndex m_index;
};

/// Points of a layer's features as point features, row by row: their centroids, or nothing for unusable ones.
[[nodiscard]] PackedGeometry centroidGeometry(const Layer& layer);

} // namespace merestone
