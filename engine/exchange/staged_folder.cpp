// SPDX-License-Identifier: MIT
#include "exchange/staged_folder.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/staging_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace merestone {

namespace {

[[noreturn]] void fail(const std::filesystem::path& target, const std::string& what) {
    throw Error(ErrorCode::output, printable(target.string()) + ": " + what);
}

[[noreturn]] void failUntouched(const std::filesystem::path& target, const std::string& what, int error) {
    fail(target, what + ": " + std::system_category().message(error) + "; what was there before is untouched");
}

void syncPath(const std::filesystem::path& path, int flags, const std::filesystem::path& target) {
    const int descriptor = open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        failUntouched(target, "cannot be brought to the disk", errno);
    }
    const int result = fsync(descriptor);
    const int error = errno;
    close(descriptor);
    if (result != 0 && error != EINVAL) { // EINVAL: a file system that cannot sync a folder
        failUntouched(target, "cannot be brought to the disk", error);
    }
}

void syncAll(const std::filesystem::path& folder, const std::filesystem::path& target) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        syncPath(entry.path(), entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY, target);
    }
    syncPath(folder, O_RDONLY | O_DIRECTORY, target);
}

/// What another program keeps beside a GeoPackage that it has open.
bool isSideFile(const std::string& name) {
    return name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-journal");
}

/// The permissions that the finished folder gets: those of the old one, or what mkdir would give.
mode_t permissionsFor(const std::filesystem::path& target) {
    struct stat status {};
    if (lstat(target.c_str(), &status) == 0) {
        return status.st_mode & 07777U;
    }
    const mode_t mask = umask(0);
    umask(mask);
    return 0777U & ~mask;
}

/// Without a slash at the end, so that it can be renamed; "." and ".." as what they stand for.
std::filesystem::path plainTarget(const std::filesystem::path& target) {
    std::error_code error;
    std::filesystem::path path = std::filesystem::absolute(target, error).lexically_normal();
    if (!path.has_filename()) {
        path = path.parent_path();
    }
    if (error || target.empty() || !path.has_filename()) {
        fail(target, "is no folder to write to; name a new one");
    }
    return path;
}

} // namespace

StagedFolder::StagedFolder(const std::filesystem::path& target, OldFiles oldFiles)
    : m_target(plainTarget(target)), m_oldFiles(std::move(oldFiles)) {
    checkTarget();
    std::error_code error;
    std::filesystem::create_directories(m_target.parent_path(), error);
    if (error) {
        fail(m_target, "its folder cannot be made: " + error.message() + "; name another folder");
    }
    StagingFolder folder = makeStagingFolder(m_target.parent_path(), m_target);
    m_staged = std::move(folder.path);
    m_lock = folder.lock;
}

StagedFolder::~StagedFolder() {
    if (m_lock >= 0) {
        removeStagingFolder({std::move(m_staged), m_lock});
    }
}

void StagedFolder::checkTarget() const {
    struct stat status {};
    if (lstat(m_target.c_str(), &status) != 0) {
        return;
    }
    if (S_ISLNK(status.st_mode)) {
        fail(m_target, "is a symbolic link; name the folder itself");
    }
    if (!S_ISDIR(status.st_mode)) {
        fail(m_target, "is not a folder; name another");
    }
    const std::vector<std::string> old = m_oldFiles(m_target);
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(m_target, error), end; entry != end && !error;
         entry.increment(error)) {
        const std::string name = entry->path().lexically_relative(m_target).string();
        if (std::find(old.begin(), old.end(), name) != old.end()) {
            continue;
        }
        if (isSideFile(name)) {
            fail(m_target, "its file " + printable(name.substr(0, name.rfind('-'))) +
                               " is open in another program; close it there, then try again");
        }
        if (!entry->is_directory() || entry->is_symlink() || std::filesystem::is_empty(entry->path())) {
            fail(m_target,
                 "holds '" + printable(name) + "', which is not from an export; name another folder, or move it");
        }
    }
    if (error) {
        fail(m_target, "cannot be looked into: " + error.message() + "; name another folder");
    }
}

void StagedFolder::commit() {
    syncAll(m_staged, m_target);
    checkTarget(); // somebody may have put a file there meanwhile
    if (chmod(m_staged.c_str(), permissionsFor(m_target)) != 0) {
        failUntouched(m_target, "cannot be given its permissions", errno);
    }
    if (renameat2(AT_FDCWD, m_staged.c_str(), AT_FDCWD, m_target.c_str(), RENAME_EXCHANGE) != 0) {
        const int why = errno;
        // A plain rename puts a folder in the place of a missing or an empty one only: nothing can be lost by trying.
        if (rename(m_staged.c_str(), m_target.c_str()) != 0) {
            if (why == EINVAL || why == ENOSYS || why == ENOTSUP) {
                fail(m_target, "this file system cannot put a new folder in the place of an old one in one step; name "
                               "a folder that does not exist yet (what was there before is untouched)");
            }
            failUntouched(m_target, "cannot be put in place", why == ENOENT ? errno : why);
        }
    }
    try {
        syncPath(m_target.parent_path(), O_RDONLY | O_DIRECTORY, m_target);
    } catch (const Error&) { // says that the old one is untouched, which it no longer is
        fail(m_target, "the new one is in place, but the disk has not confirmed it; look after the disk, then write it "
                       "again");
    }
}

} // namespace merestone
