// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace CLI {
class App;
} // namespace CLI

namespace merestone::cli {

/// The completion script for "bash", "zsh" or "fish", made from the definition of the command line; nothing for
/// another word.
[[nodiscard]] std::optional<std::string> completion(const CLI::App& app, const std::string& shell);

} // namespace merestone::cli
