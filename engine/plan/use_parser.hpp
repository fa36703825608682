// SPDX-License-Identifier: MIT
#pragma once

#include "plan/chosen_standards.hpp"
#include "plan/map_reader.hpp"
#include "plan/read_plan.hpp"
#include "plan/rule_scope.hpp"

#include <span>

namespace merestone {

/// The packs that a plan may use, where they came from, and the standards that go with them.
struct PackShelf {
    const std::vector<Pack>& packs;
    std::string places;             ///< "/usr/share/merestone/plugins", for messages
    std::vector<std::string> names; ///< ids of all packs that there are, for messages
    ChosenStandards standards;

    /// `options.packFolders` may be empty: the packs know their files.
    PackShelf(const std::vector<Pack>& all, const PlanOptions& options);
};

/// A rule that begins with `use: pack/rule`, expanded and checked. When something is wrong it comes back with its id
/// alone, so that what refers to it is not reported too.
[[nodiscard]] RuleSpec parseRuleUse(const YamlNode& node, const std::string& policy, const RuleScope& scope,
                                    const PackShelf& shelf, Problems& problems);

} // namespace merestone
