// SPDX-License-Identifier: MIT
#include "exchange/publish.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/staging_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace merestone {

namespace {

std::filesystem::path folderOf(const std::filesystem::path& target) {
    const std::filesystem::path folder = target.parent_path();
    return folder.empty() ? std::filesystem::path(".") : folder;
}

[[noreturn]] void fail(const std::filesystem::path& target, const std::string& what, int error) {
    throw Error(ErrorCode::output, printable(target.string()) + ": " + what + ": " +
                                       std::system_category().message(error) + "; what was there before is untouched");
}

/// Refuses a GeoPackage that another program has open: what that program has not yet written stands in a file beside
/// it, and SQLite would take it for part of the new one (sqlite.org/howtocorrupt.html, section 1.4).
void refuseOpenElsewhere(const std::filesystem::path& target) {
    for (const char* suffix : {"-wal", "-journal"}) {
        const std::filesystem::path beside = target.string() + suffix;
        std::error_code ignored;
        if (std::filesystem::exists(std::filesystem::symlink_status(beside, ignored))) {
            throw Error(ErrorCode::output, printable(target.string()) + ": is open in another program, as " +
                                               printable(beside.filename().string()) +
                                               " beside it says; close it there, then try again");
        }
    }
}

/// Refuses what a file must not be written over. A symbolic link is fine: it is replaced.
void checkTarget(const std::filesystem::path& target) {
    if (target.filename().empty()) {
        throw Error(ErrorCode::output, printable(target.string()) + ": is no file name; name the file to write");
    }
    struct stat status {};
    if (lstat(target.c_str(), &status) != 0) {
        return;
    }
    if (S_ISDIR(status.st_mode)) {
        throw Error(ErrorCode::output, printable(target.string()) + ": is a folder; name a file in it");
    }
    if (!S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode)) {
        throw Error(ErrorCode::output, printable(target.string()) + ": is not a regular file; name another");
    }
    refuseOpenElsewhere(target);
}

void syncPath(const std::filesystem::path& path, int flags, const std::filesystem::path& target) {
    const int descriptor = open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) {
        fail(target, "cannot be brought to the disk", errno);
    }
    const int result = fsync(descriptor);
    const int error = errno;
    close(descriptor);
    if (result != 0 && error != EINVAL) { // EINVAL: a file system that cannot sync a folder
        fail(target, "cannot be brought to the disk", error);
    }
}

void keepPermissions(const std::filesystem::path& staged, const std::filesystem::path& target) {
    struct stat status {};
    if (lstat(target.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
        chmod(staged.c_str(), status.st_mode & 07777U) != 0) {
        fail(target, "cannot be given the permissions of the old file", errno);
    }
}

} // namespace

StagedFile::StagedFile(std::filesystem::path target) : m_target(std::move(target)) {
    checkTarget(m_target);
    StagingFolder folder = makeStagingFolder(folderOf(m_target), m_target);
    m_folder = std::move(folder.path);
    m_lock = folder.lock;
    m_staged = m_folder / m_target.filename();
}

StagedFile::~StagedFile() {
    if (m_lock >= 0) {
        removeStagingFolder({std::move(m_folder), m_lock});
    }
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_folder(std::move(other.m_folder)), m_staged(std::move(other.m_staged)),
      m_lock(std::exchange(other.m_lock, -1)) {}

void StagedFile::commit() {
    refuseOpenElsewhere(m_target); // it may have been opened while we worked
    syncPath(m_staged, O_RDONLY, m_target);
    keepPermissions(m_staged, m_target);
    if (std::rename(m_staged.c_str(), m_target.c_str()) != 0) {
        fail(m_target, "cannot be put in place", errno);
    }
    syncPath(folderOf(m_target), O_RDONLY | O_DIRECTORY, m_target);
}

void publishFile(const std::filesystem::path& target, const std::function<void(const std::filesystem::path&)>& write) {
    StagedFile file(target);
    write(file.path());
    file.commit();
}

} // namespace merestone
