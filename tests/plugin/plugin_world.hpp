// SPDX-License-Identifier: MIT
#pragma once

#include "cli/program.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace merestone::tests {

/// A rule of the plan that a test makes: `require` of the measure `value`.
struct MadeRule {
    std::string id;
    std::string measure; ///< "{area: self}"
    std::string require = "value >= 1";
};

/// A folder with a plan of two square homes, 20 m and 10 m wide, and a shelf of plugins beside what the build has made.
class PluginWorld {
public:
    /// Writes plan.yaml with these rules and homes.csv.
    void plan(const std::vector<MadeRule>& rules) const;
    /// Copies a folder of plugins that the build has made ("good", "faulty", "twin") and gives the copy's path.
    [[nodiscard]] std::filesystem::path shelf(const std::string& name, const std::string& as = "shelf") const;
    /// Puts another shared object of the build in the place of a plugin's own.
    void standIn(const std::filesystem::path& plugin, const std::string& library) const;

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::filesystem::path trace() const { return m_folder / "trace"; }
    /// Whether code of the plugin `faulty` has run.
    [[nodiscard]] bool hasRun() const { return std::filesystem::exists(trace()); }

    /// Runs the program in this folder, with the trace asked for.
    [[nodiscard]] ProgramResult run(const std::vector<std::string>& arguments,
                                    std::map<std::string, std::string> environment = {}) const;
    /// Checks the plan with a shelf; the JSON that was printed, and the status in "status".
    [[nodiscard]] nlohmann::json check(const std::filesystem::path& shelf,
                                       std::vector<std::string> arguments = {}) const;

private:
    ScratchFolder m_folder;
};

/// The verdict and the reason of a rule in the JSON of a check.
[[nodiscard]] std::string verdictOf(const nlohmann::json& run, const std::string& rule);
[[nodiscard]] std::string reasonOf(const nlohmann::json& run, const std::string& rule);

/// Replaces text in a file; the text must be there.
void replaceIn(const std::filesystem::path& file, const std::string& from, const std::string& to);

} // namespace merestone::tests
