// SPDX-License-Identifier: MIT
#pragma once

#include "cli/words.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

namespace merestone::cli {

/// An option whose value is one of a few words; the word that stands for the target's value is its default.
template <typename Value> CLI::Option* addChoice(CLI::App& app, const std::string& name, Value& target,
                                                 const std::vector<std::pair<std::string, Value>>& choices,
                                                 const std::string& help) {
    std::vector<std::string> words;
    std::string standard;
    for (const auto& [word, value] : choices) {
        words.push_back(word);
        standard = value == target ? word : standard;
    }
    const auto set = [&target, choices, name, words](const std::string& text) {
        for (const auto& [word, value] : choices) {
            if (word == text) {
                target = value;
                return;
            }
        }
        throw CLI::ValidationError(name, "'" + text + "' is none of " + joined(words, ", "));
    };
    return app.add_option_function<std::string>(name, set, help)->type_name(joined(words, "|"))->default_str(standard);
}

} // namespace merestone::cli
