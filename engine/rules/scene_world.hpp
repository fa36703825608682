// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"
#include "plan/standards.hpp"
#include "rules/scene_file.hpp"

#include <vector>

namespace merestone {

/// Id of the one rule of a scene's plan.
inline constexpr const char* kSceneRule = "scene.rule";

/// A case brought to life: the plan that a person would write for it, and its layers in memory.
struct SceneWorld {
    Plan plan;
    std::vector<LayerPtr> layers;
};

/// The plan file of a case, as text: its layers, its policies, and one policy that uses the rule of the scenes.
[[nodiscard]] std::string scenePlanText(const SceneFile& scenes, const SceneCase& scene);

/// Throws PlanError with every mistake of the plan that the case makes (its file is then the scene's file without a
/// place), or Error when a geometry or a value cannot be read.
[[nodiscard]] SceneWorld makeSceneWorld(const SceneFile& scenes, const SceneCase& scene, const std::vector<Pack>& packs,
                                        const std::vector<Standards>& standards, const RunContext& context);

} // namespace merestone
