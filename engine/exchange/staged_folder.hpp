// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace merestone {

/// A folder of files on its way: filled in a locked folder of its own beside the target, and exchanged with the target
/// in one step when it is whole. Until commit() the old folder is untouched, whatever happens; afterwards it is gone.
/// What a killed run left behind is removed by the next one that writes beside it.
class StagedFolder {
public:
    /// Lists the files, relative to the folder, that the target holds from an earlier time and that may go; anything
    /// else in there is somebody's own. Gives an empty list for a folder that it does not know.
    using OldFiles = std::function<std::vector<std::string>(const std::filesystem::path& folder)>;

    /// Makes the staging folder, and the folders above the target, so that a target that cannot be written is known
    /// before the work starts. Throws Error(output): no permission, the target is no folder or a symbolic link, or it
    /// holds files that are not among `oldFiles`.
    StagedFolder(const std::filesystem::path& target, OldFiles oldFiles);
    /// Removes what was not committed.
    ~StagedFolder();
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    /// Where to write; a private folder, empty at first.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_staged; }
    [[nodiscard]] const std::filesystem::path& target() const noexcept { return m_target; }

    /// Brings every file to the disk (fsync), looks at the target once more, and puts the folder in its place with the
    /// permissions that the old one had. Throws Error(output) with the old folder still in place; so it does where
    /// the file system cannot exchange two folders in one step.
    void commit();

private:
    void checkTarget() const;

    std::filesystem::path m_target;
    OldFiles m_oldFiles;
    std::filesystem::path m_staged;
    int m_lock = -1; ///< open descriptor of the staging folder, flock()ed: tells the living from the stray
};

} // namespace merestone
