// SPDX-License-Identifier: MIT
#include "cli/layer_request.hpp"

#include "rules/load_layers.hpp"

namespace merestone::cli {

LayerRequest wholeLayer(const LayerSpec& layer, const Plan& plan) {
    LayerRequest request = requestFor(plan, layer);
    request.allColumns = true;
    return request;
}

} // namespace merestone::cli
