// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "cartography/theme.hpp"
#include "cli/options.hpp"

namespace merestone::map {

[[nodiscard]] ThemeKind themeOf(cli::MapTheme theme);

/// Loads the plan, checks it unless no findings are wanted, draws the sheet and writes the file. What a reader of the
/// paper should know is told on standard error. Throws Error.
void drawPlan(const cli::Options& options, const RunContext& context);

} // namespace merestone::map
