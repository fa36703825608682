// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace merestone {

/// Whether a source or target is written as a database connection ("PG:…", letter case ignored) and not as a file.
[[nodiscard]] bool isDatabaseName(const std::string& text);

/// What may be shown of a connection: "PG:service=NAME" or "PG:"; of anything else, which may hold a password, "PG:…".
[[nodiscard]] std::string shownDatabaseName(const std::string& text);

/// Why a connection is not named as it must be: "PG:service=NAME", an entry of libpq's service file, or "PG:", what
/// libpq's environment (PGSERVICE, PGHOST, PGDATABASE, …) says. Empty if it is. The text does not repeat the name.
[[nodiscard]] std::string whyNoDatabaseName(const std::string& text);

/// The connection as GDAL's PostgreSQL driver takes it: as named, with the name of this program for the server's lists
/// and, where the environment (PGCONNECT_TIMEOUT) sets none, an end to waiting for a server that does not answer.
[[nodiscard]] std::string gdalDatabaseName(const std::string& text);

} // namespace merestone
