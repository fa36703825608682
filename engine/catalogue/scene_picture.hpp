// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "catalogue/rule_entries.hpp"
#include "findings/finding.hpp"
#include "layers/layer.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace merestone {

/// A scene that has been run, ready to be drawn.
struct PicturedScene {
    std::string rule;      ///< "open-space/access"
    std::string title;     ///< of the rule
    std::string name;      ///< of the case
    std::string subjects;  ///< layer of the subjects, or "plan"
    std::string areaLayer; ///< layer of the neighbourhood area; empty: none
    std::vector<LayerPtr> layers;
    std::vector<Finding> findings; ///< of the rule; worst first
};

/// Runs the named case of a rule; without a name the first one with a conflict, else with something for a person to
/// judge, else the first. Throws Error(usage) when the rule has no such case, naming those that there are.
[[nodiscard]] PicturedScene runPicturedScene(const RuleEntry& entry, const std::string& name,
                                             const std::vector<Pack>& packs, const std::vector<Standards>& standards,
                                             const RunContext& context);

/// The scene as an SVG: the subjects, what they are measured against, the evidence of the defect, scale bar, labels,
/// legend and verdicts. It has a title and a description for those who cannot see it, and needs no colour.
void writeScenePicture(std::ostream& out, const PicturedScene& scene);

} // namespace merestone
