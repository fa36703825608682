// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

namespace merestone::cli {

/// Runs a command in the module that stands on the engine, and gives its exit status. The module is loaded only now:
/// the engine's libraries take longer to load than --version and --help may take as a whole. Throws
/// std::runtime_error when the module is not where the program was built or installed.
[[nodiscard]] int runInModule(const Options& options);

} // namespace merestone::cli
