// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace merestone {

/// One file out of a zip file.
struct ZipMember {
    enum class State { read, unreadable, tooLarge };
    State state = State::unreadable; ///< unreadable: no zip file, no such member, damaged
    std::string bytes;
};

/// Unpacks at most `most` bytes, however large the member says or turns out to be. Throws nothing but std::bad_alloc.
[[nodiscard]] ZipMember readZipMember(const std::filesystem::path& file, const std::string& member, std::size_t most);

} // namespace merestone
