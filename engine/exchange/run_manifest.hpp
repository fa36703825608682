// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A rule pack or standards file that a run used.
struct UsedPack {
    std::string id;
    std::string version; ///< as the pack states it
    std::string sha256;
};

/// How a run was made, besides its inputs and the versions of libraries: what it takes to make it again.
struct RunManifest {
    std::string planSha256;
    std::string scope; ///< "area" or "everything"
    std::vector<std::string> policies;
    std::vector<std::string> rules;
    std::string today; ///< ISO date that waivers were judged by
    bool listAll = false;
    bool allowOutside = false;
    std::vector<UsedPack> packs; ///< sorted by id
};

/// The manifest in what writeRunJson() wrote; nothing when the run was written without one. Throws Error(input) as
/// readRun() does.
[[nodiscard]] std::optional<RunManifest> readManifest(const std::filesystem::path& file);

} // namespace merestone
