// SPDX-License-Identifier: MIT
#include "plugin/library_place.hpp"

#include <algorithm>

namespace merestone {

namespace {

namespace fs = std::filesystem;

bool isInside(const fs::path& place, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), place.begin(), place.end()).first == folder.end();
}

/// Whether anybody on this machine can put something else in the place of what `path` names. `own`: it is the library
/// or a folder of plugins; in those nobody may add anything either.
bool isOpenToAll(const fs::path& path, bool own) {
    std::error_code error;
    const fs::perms perms = fs::status(path, error).permissions();
    const bool writable = error || (perms & fs::perms::others_write) != fs::perms::none;
    return writable && (own || (perms & fs::perms::sticky_bit) == fs::perms::none);
}

std::string whyOpenToAll(const fs::path& file, const fs::path& shelf) {
    for (fs::path path = file;; path = path.parent_path()) {
        if (isOpenToAll(path, isInside(path, shelf))) {
            return "is not loaded, because everybody can write to '" + path.string() +
                   "'; take that right away (chmod o-w) or copy the plugin to a folder of your own";
        }
        if (path == path.root_path()) {
            return {};
        }
    }
}

} // namespace

LibraryPlace placeOfLibrary(const std::filesystem::path& library, const std::filesystem::path& shelf) {
    std::error_code error;
    const fs::path file = fs::canonical(library, error);
    if (error) {
        return {library, "cannot be found: " + error.message() + "; install it again"};
    }
    const fs::path folder = fs::canonical(shelf, error);
    if (error || !isInside(file, folder)) {
        return {file, "leads out of the plugin folder, to '" + file.string() + "'; copy it into the folder"};
    }
    if (!fs::is_regular_file(file, error)) {
        return {file, "is no file; install it again"};
    }
    return {file, whyOpenToAll(file, folder)};
}

} // namespace merestone
