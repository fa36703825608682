// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "layers/layer.hpp"
#include "models/open_plan.hpp"
#include "plan/add_to_plan.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace merestone::viewer {

inline constexpr const char* kAreaLayer = "area"; ///< of the plans that are made here

/// A plan that is to be begun.
struct PlanStart {
    std::filesystem::path folder; ///< made where it is not there
    std::string title;
    LayerPtr boundary;    ///< in EPSG:27700; null: the neighbourhood area is drawn later
    std::size_t row = 0;  ///< of the boundary: which of its features
    std::string areaName; ///< of the area; empty: the title
};

/// What a step of the guide has written, so that it can be taken back.
struct Written {
    std::filesystem::path plan;
    std::string before; ///< text of the plan file; empty: the step made it
    std::string after;
    /// Files that the step made, besides the plan file, with the SHA-256 that they had then.
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    bool madeFolder = false;
};

// All of these are slow and may run on any thread. They throw Error with one line that names file and remedy,
// PlanError, and Error(cancelled); then they leave everything as it was.

/// Writes plan.yaml, with notes for people, and plan.gpkg with the neighbourhood area and empty layers for sites and
/// Local Green Spaces. Nothing that is there is written over.
[[nodiscard]] Written makePlan(const PlanStart& start, const RunContext& context);

/// Adds a layer to the plan file. A file that lies outside the plan's folder is copied into it first, with all that
/// belongs to it, for sources are to lie beside their plan. `layer.source` is the absolute path.
[[nodiscard]] Written addReferenceLayer(const std::filesystem::path& plan, LayerSpec layer, const OpenOptions& options,
                                        const RunContext& context);

/// Adds a policy to the plan file, once the whole is accepted as a plan.
[[nodiscard]] Written writePolicy(const std::filesystem::path& plan, const NewPolicy& policy,
                                  const OpenOptions& options);

/// Takes a step back: the plan file gets its former text, and files that the step made go. Throws Error(usage) when
/// any of them has been changed since, and then touches nothing.
void takeBack(const Written& step);

} // namespace merestone::viewer
