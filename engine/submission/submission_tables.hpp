// SPDX-License-Identifier: MIT
#pragma once

#include "submission/submission_facts.hpp"

#include <map>
#include <string>
#include <vector>

namespace merestone {

/// The facts as layers that rules can look at, under the names that submission_plan.yaml gives them.
struct SubmissionTables {
    std::vector<LayerPtr> layers;
    /// Layers that are not there and why; rules about them cannot run.
    std::map<std::string, std::string> missing;
    /// Layers that nobody has to submit and that are not there: rules about them are left out.
    std::vector<std::string> notSubmitted;
    /// Why a field has no value, by "layer/id/field": told where a verdict depends on it. With an empty field, why none
    /// of the row has.
    std::map<std::string, std::string> problems;
};

[[nodiscard]] SubmissionTables makeTables(const SubmissionFacts& facts);

} // namespace merestone
