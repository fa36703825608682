// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "plan/standards.hpp"
#include "rules/equivalent_changes.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

struct MutationReport {
    std::size_t rules = 0;              ///< that have scenes in the files given
    std::size_t mutants = 0;            ///< changes that were tried
    std::size_t equivalent = 0;         ///< of those, listed as changing nothing and noticed by no scene
    std::vector<std::string> survivors; ///< "file:line: rule 'x/y': no scene notices that within is 401 m …"
    std::vector<std::string>
        problems; ///< scenes that cannot be read or do not hold, entries of the list that are wrong
};

/// Tries each small change of each rule (see mutantsOf()) on the rule's scenes, and tells which no scene notices: whose
/// verdicts and figures stay as expected. A scene that gives a parameter another value than the pack's default or
/// national policy's cannot notice its change; a national value shifts with the default. Changes listed as
/// `equivalent` are no survivors; an entry is a problem where a scene notices it, or where its rule (of those with
/// scenes in the files given) or its change is not there. `filesOrFolders` as for runScenes(). Throws Error(input) for
/// a path that does not exist, Error(cancelled) when stopped.
[[nodiscard]] MutationReport mutateRules(const std::vector<std::filesystem::path>& filesOrFolders,
                                         const std::vector<Pack>& packs, const std::vector<Standards>& standards,
                                         const RunContext& context,
                                         const std::vector<EquivalentChange>& equivalent = {});

} // namespace merestone
