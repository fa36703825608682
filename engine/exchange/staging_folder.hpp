// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace merestone {

/// A folder that was made for something being written, with the lock that says that its owner lives.
struct StagingFolder {
    std::filesystem::path path;
    int lock = -1;
};

/// Makes a folder with a new name inside `parent`, for its owner alone (mode 0700), and locks it. Removes stray ones
/// first. Throws Error(output) naming `target`, the file or folder that is to be written.
[[nodiscard]] StagingFolder makeStagingFolder(const std::filesystem::path& parent, const std::filesystem::path& target);

/// Removes a staging folder with all that is in it and gives its lock back. Never throws.
void removeStagingFolder(const StagingFolder& folder) noexcept;

} // namespace merestone
