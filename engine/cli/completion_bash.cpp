// SPDX-License-Identifier: MIT
#include "cli/completion_scripts.hpp"
#include "cli/words.hpp"

#include <sstream>

namespace merestone::cli {

namespace {

void collectCommands(const DescribedCommand& command, std::vector<std::string>& names) {
    for (const DescribedCommand& subcommand : command.commands) {
        names.push_back(quoted(subcommand.fullName));
        collectCommands(subcommand, names);
    }
}

/// What may follow an option that takes a value.
void writeValues(std::ostream& out, const DescribedCommand& command) {
    for (const DescribedOption& option : command.options) {
        if (option.positional || option.value.empty()) {
            continue;
        }
        std::vector<std::string> patterns;
        for (const std::string& name : option.names) {
            patterns.push_back(quoted(command.fullName + " " + name));
        }
        std::string words = "-W " + quoted(joined(option.words, " "));
        if (option.value == "DIR" || option.value == "FILE") {
            words = option.value == "DIR" ? "-d" : "-f";
        }
        out << "        " << joined(patterns, "|") << ") COMPREPLY=($(compgen " << words
            << " -- \"$current\")); return ;;\n";
    }
    for (const DescribedCommand& subcommand : command.commands) {
        writeValues(out, subcommand);
    }
}

void writeWords(std::ostream& out, const DescribedCommand& command) {
    out << "        " << quoted(command.fullName) << ") commands=" << quoted(joined(commandNames(command), " "))
        << " options=" << quoted(joined(optionNames(command), " ")) << " ;;\n";
    for (const DescribedCommand& subcommand : command.commands) {
        writeWords(out, subcommand);
    }
}

} // namespace

std::string bashCompletion(const DescribedCommand& program) {
    std::vector<std::string> names;
    collectCommands(program, names);
    std::ostringstream out;
    out << "# Generated from the definition of the command line.\n"
           "_merestone() {\n"
           "    local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
           "    local command='merestone' commands='' options='' word\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \"$command $word\" in\n"
           "        "
        << joined(names, "|")
        << ") command=\"$command $word\" ;;\n"
           "        esac\n"
           "    done\n"
           "    case \"$command $previous\" in\n";
    writeValues(out, program);
    out << "    esac\n"
           "    case \"$command\" in\n";
    writeWords(out, program);
    out << "    esac\n"
           "    if [[ \"$current\" == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
           "    elif [[ -n \"$commands\" ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$commands\" -- \"$current\"))\n"
           "    else\n"
           "        COMPREPLY=($(compgen -f -- \"$current\"))\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _merestone merestone\n";
    return out.str();
}

} // namespace merestone::cli
