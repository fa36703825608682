// SPDX-License-Identifier: MIT
#include "plugin/plugin.hpp"

#include <cstdlib>

// Built for the right interface, with classes of another shape.
namespace {

void registerMeasures(merestone::MeasureRegistrar&) {
    std::abort(); // must never be called
}

} // namespace

extern "C" {
extern const MerestonePlugin merestonePlugin;
const MerestonePlugin merestonePlugin{merestone::kPluginAbi, merestone::pluginLayout() + 1, "faulty", "0.1.0",
                                      registerMeasures};
}
