// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure_registry.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

/// The name of the file that makes a folder a plugin of measures.
inline constexpr const char* kPluginFile = "plugin.yaml";

/// What `<folder>/<topic>/plugin.yaml` says about the shared object beside it. Data alone: reading it runs no code of
/// the plugin.
struct PluginDescription {
    std::string name;
    std::string version;
    std::uint32_t abi = 0;          ///< of the headers that it was built with
    std::string library;            ///< name of a file in `folder`
    std::filesystem::path file;     ///< the plugin.yaml
    std::filesystem::path folder;   ///< that it is in
    std::filesystem::path shelf;    ///< the plugin folder that was named: nothing is loaded from outside it
    std::vector<MeasureKind> kinds; ///< in the order of their names
};

/// Why a plugin that was built for this number of the plugin interface cannot be used, to stand after its name; empty
/// where it can.
[[nodiscard]] std::string whyNotThisAbi(std::uint32_t abi);

/// One description; `file` is for messages and to find the library. Any bytes are safe. Throws PlanError with every
/// mistake.
[[nodiscard]] PluginDescription parsePluginDescription(const std::string& text, const std::filesystem::path& file);

/// The plugins of measures in these folders, by name. Throws Error(plan) for a folder that is not there, and PlanError
/// with every mistake in every description, also when two plugins have one name.
[[nodiscard]] std::vector<PluginDescription> describePlugins(const std::vector<std::filesystem::path>& folders);

} // namespace merestone
