// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <filesystem>

namespace merestone {

/// Reads back what writeJson() wrote. Evidence is that of the file, so rounded to 1 mm. Throws Error(input) with one
/// line (file, place in it, remedy) for a file that is not there, too large (1 GiB), no JSON, of another format, or
/// without something that the format has.
[[nodiscard]] RunResult readRun(const std::filesystem::path& file);

} // namespace merestone
