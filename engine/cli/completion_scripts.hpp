// SPDX-License-Identifier: MIT
#pragma once

#include "cli/described_command.hpp"

#include <string>
#include <vector>

namespace merestone::cli {

[[nodiscard]] std::string bashCompletion(const DescribedCommand& program);
[[nodiscard]] std::string zshCompletion(const DescribedCommand& program);
[[nodiscard]] std::string fishCompletion(const DescribedCommand& program);

/// `text` as one word of a shell (the three agree on single quotes, as long as no backslash is in them).
[[nodiscard]] std::string quoted(const std::string& text);
/// All names of the options that begin with a dash.
[[nodiscard]] std::vector<std::string> optionNames(const DescribedCommand& command);
[[nodiscard]] std::vector<std::string> commandNames(const DescribedCommand& command);

} // namespace merestone::cli
