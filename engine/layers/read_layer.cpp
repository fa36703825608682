// SPDX-License-Identifier: MIT
#include "layers/read_layer.hpp"

#include "layers/layer_reader.hpp"

namespace merestone {

SourceDescription describeSource(const LayerRequest& request, const RunContext& context, SourcePool* pool) {
    LayerReader reader(request, context, pool);
    SourceDescription description = reader.describe();
    reader.giveBack();
    return description;
}

LayerPtr readLayer(const LayerRequest& request, const RunContext& context, SourcePool* pool) {
    LayerReader reader(request, context, pool);
    LayerPtr layer = reader.read();
    if (reader.holdsManyLayers()) {
        reader.giveBack();
    }
    return layer;
}

std::size_t countFeatures(const LayerRequest& request, const RunContext& context, SourcePool* pool) {
    LayerReader reader(request, context, pool);
    const std::size_t count = reader.count();
    reader.giveBack();
    return count;
}

} // namespace merestone
