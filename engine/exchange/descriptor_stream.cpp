// SPDX-License-Identifier: MIT
#include "exchange/descriptor_stream.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace merestone {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr mode_t kMode = 0666; // the umask takes its share

Error writeError(const std::string& name, int error) {
    return {ErrorCode::output, "cannot write to " + printable(name) + ": " + std::system_category().message(error)};
}

int openFile(const std::filesystem::path& file, const std::string& name, DescriptorStream::Opens opens) {
    const int how = opens == DescriptorStream::Opens::newFile ? O_CREAT | O_EXCL | O_NOFOLLOW : O_NOCTTY;
    const int descriptor = open(file.c_str(), O_WRONLY | O_CLOEXEC | how, kMode);
    if (descriptor < 0) {
        throw writeError(name, errno);
    }
    return descriptor;
}

} // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor) : m_descriptor(descriptor), m_buffer(kBufferBytes) {
    setp(m_buffer.data(), m_buffer.data() + m_buffer.size());
}

bool DescriptorBuffer::writeAll(const char* text, std::size_t count) {
    while (count > 0 && m_error == 0) {
        const ssize_t written = write(m_descriptor, text, count);
        if (written > 0) {
            text += written;
            count -= static_cast<std::size_t>(written);
        } else if (errno != EINTR) {
            m_error = errno;
        }
    }
    return m_error == 0;
}

int DescriptorBuffer::sync() {
    const bool good = writeAll(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(m_buffer.data(), m_buffer.data() + m_buffer.size());
    return good ? 0 : -1;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
    if (sync() != 0) {
        return traits_type::eof();
    }
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(c);
        pbump(1);
    }
    return traits_type::not_eof(c);
}

std::streamsize DescriptorBuffer::xsputn(const char* text, std::streamsize count) {
    if (count < epptr() - pptr()) {
        traits_type::copy(pptr(), text, static_cast<std::size_t>(count));
        pbump(static_cast<int>(count));
        return count;
    }
    return sync() == 0 && writeAll(text, static_cast<std::size_t>(count)) ? count : 0;
}

DescriptorStream::DescriptorStream(int descriptor, std::string name)
    : std::ostream(nullptr), m_buffer(descriptor), m_name(std::move(name)) {
    rdbuf(&m_buffer);
}

DescriptorStream::DescriptorStream(const std::filesystem::path& file, std::string name, Opens opens)
    : DescriptorStream(openFile(file, name, opens), name) {
    m_own = m_buffer.descriptor();
}

DescriptorStream::~DescriptorStream() {
    if (m_own >= 0) {
        close(m_own);
    }
}

bool DescriptorStream::finish() {
    flush();
    int error = m_buffer.error();
    if (fail() && error == 0) {
        error = EIO; // something other than the system refused, such as an exception while formatting
    }
    if (m_own >= 0 && close(std::exchange(m_own, -1)) != 0 && error == 0) {
        error = errno;
    }
    if (error == EPIPE) {
        return false;
    }
    if (error != 0) {
        throw writeError(m_name, error);
    }
    return true;
}

} // namespace merestone
