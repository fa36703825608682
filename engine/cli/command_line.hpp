// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace merestone::cli {

/// The definition of the command line: parsing, --help, the man page and the completions all come from it.
class CommandLine {
public:
    CommandLine();
    ~CommandLine();
    CommandLine(const CommandLine&) = delete; // the definition points into this object
    CommandLine& operator=(const CommandLine&) = delete;

    struct Outcome {
        std::optional<Options> options; ///< run these; otherwise print and end
        std::string output;             ///< for standard output: help, version, a generated page
        std::string error;              ///< one line for standard error
        int status = 0;
    };
    /// Never throws for what a user can type.
    [[nodiscard]] Outcome parse(const std::vector<std::string>& arguments);
    [[nodiscard]] const CLI::App& app() const noexcept { return *m_app; }

private:
    void defineCheck();
    void defineCompare();
    void defineVerify();
    void defineInspect();
    void defineExport();
    void defineReport();
    void defineRules();
    void defineNew();
    void defineSubmission();
    void defineMap();
    void defineFailOn(CLI::App& command);
    void defineMaxFindings(CLI::App& command);
    void definePlugins(CLI::App& command);
    void defineMeasureTime(CLI::App& command);
    void defineOutput(CLI::App& command);
    void defineFindingsOutput(CLI::App& command);
    void defineRun(CLI::App& command);
    [[nodiscard]] Outcome refusal(const CLI::ParseError& error) const;

    Options m_options;
    std::string m_generate;
    std::unique_ptr<CLI::App> m_app;
};

/// The command that was typed, the deepest one: "merestone rules show".
[[nodiscard]] const CLI::App& chosenCommand(const CLI::App& app);
/// "merestone rules show"
[[nodiscard]] std::string fullName(const CLI::App& command);

} // namespace merestone::cli
