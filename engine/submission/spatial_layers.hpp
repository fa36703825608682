// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "layers/layer.hpp"
#include "submission/folder.hpp"

#include <string>
#include <vector>

namespace merestone {

/// A layer of a spatial file of a submission.
struct SpatialLayer {
    std::string file;
    std::string sourceLayer;
    std::string crs;     ///< of the source; empty: it states none
    LayerPtr layer;      ///< null when it could not be read
    std::string problem; ///< why not, in one line
};

/// Every layer of a file with all its fields, in the working CRS EPSG:27700. A file without a CRS is a problem, as it
/// is for any plan. Throws only Error(cancelled).
[[nodiscard]] std::vector<SpatialLayer> readSpatial(const FolderItem& item, const RunContext& context);

/// All features of these layers in one layer called `name`, with the columns `id` ("layer/id"), `name` and `policy`,
/// the policy that a feature says it belongs to. The field with it is called policy, policy_ref, policy_id or
/// policy_reference.
[[nodiscard]] LayerPtr joinedLayer(const std::string& name, const std::vector<SpatialLayer>& parts);

} // namespace merestone
