// SPDX-License-Identifier: MIT
#pragma once

#include "rules/scene_world.hpp"

#include <set>
#include <string>
#include <vector>

namespace merestone {

/// Something that a case does not expect.
struct SceneDifference {
    Place place;
    std::string subject; ///< id, or empty for the case as a whole
    std::string what;    ///< "expected pass, got fail (measured 401 m)"
};

/// What became of a case.
struct SceneComparison {
    std::vector<SceneDifference> differences;
    std::set<Verdict> shown; ///< verdicts that it expects and that came out
};

/// Checks the plan of a case on its layers; every subject gets a finding.
[[nodiscard]] RunResult runScene(Plan plan, std::vector<LayerPtr> layers, const RunContext& context);

/// Compares the verdicts and figures that a case expects with those of a run of its plan, whose rule is `rule`.
[[nodiscard]] SceneComparison compareScene(const SceneCase& scene, const RuleSpec& rule, const RunResult& run);

} // namespace merestone
