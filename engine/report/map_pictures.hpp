// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "report/html_report.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

/// What the program that draws maps is to draw for a report.
struct MapPicturesRequest {
    std::filesystem::path program;      ///< merestone-map
    std::vector<std::string> arguments; ///< that read the plan as the check did: --plugin-path, --allow-outside …
    std::filesystem::path folder;       ///< of this report alone; files are written there and left
    std::vector<std::string> findings;  ///< keys; the whole plan is always drawn
};

/// Runs the program once: it loads the plan, takes the findings of the checked run and draws all pictures, the whole
/// plan first; a plan with nothing to show gives none. Throws Error(output) when a picture could not be drawn or
/// written, Error(cancelled) when stopped.
[[nodiscard]] std::vector<ReportPicture> drawMapPictures(const CheckedPlan& checked, const MapPicturesRequest& request,
                                                         const RunContext& context);

} // namespace merestone
