// SPDX-License-Identifier: MIT
#pragma once

#include "rules/scene_file.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace merestone {

/// A file that a user named, or that lies in a folder that a user named.
struct ScenePath {
    std::filesystem::path file;
    bool mayBeOther = false; ///< found in a folder: it may be a pack, standards or a plan
};

/// The files given, and every `*.yaml` in the folders given (and in the folders inside them, links not followed), in
/// the order of their paths. Throws Error(input) for a path that does not exist.
[[nodiscard]] std::vector<ScenePath> findSceneFiles(const std::vector<std::filesystem::path>& filesOrFolders);

/// The scenes of a file; nothing for a file that is something else and may be. Throws PlanError with every mistake, or
/// Error(input) when it cannot be read.
[[nodiscard]] std::optional<SceneFile> readScenes(const ScenePath& path);

} // namespace merestone
