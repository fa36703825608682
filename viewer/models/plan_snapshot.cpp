// SPDX-License-Identifier: MIT
#include "models/plan_snapshot.hpp"

#include <algorithm>

namespace merestone::viewer {

LayerPtr PlanSnapshot::layer(std::string_view name) const {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [name](const LayerPtr& layer) { return layer->name() == name; });
    return found == layers.end() ? nullptr : *found;
}

} // namespace merestone::viewer
