// SPDX-License-Identifier: MIT
#include "plugin/plugin.hpp"

#include <cstdlib>

// The description beside it may say what it likes: this was built for another interface.
namespace {

void registerMeasures(merestone::MeasureRegistrar&) {
    std::abort(); // must never be called
}

} // namespace

extern "C" {
extern const MerestonePlugin merestonePlugin;
const MerestonePlugin merestonePlugin{merestone::kPluginAbi + 41, merestone::pluginLayout(), "faulty", "0.1.0",
                                      registerMeasures};
}
