// SPDX-License-Identifier: MIT
#include "cli/layer_request.hpp"

namespace merestone::cli {

LayerRequest wholeLayer(const LayerSpec& layer, const Plan& plan) {
    LayerRequest request;
    request.name = layer.name;
    request.source = layer.source.text;
    request.baseDirectory = plan.directory;
    request.sourceLayer = layer.layer;
    request.where = layer.where.text;
    request.idField = layer.id.text;
    request.nameField = layer.nameField.text;
    request.xField = layer.x.text;
    request.yField = layer.y.text;
    request.wktField = layer.wkt.text;
    request.declaredCrs = layer.crs;
    request.encoding = layer.encoding;
    request.workingCrs = plan.crs;
    request.statedAccuracyMetres = layer.accuracyMetres;
    request.invalid = layer.leaveOutInvalid ? InvalidPolicy::leaveOut : InvalidPolicy::repair;
    request.allColumns = true;
    return request;
}

} // namespace merestone::cli
