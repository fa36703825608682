// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"
#include "plan/plan.hpp"
#include "plan/standards.hpp"

namespace merestone {

struct PlanOptions {
    bool allowOutside = false; ///< let sources lie outside the plan's folder (absolute paths, "..")
    std::vector<std::filesystem::path> packFolders; ///< where `packs` came from, for messages only
    std::vector<std::string> otherPacks;            ///< ids of packs that are there too, for messages only
    /// Versions of national policy, and what `plan: standards:` may name; only read. Null: none.
    const std::vector<Standards>* standards = nullptr;
};

/// Reads and checks a plan file: syntax, keys, units, ids, references between its own parts, and pack rules, which
/// come out expanded. Data is not touched. Throws PlanError with every mistake at its line and column, or
/// Error(plan) when there is no such file. Limits: 10 MiB, depth 64, no aliases or anchors, no tags.
[[nodiscard]] Plan readPlan(const std::filesystem::path& file, const std::vector<Pack>& packs,
                            const PlanOptions& options = {});
/// The same with the packs and standards of plugin folders, of which only those are read that the plan can need. What
/// `options` says of packs and standards is replaced. Throws as readPlan and for mistakes in these packs.
[[nodiscard]] Plan readPlanWithPacks(const std::filesystem::path& file,
                                     const std::vector<std::filesystem::path>& folders, PlanOptions options = {});
[[nodiscard]] Plan parsePlan(const std::string& text, const std::filesystem::path& file, const std::vector<Pack>& packs,
                             const PlanOptions& options = {});

} // namespace merestone
