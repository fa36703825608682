// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace merestone {

/// Lets plans and packs name the measures of the plugins in these folders (`<folder>/<topic>/plugin.yaml`, see
/// pluginFolders()). Only descriptions are read; a plugin is loaded when the first of its measures is made. Holds for
/// the process: call it before packs and plans are read, as often as wanted. Folders are never guessed: nothing is
/// looked for beside a plan or in the working directory.
/// Throws PlanError for mistakes in descriptions, Error(plan) where two plugins have one name or bring one measure.
void offerPlugins(const std::vector<std::filesystem::path>& folders);

/// Name and version of every plugin that has been loaded, by name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> loadedPlugins();

} // namespace merestone
