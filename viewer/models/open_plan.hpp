// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.hpp"

#include <filesystem>
#include <string>

namespace merestone::viewer {

struct OpenOptions {
    bool allowOutside = false; ///< let sources lie outside the plan's folder
};

/// Reads a plan with the packs and standards that the installed plugins bring: the same as the command line does, so
/// that both give the same verdicts. Throws PlanError or Error like readPlan.
[[nodiscard]] Plan openPlan(const std::filesystem::path& file, const OpenOptions& options);
/// The same for a text that is not on the disk (yet): `file` says where it would be.
[[nodiscard]] Plan openPlanText(const std::string& text, const std::filesystem::path& file, const OpenOptions& options);

} // namespace merestone::viewer
