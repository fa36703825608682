// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace merestone {

/// Where a shared object really is, and why it must not be loaded from there.
struct LibraryPlace {
    std::filesystem::path file; ///< with every link followed
    std::string refusal;        ///< what is wrong and what to do, to stand after the plugin's name; empty: nothing
};

/// Looks at a shared object before it is loaded, since loading runs its code with all that the user may do:
/// - it must be a file in `shelf`, the plugin folder that the user named, also when links are followed;
/// - nobody but its owner and group may be able to replace it: neither it nor any folder from it up to and including
///   `shelf` may be writable by everybody, nor any folder above, unless it keeps people from each other's files as /tmp
///   does (the sticky bit).
/// Groups are trusted: people who plan together share folders. What happens between this look and the loading is not
/// guarded against; whoever could do that could write to the folder in the first place.
[[nodiscard]] LibraryPlace placeOfLibrary(const std::filesystem::path& library, const std::filesystem::path& shelf);

} // namespace merestone
