// SPDX-License-Identifier: MIT
#pragma once

#include "plan/standards.hpp"

#include <string>
#include <vector>

namespace merestone {

/// A rule of a pack with everything that the plugin folders hold about it. Points into the packs and standards that it
/// was made from.
struct RuleEntry {
    std::string id;    ///< "open-space/per-head"
    std::string topic; ///< folder of the pack, which is the name of its plugin: "open_space"
    const Pack* pack = nullptr;
    const PackRule* rule = nullptr;

    struct Value {
        const Standards* standards;
        const StandardsValue* value;
    };
    std::vector<Value> values; ///< that standards give its parameters, in the order of the parameters
    struct Crosswalk {
        const Standards* standards;
        const CrosswalkRow* row;
    };
    std::vector<Crosswalk> crosswalk; ///< rows about one of its catalogue ids
    std::vector<std::string> scenes;  ///< names of its cases; see addSceneNames()
};

/// Which rules are wanted; what is empty does not narrow.
struct RuleFilter {
    std::string topic;     ///< of the topic folder or the pack
    std::string catalogue; ///< id of the rule catalogue: "C10"
    std::string search;    ///< words that all stand in its id, title, sentences, ids or source; case is ignored
};

/// Every rule, by topic, pack and place in the pack.
[[nodiscard]] std::vector<RuleEntry> ruleEntries(const std::vector<Pack>& packs,
                                                 const std::vector<Standards>& standards);

[[nodiscard]] bool matches(const RuleEntry& entry, const RuleFilter& filter);

/// Reads the scenes that lie beside the packs of the entries. Throws PlanError for scenes that cannot be read.
void addSceneNames(std::vector<RuleEntry>& entries);

/// Whether `a` comes before `b` among catalogue ids: "C2" before "C10".
[[nodiscard]] bool catalogueOrder(const std::string& a, const std::string& b);

} // namespace merestone
