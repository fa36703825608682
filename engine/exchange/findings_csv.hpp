// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/checked_plan.hpp"

#include <ostream>
#include <string>
#include <string_view>

namespace merestone {

/// A text as a cell of a CSV file (RFC 4180), safe to open in a spreadsheet: what such a program would take for a
/// formula begins with an apostrophe, broken UTF-8 is replaced, line ends become blanks.
[[nodiscard]] std::string csvCell(std::string_view text);

/// Writes the findings of runs as a table in UTF-8, one finding a row, with the names of the columns first. Numbers
/// have decimal points; easting and northing are the centre of the evidence in the plan's CRS. A plan that could not be
/// checked, and a rule that was not run, has a row that says so. With a baseline the column `change` says what is new.
void writeCsv(std::ostream& out, const CheckedPlans& plans);

} // namespace merestone
