// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace merestone::cli {

/// A plan that is to be checked, or why a folder that was named for one has none.
struct PlanTarget {
    std::string file;
    std::string error; ///< empty: check the file
};

/// What stands for PLAN...: files as they are; of a folder its plan.yaml, or, when it has none, that of each folder in
/// it (a directory of submissions) in the order of their names, where one without a plan.yaml is told as an error and
/// not passed over. Hidden folders are passed over. Throws Error(input) for a folder that cannot be read or that
/// holds neither a plan nor a folder with one.
[[nodiscard]] std::vector<PlanTarget> plansOf(const std::vector<std::string>& targets);

/// What stands for DIR... of `merestone submission`: folders as they are; of one that holds nothing but folders, each
/// of them in the order of their names. Hidden entries are passed over. Throws Error(input) for such a folder that
/// cannot be read.
[[nodiscard]] std::vector<std::string> submissionsOf(const std::vector<std::string>& targets);

} // namespace merestone::cli
