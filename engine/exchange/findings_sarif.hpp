// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/checked_plan.hpp"

#include <ostream>
#include <string>
#include <string_view>

namespace merestone {

/// A text as SARIF message text: brackets, backslashes and braces, which would make links and placeholders of it, are
/// escaped as the standard says (3.11.5 and 3.11.6).
[[nodiscard]] std::string sarifText(std::string_view text);

/// A relative path as a URI reference: everything but unreserved characters and slashes is percent-encoded.
[[nodiscard]] std::string sarifUri(std::string_view path);

/// Writes runs in the Static Analysis Results Interchange Format 2.1.0 (OASIS standard), one SARIF run a plan. Rules
/// carry their source, results the key of the finding as fingerprint, figures as properties, waivers as suppressions;
/// with a baseline each result has its state, and what was fixed is told as absent. Rules that could not be run and
/// plans that could not be checked are notifications. No times: the same input gives the same bytes.
void writeSarif(std::ostream& out, const CheckedPlans& plans);

} // namespace merestone
