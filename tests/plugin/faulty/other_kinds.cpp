// SPDX-License-Identifier: MIT
#include "plugin/plugin.hpp"

// Registers a kind that its description does not know.
namespace {

void registerMeasures(merestone::MeasureRegistrar& registrar) {
    registrar.add("surprise", [](merestone::MeasureRequest&&) { return std::unique_ptr<merestone::Measure>(); });
}

} // namespace

extern "C" {
extern const MerestonePlugin merestonePlugin;
const MerestonePlugin merestonePlugin{merestone::kPluginAbi, merestone::pluginLayout(), "faulty", "0.1.0",
                                      registerMeasures};
}
