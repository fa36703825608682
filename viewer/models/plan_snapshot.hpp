// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/map_scene.hpp"
#include "findings/finding.hpp"
#include "geometry/packed_geometry.hpp"
#include "layers/layer.hpp"
#include "plan/plan.hpp"
#include "plan/plan_values.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::viewer {

/// What a plan holds, at one moment: immutable, shared between threads.
struct PlanSnapshot {
    std::shared_ptr<const Plan> plan;         ///< never null
    std::vector<LayerPtr> layers;             ///< in plan order
    map::ScenePtr scene;                      ///< the map of them, with the findings that were known then; never null
    std::map<std::string, Shape> drawnShapes; ///< what the plan's own drawings are made of, by layer
    std::shared_ptr<const std::vector<PlanValue>> values; ///< what can be tried out, as it is now; never null

    [[nodiscard]] LayerPtr layer(std::string_view name) const;
};
using SnapshotPtr = std::shared_ptr<const PlanSnapshot>;
using RunPtr = std::shared_ptr<const RunResult>;

} // namespace merestone::viewer
