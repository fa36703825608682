// SPDX-License-Identifier: MIT
#pragma once

#include "plan/phrases.hpp"
#include "plan/plan.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// What `with:` may set on a pack rule.
struct PackParameter {
    enum class Kind { quantity, number, field, condition, text, flag };
    std::string name;
    Kind kind = Kind::quantity;
    std::optional<ParameterValue> defaultValue; ///< nothing: the plan must give it
    std::string written;                        ///< the default as the pack has it: "0.20 ha"
    Unit unit;                                  ///< of a quantity: what its value must be convertible to
    std::string help;
    Place place;
};

/// A layer role that the plan must fill through `layers: {role: name}`.
struct PackLayer {
    std::string name;
    std::string help;
    bool required = true;
};

/// What a rule of a pack rests on in one version of national policy.
struct PolicySource {
    std::string policySet; ///< id of national standards: "england-2026"
    RuleSource source;
    Place place;
};

/// A rule as the pack holds it: names in it are roles and parameters, not yet layers and fields.
struct PackRule {
    RuleSpec rule;
    std::string resident; ///< one sentence for residents
    std::vector<PackLayer> layers;
    std::vector<PackParameter> parameters;
    std::vector<std::string> catalogue; ///< ids of the rule catalogue: "C10"
    /// `sources:` by version of national policy. Without a `source` of its own besides (see `everywhere`) the rule
    /// belongs to these versions alone.
    std::vector<PolicySource> sources;
    bool everywhere = true;
    std::string withinParameter; ///< the parameter that `within:` names; empty: it is a length, or absent
};

/// One YAML file of rules with an owner: `plugins/<topic>/<pack>.yaml`.
struct Pack {
    std::string id; ///< "open-space": the part before "/" in `use:`
    std::string title;
    std::string owner;
    std::string version;
    std::filesystem::path file;
    std::vector<PackRule> rules;
    PackTexts texts; ///< `phrases:` and `registers:`

    [[nodiscard]] const PackRule* find(std::string_view rule) const noexcept;
};

/// The rule that "pack/rule" names, or null.
[[nodiscard]] const PackRule* findPackRule(const std::vector<Pack>& packs, std::string_view name) noexcept;

/// All packs in the given folders (each `*/*.yaml` with the key `pack:`), sorted by id. Throws PlanError with every
/// mistake in all of them, also when two files claim one id, and Error(plan) for a folder that is not there.
[[nodiscard]] std::vector<Pack> loadPacks(const std::vector<std::filesystem::path>& folders);

/// Packs that a plan can need, and the ids of those that were left unread.
struct PackChoice {
    std::vector<Pack> packs;
    std::vector<std::string> unread;
};
/// Like loadPacks, but parses only the packs that the plan's text mentions ("open-space/") and those that these
/// mention; the others are not checked. The plan that comes out is the same.
[[nodiscard]] PackChoice loadMentionedPacks(const std::vector<std::filesystem::path>& folders,
                                            std::string_view planText);
/// One pack; `file` is for messages. Any bytes are safe. Throws PlanError with every mistake.
[[nodiscard]] Pack parsePack(const std::string& text, const std::filesystem::path& file);

/// Where packs and plugins are looked for: MERESTONE_PLUGIN_PATH (colon-separated, absolute; Error(usage) otherwise),
/// then the folders installed beside the running program or library (share/merestone/plugins, lib/merestone/plugins),
/// or those of the build. Never the plan's own folder, never the working directory.
[[nodiscard]] std::vector<std::filesystem::path> pluginFolders();

} // namespace merestone
