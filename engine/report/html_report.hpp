// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/checked_plan.hpp"
#include "geometry/box.hpp"
#include "plan/plan.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace merestone {

/// A map for a report, drawn elsewhere.
struct ReportPicture {
    std::string key; ///< of the finding that it shows; empty: the whole plan
    std::string png; ///< the file's bytes
    unsigned width = 0;
    unsigned height = 0; ///< units, as it is shown
    Box map;             ///< the part of the picture that is the map, in units; y downwards
    Box land;            ///< what that part shows, in CRS metres
};

struct ReportOptions {
    std::size_t maxFindings = 10; ///< told one by one for each rule; 0: all
    bool forPaper = false;        ///< to be made a PDF: no script, no filter
    std::string picturesNote;     ///< why pictures are missing, one sentence; may be empty
};

/// What is known of a plan when its report is written. `checked` needs its manifest.
struct ReportContent {
    const CheckedPlan& checked;
    const Plan& plan;
    std::vector<ReportPicture> pictures;
};

/// The keys of the findings that are told one by one and have a place, at most `most` of them: conflicts and grave
/// rules first. These are to be drawn.
[[nodiscard]] std::vector<std::string> findingsToDraw(const RunResult& run, const Plan& plan, std::size_t maxFindings,
                                                      std::size_t most);

/// Writes the report as one HTML page that needs nothing else: style, script and pictures are in it, its security
/// policy allows no others, and no text of the plan or its data can be anything but text. It says nothing about when it
/// was written: the same content gives the same bytes. Throws Error(internal).
void writeHtmlReport(std::ostream& out, const ReportContent& content, const ReportOptions& options);

} // namespace merestone
