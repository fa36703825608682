// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

namespace merestone::cli {

/// One line on standard error that is drawn over itself while work goes on and wiped out at the end. Where standard
/// error is no terminal there is nothing at all or, for programs that set MERESTONE_PROGRESS=lines, a line such as
/// "progress: 40 reading parcels" from time to time.
class Progress {
public:
    explicit Progress(bool wanted);
    ~Progress() { erase(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// For a RunContext; empty when nothing is to be shown. Must not outlive this object.
    [[nodiscard]] ProgressCallback callback();
    void erase() noexcept;

private:
    void draw(std::string_view stage, double fraction) noexcept;

    bool m_lines;
    bool m_shown;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_next;
    bool m_drawn = false;
};

} // namespace merestone::cli
