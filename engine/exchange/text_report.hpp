// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/text_layout.hpp"
#include "findings/finding.hpp"

#include <cstddef>
#include <ostream>
#include <string>

namespace merestone {

struct TextReportOptions {
    TextStyle style;
    std::size_t maxFindings = 10; ///< listed for each rule; 0 lists all
    bool summaryOnly = false;     ///< the title, one line and what was saved
    std::string savedTo;          ///< where the GeoPackage lies; empty: none was saved
};

/// Writes a run for people to read: policy by policy in plan order, in each the worst rule first, with its source,
/// then each finding's sentence, figure and place. Waived conflicts stand apart with their reason. Verdicts are told
/// by a word and the shape of a mark; colour only repeats them.
void writeText(std::ostream& out, const RunResult& run, const TextReportOptions& options);

/// "3 policy conflicts in 2 rules (1 waived besides), 2 cannot tell; 14 of 20 rules pass."
[[nodiscard]] std::string summaryLine(const RunResult& run);

} // namespace merestone
