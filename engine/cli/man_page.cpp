// SPDX-License-Identifier: MIT
#include "cli/man_page.hpp"

#include "cli/described_command.hpp"

#include <sstream>

namespace merestone::cli {

namespace {

constexpr const char* kExitStatus = R"(.SH EXIT STATUS
.TP
.B 0
Nothing conflicts.
.TP
.B 1
Conflicts were found, at the severity of \fB\-\-fail\-on\fR or a graver one.
.TP
.B 2
It could not run: usage, plan file, unreadable data, output that cannot be written.
.TP
.B 3
Nothing conflicts, but a rule of severity \fImust\fR could not be decided.
)";

constexpr const char* kEnvironment = R"(.SH ENVIRONMENT
.TP
.B MERESTONE_PLUGIN_PATH
Folders with rule packs, divided by colons, looked into before the installed ones.
.TP
.B NO_COLOR
When set and not empty, nothing is coloured.
)";

/// Text that roff takes as it is: no commands, no escapes, hyphens that can be copied.
std::string escaped(const std::string& text) {
    std::string result;
    bool lineStart = true;
    for (const char c : text) {
        if (lineStart && (c == '.' || c == '\'')) {
            result += "\\&";
        }
        if (c == '\\') {
            result += "\\e";
        } else if (c == '-') {
            result += "\\-";
        } else {
            result += c;
        }
        lineStart = c == '\n';
    }
    return result;
}

std::string bold(const std::string& text) {
    return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(const std::string& text) {
    return "\\fI" + escaped(text) + "\\fR";
}

void writeSynopsis(std::ostream& out, const DescribedCommand& command) {
    if (command.commands.empty()) {
        out << ".br\n" << bold(command.fullName) << " [" << italic("options") << "]";
        for (const DescribedOption& option : command.options) {
            if (option.positional) {
                out << ' ' << italic(option.names.front()) << (option.repeatable ? "..." : "");
            }
        }
        out << '\n';
    }
    for (const DescribedCommand& subcommand : command.commands) {
        writeSynopsis(out, subcommand);
    }
}

void writeOption(std::ostream& out, const DescribedOption& option) {
    out << ".TP\n";
    std::string names;
    for (const std::string& name : option.names) {
        names += (names.empty() ? "" : ", ") + (option.positional ? italic(name) : bold(name));
    }
    out << names;
    if (!option.value.empty()) {
        out << ' ' << italic(option.value);
    }
    out << '\n' << escaped(option.help);
    if (!option.standard.empty()) {
        out << " (default: " << escaped(option.standard) << ")";
    }
    out << ".\n";
}

void writeCommand(std::ostream& out, const DescribedCommand& command) {
    out << ".SS " << bold(command.fullName) << '\n' << escaped(command.help) << ".\n";
    for (const DescribedOption& option : command.options) {
        writeOption(out, option);
    }
    for (const DescribedCommand& subcommand : command.commands) {
        writeCommand(out, subcommand);
    }
}

/// The lines between "Examples:" and the next empty line.
void writeExamples(std::ostream& out, const DescribedCommand& command) {
    std::istringstream lines(command.footer);
    std::string line;
    while (std::getline(lines, line) && line != "Examples:") {
    }
    while (std::getline(lines, line) && !line.empty()) {
        out << escaped(line) << '\n';
    }
    for (const DescribedCommand& subcommand : command.commands) {
        writeExamples(out, subcommand);
    }
}

} // namespace

std::string manPage(const CLI::App& app) {
    const DescribedCommand program = describe(app);
    std::ostringstream out;
    out << ".\\\" Generated from the definition of the command line.\n"
        << ".TH MERESTONE 1 \"\" \"Merestone " MERESTONE_VERSION "\" \"User Commands\"\n"
        << ".SH NAME\nmerestone \\- check a neighbourhood development plan against the land\n"
        << ".SH SYNOPSIS\n"
        << bold("merestone") << " " << italic("command") << " [" << italic("options") << "]\n";
    writeSynopsis(out, program);
    out << ".SH DESCRIPTION\n" << escaped(program.help) << "\n.SH OPTIONS\n";
    for (const DescribedOption& option : program.options) {
        writeOption(out, option);
    }
    out << ".SH COMMANDS\n";
    for (const DescribedCommand& command : program.commands) {
        writeCommand(out, command);
    }
    out << kExitStatus << kEnvironment << ".SH EXAMPLES\n.nf\n";
    writeExamples(out, program);
    out << ".fi\n";
    return out.str();
}

} // namespace merestone::cli
