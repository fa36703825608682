// SPDX-License-Identifier: MIT
#include "plan/read_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "plan/limits.hpp"

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
    std::string bytes(kMaximumFileBytes + 1, '\0'); // one byte more shows that a file is too large
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.is_open() || stream.bad()) {
        fail(file, "the " + kind + " cannot be read; check its permissions");
    }
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

} // namespace merestone
