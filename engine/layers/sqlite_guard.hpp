// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <chrono>
#include <filesystem>
#include <string>

struct sqlite3;

namespace merestone {

/// Bounds what the SQL inside a database file may do while it is opened and read on this thread: functions that reach
/// out of the file and attached databases are denied, and a statement that yields nothing for some seconds (a view that
/// never ends) or a requested stop interrupts it. Guards of a thread nest; the inner one counts.
class SqliteGuard {
public:
    /// Watches connections to `file` that this thread opens from now on.
    SqliteGuard(std::filesystem::path file, const RunContext& context);
    ~SqliteGuard();
    SqliteGuard(const SqliteGuard&) = delete;
    SqliteGuard& operator=(const SqliteGuard&) = delete;

    /// Puts a connection under the guards of whichever thread uses it.
    static void watch(sqlite3* database) noexcept;
    /// Something came of the work: the clock starts anew.
    void touch() noexcept;
    /// Whether a statement was interrupted because nothing came of it.
    [[nodiscard]] bool timedOut() const noexcept { return m_timedOut; }
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return m_file; }
    /// Called by SQLite between steps; non-zero interrupts the statement.
    int shouldStop() noexcept;

    static constexpr std::chrono::seconds kPatience{4};

private:
    std::filesystem::path m_file;
    const RunContext& m_context;
    std::chrono::steady_clock::time_point m_since;
    bool m_timedOut = false;
    SqliteGuard* m_outer;
};

} // namespace merestone
