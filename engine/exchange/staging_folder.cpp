// SPDX-License-Identifier: MIT
#include "exchange/staging_folder.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace merestone {

namespace {

constexpr std::string_view kPattern = ".merestone-stage-";
constexpr int kAttempts = 16;

/// Whether the name still leads to the folder that was opened: a cleaner may have come in between.
bool isSameFolder(int descriptor, const std::filesystem::path& path) noexcept {
    struct stat opened {};
    struct stat named {};
    return fstat(descriptor, &opened) == 0 && lstat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

/// Opens a folder and locks it: -1 when another process holds the lock, or it is no folder of ours.
int lockFolder(const std::filesystem::path& path) noexcept {
    const int descriptor = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return -1;
    }
    struct stat status {};
    if (fstat(descriptor, &status) != 0 || status.st_uid != geteuid() || flock(descriptor, LOCK_EX | LOCK_NB) != 0 ||
        !isSameFolder(descriptor, path)) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

/// Removes a folder with all that is in it; of a symbolic link the link alone.
void removeAll(const std::filesystem::path& folder) noexcept {
    chmod(folder.c_str(), S_IRWXU); // an old folder that took the place of a new one may be read-only
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

/// Whether mkdtemp() may have made the name for us: other people's folders with a like name are not to be emptied.
bool isStagingName(const std::string& name) noexcept {
    constexpr std::size_t kMadeUp = 6;
    return name.size() == kPattern.size() + kMadeUp && name.starts_with(kPattern) &&
           std::all_of(name.begin() + static_cast<std::ptrdiff_t>(kPattern.size()), name.end(),
                       [](unsigned char c) { return std::isalnum(c) != 0; });
}

/// What a killed run left: folders of our pattern, owned by us, whose lock nobody holds.
void removeStrays(const std::filesystem::path& parent) noexcept {
    std::error_code ignored;
    for (std::filesystem::directory_iterator entry(parent, ignored), end; entry != end; entry.increment(ignored)) {
        if (isStagingName(entry->path().filename().native())) {
            if (const int lock = lockFolder(entry->path()); lock >= 0) {
                removeStagingFolder({entry->path(), lock});
            }
        }
    }
}

} // namespace

StagingFolder makeStagingFolder(const std::filesystem::path& parent, const std::filesystem::path& target) {
    removeStrays(parent);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        std::string name = (parent / (std::string(kPattern) + "XXXXXX")).string();
        if (mkdtemp(name.data()) == nullptr) {
            throw Error(ErrorCode::output, printable(target.string()) + ": cannot write in its folder: " +
                                               std::system_category().message(errno) +
                                               "; choose a folder that exists and that you may write to");
        }
        if (const int lock = lockFolder(name); lock >= 0) {
            return {name, lock};
        }
        rmdir(name.c_str());
    }
    throw Error(ErrorCode::output, printable(target.string()) + ": its folder cannot be locked; try another folder");
}

void removeStagingFolder(const StagingFolder& folder) noexcept {
    removeAll(folder.path);
    if (folder.lock >= 0) {
        close(folder.lock);
    }
}

} // namespace merestone
