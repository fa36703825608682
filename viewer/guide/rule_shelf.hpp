// SPDX-License-Identifier: MIT
#pragma once

#include "catalogue/rule_entries.hpp"
#include "plan/pack.hpp"
#include "plan/standards.hpp"

#include <QString>

#include <memory>
#include <vector>

namespace merestone::viewer {

/// The rules of all packs, ready to be chosen from. Immutable; the entries point into packs and standards.
struct RuleShelf {
    std::vector<Pack> packs;
    std::vector<Standards> standards;
    std::vector<RuleEntry> entries; ///< those that look at maps; rules about words need a document
};
using RuleShelfPtr = std::shared_ptr<const RuleShelf>;

/// Reads every pack; slow. Throws PlanError for packs with mistakes. Any thread.
[[nodiscard]] RuleShelfPtr loadRules();

/// What a rule asks, in words: its title, what residents say, what is measured and why, whose standard it is. HTML with
/// every text escaped.
[[nodiscard]] QString ruleInWords(const RuleEntry& entry);

/// "Open space" for the topic "open_space".
[[nodiscard]] QString topicTitle(const std::string& topic);

} // namespace merestone::viewer
