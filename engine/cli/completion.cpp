// SPDX-License-Identifier: MIT
#include "cli/completion.hpp"

#include "cli/completion_scripts.hpp"

namespace merestone::cli {

std::optional<std::string> completion(const CLI::App& app, const std::string& shell) {
    const DescribedCommand program = describe(app);
    if (shell == "bash") {
        return bashCompletion(program);
    }
    if (shell == "zsh") {
        return zshCompletion(program);
    }
    if (shell == "fish") {
        return fishCompletion(program);
    }
    return std::nullopt;
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return result + "'";
}

std::vector<std::string> optionNames(const DescribedCommand& command) {
    std::vector<std::string> names;
    for (const DescribedOption& option : command.options) {
        if (!option.positional) {
            names.insert(names.end(), option.names.begin(), option.names.end());
        }
    }
    return names;
}

std::vector<std::string> commandNames(const DescribedCommand& command) {
    std::vector<std::string> names;
    for (const DescribedCommand& subcommand : command.commands) {
        names.push_back(subcommand.name);
    }
    return names;
}

} // namespace merestone::cli
