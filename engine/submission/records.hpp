// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "submission/folder.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A small table of a submission: dates.csv, schedule1.csv, forum.csv, sites.csv.
struct Records {
    std::vector<std::map<std::string, std::string>> rows; ///< by lower-case column name; no empty values
    std::string problem;                                  ///< why it could not be read
};

/// Reads a table of at most 100,000 rows. Throws only Error(cancelled).
[[nodiscard]] Records readRecords(const FolderItem& item, const RunContext& context);

/// The value of a column, empty if there is none.
[[nodiscard]] std::string valueOf(const std::map<std::string, std::string>& row, const std::string& column);

/// From when to when something in the procedure took place, days since 1970.
struct ProcedureEvent {
    std::string name; ///< "reg14", "reg15", "reg16", "sea_screening", "forum_designated" …
    std::optional<double> from;
    std::optional<double> to;
    std::string fromText; ///< ISO
    std::string toText;
    std::string problem; ///< a date that is none
};

/// Rows `event, from, to` (or `date` for both), dates as 2026-09-01 or 1/9/2026. "Regulation 14" is "reg14".
[[nodiscard]] std::vector<ProcedureEvent> readEvents(const Records& records);
[[nodiscard]] const ProcedureEvent* findEvent(const std::vector<ProcedureEvent>& events, const std::string& name);

} // namespace merestone
