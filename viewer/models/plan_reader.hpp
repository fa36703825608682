// SPDX-License-Identifier: MIT
#pragma once

#include "models/open_plan.hpp"
#include "plan/plan_values.hpp"
#include "plan/read_plan.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace merestone::viewer {

/// Values of a plan that are to be others than in its file; nothing: the parameter is left to the pack.
using ValueChanges = std::map<ValueAt, std::optional<std::string>>;

/// Reads versions of a plan with packs and standards that were read once. Not for several threads at a time.
class PlanReader {
public:
    /// Throws as loadPacks and loadStandards do.
    PlanReader();

    /// Throws PlanError or Error as parsePlan does.
    [[nodiscard]] Plan parse(const std::string& text, const std::filesystem::path& file,
                             const OpenOptions& options) const;
    [[nodiscard]] const std::vector<Pack>& packs() const noexcept { return m_packs; }

private:
    std::vector<std::filesystem::path> m_folders;
    std::vector<Pack> m_packs;
    std::vector<Standards> m_standards;
};

/// The text of a plan file with these values in it. Throws as setPlanValue does.
[[nodiscard]] std::string withValues(std::string text, const std::filesystem::path& file, const ValueChanges& values);

} // namespace merestone::viewer
