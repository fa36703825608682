// SPDX-License-Identifier: MIT
#include "rules/input_summary.hpp"

#include "layers/read_layer.hpp"

namespace merestone {

InputSummary summaryOf(const Layer& layer, const LayerSpec& spec, const Plan& plan, bool hash) {
    const LayerInfo& info = layer.info();
    InputSummary input;
    input.layer = layer.name();
    input.source = info.source;
    input.sourceLayer = info.sourceLayer;
    input.features = layer.size();
    input.invalid = layer.defects().size();
    input.crs = info.crs;
    input.operation = info.operation;
    input.accuracyMetres = layer.accuracyMetres();
    input.sha256 = info.sha256;
    for (const LayerNote& note : info.notes) {
        input.notes.push_back(note.text);
    }
    if (hash) {
        LayerRequest request;
        request.source = spec.source.text;
        request.baseDirectory = plan.directory;
        input.sha256 = fileSha256(request);
    }
    return input;
}

} // namespace merestone
