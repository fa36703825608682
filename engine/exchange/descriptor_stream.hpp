// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

namespace merestone {

/// Buffered output to a POSIX descriptor that remembers why writing failed.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor);
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }
    /// errno of the first write that failed; 0 while all is well.
    [[nodiscard]] int error() const noexcept { return m_error; }

protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize count) override;
    int sync() override;

private:
    bool writeAll(const char* text, std::size_t count);

    int m_descriptor;
    int m_error = 0;
    std::vector<char> m_buffer;
};

/// A stream to a descriptor (standard output) or to a new file. Nothing is thrown while writing; finish() says
/// whether everything arrived.
class DescriptorStream : public std::ostream {
public:
    /// `name` is what messages call it; the descriptor stays open.
    DescriptorStream(int descriptor, std::string name);
    /// A new file, which must not be there yet, or something that is there (a device, a pipe). Throws Error(output).
    enum class Opens { newFile, existing };
    DescriptorStream(const std::filesystem::path& file, std::string name, Opens opens = Opens::newFile);
    ~DescriptorStream() override;

    /// Hands over what is buffered and closes an own file. Throws Error(output) with the system's reason when
    /// anything was lost, except to a pipe whose reader has gone (`… | head`): then it returns false.
    bool finish();

private:
    DescriptorBuffer m_buffer;
    std::string m_name;
    int m_own = -1; ///< to be closed by us
};

} // namespace merestone
