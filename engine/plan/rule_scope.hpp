// SPDX-License-Identifier: MIT
#pragma once

#include "plan/placeholders.hpp"
#include "plan/problems.hpp"

#include <string>
#include <vector>

namespace merestone {

/// What the texts of a rule may name: in a plan its layers and facts, in a pack the rule's roles and parameters.
struct RuleScope {
    std::vector<std::string> layers;
    std::string layerWord = "layer"; ///< "layer role" in a pack
    std::vector<BoundParameter> values;
    std::string valueWord = "fact"; ///< "parameter" in a pack
    bool inPack = false;
};

/// What the subjects of one rule are, as far as its measures need to know.
struct SubjectKind {
    bool inPairs = false;  ///< the rule says `against`, so that `other` means something
    bool planWide = false; ///< the rule says `for: plan`
};

/// Reports a name that is no layer (in a pack: no role), with the nearest one.
void checkLayerName(const std::string& name, const Place& place, const std::string& label, const RuleScope& scope,
                    Problems& problems);

} // namespace merestone
