// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace merestone::cli {

/// The program that draws maps, which comes with the viewer: beside this program, or in the installed libexec folder;
/// never from PATH. Empty when it is not there.
[[nodiscard]] std::filesystem::path mapProgram();

/// Replaces this process by the program that draws maps. `arguments` are those of this program, "map" first. Throws
/// std::runtime_error when it is not there.
[[noreturn]] void becomeMapProgram(const std::vector<std::string>& arguments);

} // namespace merestone::cli
