// SPDX-License-Identifier: MIT
#include "plan/read_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "plan/limits.hpp"

#include <algorithm>
#include <fstream>

namespace merestone {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& message) {
    throw Error(ErrorCode::plan, printable(file.string()) + ": " + message);
}

} // namespace

std::string readSmallFile(const std::filesystem::path& file, const std::string& kind) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        fail(file, "there is no such " + kind);
    }
    if (status.type() == std::filesystem::file_type::directory) {
        fail(file, "is a folder; name the " + kind + " in it");
    }
    if (error || status.type() != std::filesystem::file_type::regular) {
        fail(file, "is no regular file; name a " + kind); // a pipe or device would block or never end
    }
    std::ifstream stream(file, std::ios::binary);
    // Whatever the file system says of its size, a file is read to its end; one byte more shows that it is too large.
    std::string bytes;
    std::size_t wanted = std::min<std::uintmax_t>(std::filesystem::file_size(file, error), kMaximumFileBytes) + 1;
    while (stream && bytes.size() <= kMaximumFileBytes) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + wanted, kMaximumFileBytes + 1));
        stream.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
        bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
        constexpr std::size_t kFurther = 65536;
        wanted = kFurther;
    }
    if (!stream.is_open() || stream.bad()) {
        fail(file, "the " + kind + " cannot be read; check its permissions");
    }
    return bytes;
}

} // namespace merestone
