// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

namespace merestone {

/// `*/*.yaml` of each folder in the order of their names, a folder that is named twice (however it is spelt) once.
/// Throws Error(plan) for a folder that is not there or cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> pluginYamlFiles(const std::vector<std::filesystem::path>& folders);

} // namespace merestone
