// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "cartography/map_scene.hpp"
#include "cli/options.hpp"

#include <filesystem>

namespace merestone::map {

/// A plan with its layers, ready to be drawn, and what was found on it.
struct LoadedPlan {
    ScenePtr scene;
    std::shared_ptr<const RunResult> run; ///< never null; without findings when none were wanted
};

/// Loads the plan of a command line with every layer. Its findings are those of `run`, a file that
/// `merestone check --format json` wrote; where that is empty, the plan is checked unless no findings are wanted.
/// Throws Error.
[[nodiscard]] LoadedPlan loadPlan(const cli::Options& options, const std::filesystem::path& run,
                                  const RunContext& context);

/// The number of the finding with this key. Throws Error(usage) that names the plan when there is none.
[[nodiscard]] std::size_t markOf(const MapScene& scene, const std::string& key, const std::string& plan);

} // namespace merestone::map
