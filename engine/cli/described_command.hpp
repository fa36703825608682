// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace merestone::cli {

/// What the generated pages need to know of an option.
struct DescribedOption {
    std::vector<std::string> names; ///< with their dashes, short ones first; of a positional its name alone
    std::string value;              ///< "DIR", "text|json"; empty for a flag
    std::vector<std::string> words; ///< the values to choose from, if there are few
    std::string help;
    std::string standard; ///< the default, as told to people
    bool positional = false;
    bool repeatable = false;
};

/// A command with its visible options and subcommands, in the order of their definition.
struct DescribedCommand {
    std::string name;     ///< "check"
    std::string fullName; ///< "merestone check"
    std::string help;
    std::string footer;
    std::vector<DescribedOption> options;
    std::vector<DescribedCommand> commands;
};

[[nodiscard]] DescribedCommand describe(const CLI::App& app);

} // namespace merestone::cli
