// SPDX-License-Identifier: MIT
#include "plan/rule_scope.hpp"

#include "plan/plan_names.hpp"

#include <algorithm>

namespace merestone {

void checkLayerName(const std::string& name, const Place& place, const std::string& label, const RuleScope& scope,
                    Problems& problems) {
    if (std::find(scope.layers.begin(), scope.layers.end(), name) == scope.layers.end()) {
        problems.add(place, label + " names the unknown " + scope.layerWord + " " + inQuotes(name) +
                                suggestion(name, scope.layers, scope.layerWord + "s"));
    }
}

} // namespace merestone
