// SPDX-License-Identifier: MIT
#include "cli/completion_scripts.hpp"
#include "cli/words.hpp"

#include <sstream>

namespace merestone::cli {

namespace {

/// The condition that says that `command` was typed and none of its own commands yet.
std::string conditionFor(const DescribedCommand& command, bool program) {
    std::string condition = program ? "" : "__fish_seen_subcommand_from " + command.name;
    const std::string inner = joined(commandNames(command), " ");
    if (!inner.empty()) {
        condition += (condition.empty() ? "" : "; and ") + ("not __fish_seen_subcommand_from " + inner);
    }
    return condition;
}

void writeOption(std::ostream& out, const std::string& begin, const DescribedOption& option) {
    out << begin;
    for (const std::string& name : option.names) {
        out << (name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1));
    }
    if (option.value == "DIR") {
        out << " -x -a '(__fish_complete_directories)'";
    } else if (option.value == "FILE") {
        out << " -r";
    } else if (!option.value.empty()) {
        out << " -x" << (option.words.empty() ? "" : " -a " + quoted(joined(option.words, " ")));
    }
    out << " -d " << quoted(option.help) << '\n';
}

void writeCommand(std::ostream& out, const DescribedCommand& command, bool program) {
    const std::string begin = "complete -c merestone -n " + quoted(conditionFor(command, program));
    for (const DescribedCommand& subcommand : command.commands) {
        out << begin << " -f -a " << subcommand.name << " -d " << quoted(subcommand.help) << '\n';
    }
    for (const DescribedOption& option : command.options) {
        if (!option.positional) {
            writeOption(out, begin, option);
        }
    }
    for (const DescribedCommand& subcommand : command.commands) {
        writeCommand(out, subcommand, false);
    }
}

} // namespace

std::string fishCompletion(const DescribedCommand& program) {
    std::ostringstream out;
    out << "# Generated from the definition of the command line.\n";
    writeCommand(out, program, true);
    return out.str();
}

} // namespace merestone::cli
