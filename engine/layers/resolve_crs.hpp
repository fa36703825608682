// SPDX-License-Identifier: MIT
#pragma once

#include "layers/coordinate_operation.hpp"
#include "layers/crs_fit.hpp"
#include "layers/open_dataset.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace merestone {

/// Where the coordinates of a source are and how they get into the working CRS.
struct ResolvedCrs {
    std::optional<Crs> source;
    std::unique_ptr<CoordinateOperation> operation; ///< null: they are in the working CRS already
    bool swapAxes = false;                          ///< the driver hands out y before x
    std::vector<LayerNote> notes;
};

/// Settles the CRS of a layer: the one it states, or else the declared one. `sample` are some of its points as they
/// stand. Throws Error(input) when there is neither (the message holds the best guess with its evidence), when the two
/// contradict each other (both are named), or when the points cannot be in it.
[[nodiscard]] ResolvedCrs resolveCrs(const LayerRequest& request, const OpenedSource& source, OGRLayerH layer,
                                     std::span<const Point> sample);

/// A layer's window in the source's coordinates, for leaving it to the source; nothing without a window.
[[nodiscard]] std::optional<Box> windowInSource(const LayerRequest& request, const ResolvedCrs& crs);

} // namespace merestone
