// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include "base/text.hpp"
#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <unistd.h>

namespace merestone::cli {

namespace {

constexpr auto kPause = std::chrono::milliseconds(100);

/// What cannot be written to a terminal is not worth an error.
void put(const std::string& text) noexcept {
    [[maybe_unused]] const ssize_t ignored = write(STDERR_FILENO, text.data(), text.size());
}

bool linesAreWanted() {
    const char* value = std::getenv("MERESTONE_PROGRESS"); // NOLINT(concurrency-mt-unsafe): nothing here sets variables
    return value != nullptr && std::string_view(value) == "lines";
}

} // namespace

Progress::Progress(bool wanted)
    : m_lines(wanted && !isTerminal(STDERR_FILENO) && linesAreWanted()),
      m_shown(m_lines || (wanted && isTerminal(STDERR_FILENO))) {}

ProgressCallback Progress::callback() {
    if (!m_shown) {
        return {};
    }
    return [this](std::string_view stage, double fraction) { draw(stage, fraction); };
}

void Progress::draw(std::string_view stage, double fraction) noexcept {
    try {
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        if (now < m_next) {
            return;
        }
        m_next = now + kPause;
        const int percent = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 100.0);
        if (m_lines) {
            put("progress: " + std::to_string(percent) + " " + printable(stage) + "\n");
            return;
        }
        std::string line = std::to_string(percent) + " % " + printable(stage);
        while (displayWidth(line) + 1 > terminalWidth(STDERR_FILENO)) {
            line.pop_back();
        }
        put("\r" + line + "\x1b[K");
        m_drawn = true;
    } catch (...) { // NOLINT(bugprone-empty-catch): a line that cannot be drawn is left out
    }
}

void Progress::erase() noexcept {
    const std::lock_guard lock(m_mutex);
    if (m_drawn) {
        put("\r\x1b[K");
        m_drawn = false;
    }
}

} // namespace merestone::cli
