// SPDX-License-Identifier: MIT
#include "layers/sqlite_guard.hpp"

#include "base/text.hpp"

#include <array>
#include <sqlite3.h>
#include <string_view>

namespace merestone {

namespace {

constexpr int kStepsBetweenLooks = 20'000; // well under a millisecond

thread_local SqliteGuard* t_guard = nullptr;

// Functions of GDAL and SQLite that read files, the network or the process from within SQL.
constexpr std::array<std::string_view, 14> kDeniedFunctions = {"load_extension",      "readfile",
                                                               "writefile",           "edit",
                                                               "fts3_tokenizer",      "ogr_geocode",
                                                               "ogr_geocode_reverse", "ogr_datasource_load_layers",
                                                               "ogr_getconfigoption", "ogr_setconfigoption",
                                                               "gdal_getmimetype",    "gdal_getbandcount",
                                                               "gdal_haswritedriver", "gdal_getpixelvalue"};

int look(void*) {
    return t_guard != nullptr ? t_guard->shouldStop() : 0;
}

int authorize(void*, int action, const char*, const char* second, const char*, const char*) {
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH) {
        return SQLITE_DENY;
    }
    if (action == SQLITE_FUNCTION && second != nullptr) {
        for (const std::string_view denied : kDeniedFunctions) {
            if (sqlite3_stricmp(second, denied.data()) == 0) {
                return SQLITE_DENY;
            }
        }
    }
    return SQLITE_OK;
}

/// Runs for every connection of the process and touches only those that a guard of this thread waits for.
int watchNewConnection(sqlite3* database, const char**, const void*) {
    const char* name = sqlite3_db_filename(database, "main");
    if (t_guard != nullptr && name != nullptr && t_guard->file() == name) {
        SqliteGuard::watch(database);
    }
    return SQLITE_OK;
}

} // namespace

SqliteGuard::SqliteGuard(std::filesystem::path file, const RunContext& context)
    : m_file(std::move(file)), m_context(context), m_since(std::chrono::steady_clock::now()), m_outer(t_guard) {
    // SQLite declares the entry point without arguments and calls it with three. Registered again for each guard, as
    // GDAL forgets all such functions when it closes a database it has written; a second registration is none.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watchNewConnection));
    t_guard = this;
}

SqliteGuard::~SqliteGuard() {
    t_guard = m_outer;
}

void SqliteGuard::watch(sqlite3* database) noexcept {
    sqlite3_progress_handler(database, kStepsBetweenLooks, look, nullptr);
    sqlite3_set_authorizer(database, authorize, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_exec(database, "PRAGMA cell_size_check=ON", nullptr, nullptr, nullptr); // finds damaged pages sooner
}

void SqliteGuard::touch() noexcept {
    m_since = std::chrono::steady_clock::now();
}

int SqliteGuard::shouldStop() noexcept {
    if (m_context.stop.stop_requested()) {
        return 1;
    }
    if (std::chrono::steady_clock::now() - m_since > kPatience) {
        m_timedOut = true;
        return 1;
    }
    return 0;
}

} // namespace merestone
