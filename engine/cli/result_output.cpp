// SPDX-License-Identifier: MIT
#include "cli/result_output.hpp"

#include "cli/terminal.hpp"
#include "exchange/descriptor_stream.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace merestone::cli {

namespace {

bool isDeviceOrPipe(const std::string& file) noexcept {
    struct stat status {};
    return stat(file.c_str(), &status) == 0 && (S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode));
}

} // namespace

ResultOutput::ResultOutput(const std::string& file)
    : m_file(file), m_standard(file.empty() || file == "-" || file == "/dev/stdout") {
    if (!m_standard && !isDeviceOrPipe(m_file)) {
        m_staged.emplace(m_file);
    }
}

void ResultOutput::write(const std::function<void(std::ostream&)>& fill) {
    if (m_standard) {
        DescriptorStream out(STDOUT_FILENO, "standard output");
        fill(out);
        out.finish();
    } else if (m_staged) {
        DescriptorStream out(m_staged->path(), m_file);
        fill(out);
        out.finish();
        m_staged->commit();
    } else {
        DescriptorStream out(m_file, m_file, DescriptorStream::Opens::existing);
        fill(out);
        out.finish();
    }
}

TextStyle ResultOutput::style() const {
    return m_standard ? styleFor(STDOUT_FILENO) : TextStyle{};
}

} // namespace merestone::cli
