// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace merestone {

/// A new zip archive without folders inside. The same members give the same bytes: all of them bear one date. Every
/// failure throws Error(output) that calls the archive by its file name. Belongs to one thread.
class ZipFile {
public:
    explicit ZipFile(const std::filesystem::path& newFile);
    /// Closes what was given up.
    ~ZipFile();
    ZipFile(const ZipFile&) = delete;
    ZipFile& operator=(const ZipFile&) = delete;

    void add(const std::string& name, std::string_view bytes);
    /// A file under its own name.
    void add(const std::filesystem::path& file);
    /// Writes the directory of the archive, and reads the whole back: each member must give what its checksum says.
    void close();

private:
    void begin(const std::string& name, bool large);
    void check(int result) const;

    std::filesystem::path m_file;
    void* m_zip = nullptr;
    std::size_t m_members = 0;
};

} // namespace merestone
