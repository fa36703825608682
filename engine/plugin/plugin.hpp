// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// What a plugin of measures is written against; docs/plugins.md explains it, plugins/template is one to copy.

namespace merestone {

/// The number of the interface between engine and plugins. It grows with every change after which a plugin must be
/// built again: of the structs below, of the classes that measures use, of what their functions promise.
inline constexpr std::uint32_t kPluginAbi = 1;

/// Takes the factories of a plugin's measures. Its plugin.yaml describes the kinds; each is registered once, and no
/// other.
class MeasureRegistrar {
public:
    MeasureRegistrar() = default;
    MeasureRegistrar(const MeasureRegistrar&) = delete;
    MeasureRegistrar& operator=(const MeasureRegistrar&) = delete;
    virtual void add(std::string_view kind, MeasureFactory make) = 0;

protected:
    ~MeasureRegistrar() = default;
};

/// A number that differs where engine and plugin were not built with the same shape of the classes that they share:
/// other headers, another standard library, other compiler settings. A hash (after FNV-1a) of their sizes.
[[nodiscard]] constexpr std::uint32_t pluginLayout() noexcept {
    constexpr std::size_t kSizes[] = {
        sizeof(Measure),   sizeof(MeasureRequest), sizeof(MeasureSpec),     sizeof(MeasureColumn), sizeof(Evidence),
        sizeof(Selection), sizeof(Coverage),       sizeof(RelatedLayer),    sizeof(FieldValues),   sizeof(Parameter),
        sizeof(Layer),     sizeof(LayerInfo),      sizeof(PackedGeometry),  sizeof(Column),        sizeof(RunContext),
        sizeof(Unit),      sizeof(Plan),           sizeof(UncertainNumber), sizeof(std::string),   alignof(Measure),
    };
    std::uint32_t hash = 2166136261U;
    for (const std::size_t size : kSizes) {
        hash = (hash ^ static_cast<std::uint32_t>(size)) * 16777619U;
    }
    return hash;
}

} // namespace merestone

extern "C" {
/// What a plugin exports under the name `merestonePlugin`. `abi` stands first in every version; the rest is read only
/// when it is kPluginAbi, and `registerMeasures` is called only when `layout` agrees, too.
struct MerestonePlugin {
    std::uint32_t abi;
    std::uint32_t layout;
    const char* name;
    const char* version;
    void (*registerMeasures)(merestone::MeasureRegistrar& registrar);
};
}

/// Exports the plugin: MERESTONE_PLUGIN(registerMeasures), once, outside of any namespace. Name and version come from
/// merestone_add_plugin() in the plugin's CMakeLists.txt.
#define MERESTONE_PLUGIN(function)                                                                                     \
    extern "C" {                                                                                                       \
    __attribute__((visibility("default"))) extern const MerestonePlugin merestonePlugin;                               \
    const MerestonePlugin merestonePlugin{::merestone::kPluginAbi, ::merestone::pluginLayout(), MERESTONE_PLUGIN_NAME, \
                                          MERESTONE_PLUGIN_VERSION, function};                                         \
    }
