// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "plan/standards.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

struct SceneReport {
    std::size_t cases = 0;
    std::size_t failures = 0;       ///< cases that differ, files that cannot be read, rules without enough scenes
    std::vector<std::string> lines; ///< one for each difference: "file:line: case 'name', subject: expected …, got …"
};

/// Runs every case of the scene files given, and of every `*.yaml` with the key `scenes` in the folders given (and in
/// the folders inside them, links not followed), in the order of their paths. A mistake in a file is a difference, not
/// an exception. For packs that lie in one of the folders, a rule without a case that passes, one that fails (or needs
/// judgement, for a rule that leaves it to a person) and one that cannot be told is a failure too. Throws
/// Error(input) for a path that does not exist, Error(cancelled) when stopped.
[[nodiscard]] SceneReport runScenes(const std::vector<std::filesystem::path>& filesOrFolders,
                                    const std::vector<Pack>& packs, const std::vector<Standards>& standards,
                                    const RunContext& context);

} // namespace merestone
