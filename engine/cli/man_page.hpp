// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
} // namespace CLI

namespace merestone::cli {

/// The page merestone(1) in roff, made from the definition of the command line.
[[nodiscard]] std::string manPage(const CLI::App& app);

} // namespace merestone::cli
