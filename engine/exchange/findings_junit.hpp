// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/checked_plan.hpp"

#include <ostream>

namespace merestone {

/// Writes runs as JUnit XML, which programs for continuous integration show: a test suite for each policy, a test case
/// for each rule. What would make the exit status 1 is a failure (conflicts that are not waived, at severity `failOn`
/// or graver; with a baseline only those that are new since), what would make it 3 or 2 is an error (a `must` rule
/// that could not be decided, a plan that could not be checked); all else that is no pass is skipped, with the reason.
/// No times, so that the same input gives the same bytes.
void writeJunit(std::ostream& out, const CheckedPlans& plans, Severity failOn);

} // namespace merestone
