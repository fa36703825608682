// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Whom standards bind. National ones are versions of national policy: exactly one is in force for a plan, chosen by
/// its day of submission. The others are those that a plan names.
enum class StandardsLevel { national, sector, local };

/// "national", "sector", "local".
[[nodiscard]] std::string_view standardsLevelName(StandardsLevel level) noexcept;

/// The value that standards give one parameter of one rule, in place of the pack's default.
struct StandardsValue {
    std::string rule; ///< "open-space/per-head"
    std::string parameter;
    ParameterValue value;
    RuleSource source;
    std::string note;
    Place place; ///< of the value
};

/// What became of a topic from one version of national policy to the next.
struct CrosswalkRow {
    std::string topic;
    std::string was; ///< clause in the version that is replaced
    std::string now; ///< clause in this one
    std::string change;
    std::vector<std::string> catalogue; ///< ids of the rule catalogue that it is about
};

/// One YAML file of values with an owner: `plugins/standards/<owner>.yaml`.
struct Standards {
    std::string id;
    std::string title;
    std::string owner;
    std::string version;
    StandardsLevel level = StandardsLevel::local;
    std::string effectiveFrom; ///< ISO date; compared with plan.submitted
    std::string effectiveTo;   ///< last day
    std::string replaces;      ///< id of the version before
    std::vector<StandardsValue> values;
    std::vector<CrosswalkRow> crosswalk; ///< from the version that it replaces
    std::filesystem::path file;
    Place place;

    /// Null if these standards say nothing about it.
    [[nodiscard]] const StandardsValue* find(std::string_view rule, std::string_view parameter) const noexcept;
    [[nodiscard]] bool inForceOn(std::string_view day) const noexcept;
};

/// All standards in the given folders (each `*/*.yaml` with the key `standards:` or `values:` at its top), sorted by
/// id, checked against the packs: rules and parameters exist, units fit. The policy sets that rules of `packs` name in
/// `sources:` are checked too. Values for the rules of packs that were left `unread` (their ids) are passed over:
/// nobody will ask for them. Throws PlanError with every mistake in all of them.
[[nodiscard]] std::vector<Standards> loadStandards(const std::vector<std::filesystem::path>& folders,
                                                   const std::vector<Pack>& packs,
                                                   const std::vector<std::string>& unread = {});
/// One file of standards; `file` is for messages. Any bytes are safe. Throws PlanError with every mistake.
[[nodiscard]] Standards parseStandards(const std::string& text, const std::filesystem::path& file,
                                       const std::vector<Pack>& packs, const std::vector<std::string>& unread = {});

/// Whether a line of a plugin's YAML file begins with a key that only standards have. Parsing every file to find that
/// out would take long.
[[nodiscard]] bool isStandardsText(std::string_view text) noexcept;

/// The version of national policy for a plan submitted on that day (ISO date; empty: not yet, which gets the newest).
/// Null where none is in force or known.
[[nodiscard]] const Standards* policySetFor(const std::vector<Standards>& standards, std::string_view submitted);

} // namespace merestone
