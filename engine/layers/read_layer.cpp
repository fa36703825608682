// SPDX-License-Identifier: MIT
#include "layers/read_layer.hpp"

#include "layers/layer_reader.hpp"

namespace merestone {

SourceDescription describeSource(const LayerRequest& request) {
    const RunContext context;
    return LayerReader(request, context).describe();
}

LayerPtr readLayer(const LayerRequest& request, const RunContext& context) {
    return LayerReader(request, context).read();
}

} // namespace merestone
