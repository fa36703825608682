// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A YAML file of a plugin folder, not yet parsed.
struct PackFile {
    std::filesystem::path path;
    std::string text;
    std::string id; ///< as the line `pack: id` says; empty when there is no such line that is sure to mean it
    bool wanted = false;
};

/// Tells which packs a plan can need, from their texts alone: those whose id and a slash ("open-space/") stand in the
/// plan, and those that stand so in one of these packs, and so on. Parsing every pack would take longer than most
/// checks. A name in a comment makes a pack wanted too, which costs time and changes nothing.
class PackMentions {
public:
    /// Reads the files. Throws Error(plan) for a folder or a file that cannot be read.
    explicit PackMentions(const std::vector<std::filesystem::path>& folders);

    void follow(std::string_view text);

    /// In the order of the folders. Files whose id is not sure are always wanted; files of standards never.
    [[nodiscard]] std::vector<PackFile> wanted() const;
    /// Ids of the packs that nobody mentions, sorted.
    [[nodiscard]] std::vector<std::string> unwantedIds() const;

private:
    std::vector<PackFile> m_files;
};

} // namespace merestone
