// SPDX-License-Identifier: MIT
#pragma once

#include "layers/source_pool.hpp"
#include "rules/checker.hpp"
#include "rules/compiled_rule.hpp"
#include "rules/shared_measures.hpp"

#include <map>
#include <vector>

namespace merestone {

/// What reading a layer takes, and where it may be cut.
struct LayerWindow {
    bool everything = false; ///< some rule looks at the whole layer
    Box box;                 ///< otherwise: what lies within reach of the subjects
    bool used = false;
};

/// How the plan says that a layer is to be read: all of it, without columns besides id and name.
[[nodiscard]] LayerRequest requestFor(const Plan& plan, const LayerSpec& spec);

/// Fields of every layer of a plan and of the plan itself. Sources that cannot be opened are reported together:
/// throws PlanError. They stay open in `pool`, for loadLayers.
[[nodiscard]] std::map<std::string, LayerSchema> describeLayers(const Plan& plan, const RunContext& context,
                                                                SourcePool& pool);

/// Reads the layers that the rules use, each once: the plan's own drawings whole, reference layers within reach of
/// the rules' subjects (everything when the scope is everything or the plan has no area). Adds the plan's own layer.
/// Layers named in `leaveOut` are not read. `windows`, if not null, gets the boxes of those that were not read whole.
/// Throws Error(input) when a source cannot be read.
[[nodiscard]] LayerMap loadLayers(const Plan& plan, const CompiledRules& compiled,
                                  const std::map<std::string, LayerSchema>& schemas, Scope scope,
                                  const RunContext& context, SourcePool& pool,
                                  const std::set<std::string>& leaveOut = {},
                                  std::map<std::string, Box>* windows = nullptr);

/// Reads one layer, with the columns that the rules need: in a window, or all of it.
[[nodiscard]] LayerPtr loadLayer(const Plan& plan, const CompiledRules& compiled, const std::string& layer,
                                 const std::optional<Box>& window, bool hasGeometry, const RunContext& context);

/// For maps: the layers that loadLayers left out, with every column; reference layers round the area of the plan.
[[nodiscard]] LayerMap loadOtherLayers(const Plan& plan, const LayerMap& loaded,
                                       const std::map<std::string, LayerSchema>& schemas, Scope scope,
                                       const RunContext& context, SourcePool& pool);

/// Layers of a plan whose role is the neighbourhood area, among those loaded.
[[nodiscard]] std::vector<LayerPtr> areaLayers(const Plan& plan, const LayerMap& layers);

} // namespace merestone
