// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>

namespace merestone {

/// A file on its way: written in a locked folder of its own beside the target, moved over the target only when it is
/// whole. Until commit() the old file is untouched, whatever happens; a symbolic link in the target's place is
/// replaced, never followed. What a killed run left behind is removed by the next one that writes to the same folder.
class StagedFile {
public:
    /// Makes the staging folder; so that a target that cannot be written is known before the work starts. Throws
    /// Error(output): no such folder, no permission, the target is a folder or not a regular file, or a GeoPackage that
    /// another program has open.
    explicit StagedFile(std::filesystem::path target);
    /// Removes what was not committed.
    ~StagedFile();
    StagedFile(StagedFile&& other) noexcept;
    StagedFile& operator=(StagedFile&&) = delete;

    /// Where to write. Nothing is there yet; its folder belongs to this object alone.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_staged; }
    [[nodiscard]] const std::filesystem::path& target() const noexcept { return m_target; }

    /// Brings the closed file to the disk (fsync), gives it the target's name and brings that to the disk too. An
    /// existing target's permissions are kept. Throws Error(output) with the old file still in place.
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_folder;
    std::filesystem::path m_staged;
    int m_lock = -1; ///< open descriptor of the staging folder, flock()ed: tells the living from the stray
};

/// All of it in one: `write` makes the file at the path that it is given, closes it and throws if that went wrong.
void publishFile(const std::filesystem::path& target, const std::function<void(const std::filesystem::path&)>& write);

} // namespace merestone
