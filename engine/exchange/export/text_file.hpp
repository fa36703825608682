// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>

namespace merestone {

/// Writes a new file whole. Throws Error(output) when anything was lost, or something is there already.
void writeTextFile(const std::filesystem::path& file, std::string_view text);

} // namespace merestone
