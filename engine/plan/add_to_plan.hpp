// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// The text of a plan file with one layer more; all else as addWaiver() does. Written are the layer's name, which must
/// be one that a plan takes, source, layer, role, id, name, CRS, completeness and title; what is empty is left out.
[[nodiscard]] std::string addLayer(const std::string& planText, const std::string& file, const LayerSpec& layer);

/// A policy with one rule of a pack.
struct NewPolicy {
    std::string id;
    std::string title;
    std::string text;                                            ///< in the plan's words; may be empty
    std::string use;                                             ///< "open-space/access"
    std::string subjects;                                        ///< `for:` layer; empty where the pack says it
    std::vector<std::pair<std::string, std::string>> layers;     ///< role and layer
    std::vector<std::pair<std::string, std::string>> parameters; ///< name and value as a plan has it: "400 m"
};

/// The text of a plan file with one policy more; all else as addWaiver() does. What it says is not checked: read the
/// outcome as a plan before it replaces one.
[[nodiscard]] std::string addPolicy(const std::string& planText, const std::string& file, const NewPolicy& policy);

} // namespace merestone
