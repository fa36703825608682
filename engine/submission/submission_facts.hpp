// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "plan/pack.hpp"
#include "submission/document_text.hpp"
#include "submission/folder.hpp"
#include "submission/periods.hpp"
#include "submission/plan_text.hpp"
#include "submission/records.hpp"
#include "submission/spatial_layers.hpp"
#include "submission/stated_homes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A document with what was found in it.
struct SubmittedDocument {
    FolderItem item;
    DocumentText content;
    std::vector<StatedPeriod> periods; ///< the one that stands first comes first
};

/// Everything that was read from a submission's folder; rules look at nothing else.
struct SubmissionFacts {
    SubmissionFolder folder;
    std::vector<SubmittedDocument> documents;
    std::optional<PlanText> plan;               ///< of the one plan document that could be read
    std::string planDocument;                   ///< its name
    std::vector<StatedHomes> homes;             ///< that it says its sites provide together
    std::optional<StatedPeriod> titlePeriod;    ///< that of the plan's first page, or else its first
    bool titleHasPeriod = false;                ///< it stands on the first page
    std::optional<std::string> basicConditions; ///< text of that statement
    std::optional<Records> dates, schedule1, forum, sites, responses;
    std::vector<ProcedureEvent> events;
    std::vector<SpatialLayer> area, designatedArea, otherAreas, policyMap; ///< empty: no such file
};

/// Reads it all. The words for periods and homes are the lists `submission/plan-period`, `lint/other-documents` and
/// `submission/total-homes` of the packs.
/// What cannot be read is noted beside its file. Throws Error(input) when there is no such folder, Error(plan) when the
/// packs lack these lists, Error(cancelled).
[[nodiscard]] SubmissionFacts readSubmission(const std::filesystem::path& folder, const std::vector<Pack>& packs,
                                             const RunContext& context);

} // namespace merestone
