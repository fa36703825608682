// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace merestone {

/// What a file of a submission is, by its name.
enum class ItemKind {
    plan,
    basicConditions,
    consultation,
    screening, ///< SEA report or the reasons why none is needed
    habitats,
    modification,
    constitution,
    area,
    designatedArea,
    otherAreas,
    policyMap,
    sites,
    schedule1,
    dates,
    forum,
    responses, ///< what was said at the consultation, and what came of it
    planFile,
};

/// The name by which findings know it: "plan", "basic_conditions" …
[[nodiscard]] const char* itemName(ItemKind kind) noexcept;

/// A file (or what stands in its place) that a submission is looked for.
struct FolderItem {
    ItemKind kind = ItemKind::plan;
    std::string name;           ///< as in the folder, made printable
    std::filesystem::path path; ///< absolute, links resolved; empty when there is a problem
    std::uintmax_t bytes = 0;
    std::string problem; ///< why it is not read: one clause with the remedy; empty: it can be
};

/// The folder with what was recognised in it, by name.
struct SubmissionFolder {
    std::filesystem::path path;
    std::vector<FolderItem> items;
    std::size_t others = 0; ///< entries that are none of it

    [[nodiscard]] std::vector<const FolderItem*> of(ItemKind kind) const;
    /// The only one of a kind, or null.
    [[nodiscard]] const FolderItem* only(ItemKind kind) const;
};

/// Lists a folder, not its folders. Nothing is opened. Links are followed only inside the folder. Throws Error(input)
/// when there is no such folder or it holds more than a million entries.
[[nodiscard]] SubmissionFolder readFolder(const std::filesystem::path& folder);

} // namespace merestone
