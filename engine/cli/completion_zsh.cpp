// SPDX-License-Identifier: MIT
#include "cli/completion_scripts.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <sstream>

namespace merestone::cli {

namespace {

/// Inside a specification of _arguments, brackets and colons divide.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':') {
            result += '\\';
        }
        result += c;
    }
    return result;
}

std::string functionName(const DescribedCommand& command) {
    std::string name = "_" + command.fullName;
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

std::string valueAction(const DescribedOption& option) {
    if (!option.words.empty()) {
        return "(" + joined(option.words, " ") + ")";
    }
    if (option.value == "DIR") {
        return "_files -/";
    }
    return option.value == "FILE" || option.positional ? "_files" : "";
}

void writeOption(std::ostream& out, const DescribedOption& option) {
    if (option.positional) {
        const std::string spec = (option.repeatable ? "*:" : "1:") + option.names.front() + ":_files";
        out << " \\\n        " << quoted(spec);
        return;
    }
    for (const std::string& name : option.names) {
        std::string spec = (option.repeatable ? "*" : "") + name;
        if (!option.value.empty()) {
            spec += name.starts_with("--") ? "=" : "+";
        }
        spec += "[" + escaped(option.help) + "]";
        if (!option.value.empty()) {
            spec += ":" + escaped(option.value) + ":" + valueAction(option);
        }
        out << " \\\n        " << quoted(spec);
    }
}

void writeCommand(std::ostream& out, const DescribedCommand& command) {
    for (const DescribedCommand& subcommand : command.commands) {
        writeCommand(out, subcommand);
    }
    out << functionName(command) << "() {\n";
    if (!command.commands.empty()) {
        out << "    local -a commands=(";
        for (const DescribedCommand& subcommand : command.commands) {
            out << ' ' << quoted(subcommand.name + ":" + subcommand.help);
        }
        out << " )\n    local context state state_descr line\n    typeset -A opt_args\n";
    }
    out << "    _arguments -C";
    for (const DescribedOption& option : command.options) {
        writeOption(out, option);
    }
    if (command.commands.empty()) {
        out << "\n}\n\n";
        return;
    }
    out << " \\\n        '1:command:->command' \\\n        '*::argument:->argument'\n"
        << "    case $state in\n    command) _describe command commands ;;\n    argument)\n        case $line[1] in\n";
    for (const DescribedCommand& subcommand : command.commands) {
        out << "        " << subcommand.name << ") " << functionName(subcommand) << " ;;\n";
    }
    out << "        esac ;;\n    esac\n}\n\n";
}

} // namespace

std::string zshCompletion(const DescribedCommand& program) {
    std::ostringstream out;
    out << "#compdef merestone\n# Generated from the definition of the command line.\n\n";
    writeCommand(out, program);
    out << "_merestone \"$@\"\n";
    return out.str();
}

} // namespace merestone::cli
