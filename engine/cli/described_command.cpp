// SPDX-License-Identifier: MIT
#include "cli/described_command.hpp"

#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

namespace merestone::cli {

namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

DescribedOption describeOption(const CLI::Option& option) {
    DescribedOption described;
    described.positional = option.get_positional();
    if (described.positional) {
        described.names = {option.get_name(true)};
    } else {
        for (const std::string& name : option.get_snames()) {
            described.names.push_back("-" + name);
        }
        for (const std::string& name : option.get_lnames()) {
            described.names.push_back("--" + name);
        }
        if (option.get_items_expected_max() > 0) {
            described.value = option.get_type_name();
        }
    }
    if (described.value.find('|') != std::string::npos) {
        described.words = split(described.value, '|');
    }
    described.help = option.get_description();
    described.standard = option.get_default_str();
    described.repeatable = option.get_items_expected_max() > 1;
    return described;
}

} // namespace

DescribedCommand describe(const CLI::App& app) {
    DescribedCommand command{app.get_name(), fullName(app), app.get_description(), app.get_footer(), {}, {}};
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_group().empty()) {
            command.options.push_back(describeOption(*option));
        }
    }
    for (const CLI::App* subcommand : app.get_subcommands(nullptr)) {
        command.commands.push_back(describe(*subcommand));
    }
    return command;
}

} // namespace merestone::cli
