// SPDX-License-Identifier: MIT
#include "layers/database_name.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string_view>

namespace merestone {

namespace {

constexpr std::string_view kEnvironment = "PG:";
constexpr std::string_view kService = "PG:service=";

} // namespace

bool isDatabaseName(const std::string& text) {
    return lowered(text.substr(0, kEnvironment.size())) == "pg:";
}

std::string whyNoDatabaseName(const std::string& text) {
    if (text == kEnvironment) {
        return {};
    }
    const std::string_view name = std::string_view(text).substr(std::min(kService.size(), text.size()));
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
    });
    if (text.starts_with(kService) && plain) {
        return {};
    }
    return "a database is named 'PG:service=NAME' with its connection in ~/.pg_service.conf, or 'PG:' with PGHOST, "
           "PGDATABASE and so on in the environment, so that no password stands in a plan or on a command line";
}

std::string shownDatabaseName(const std::string& text) {
    return whyNoDatabaseName(text).empty() ? text : "PG:…";
}

std::string gdalDatabaseName(const std::string& text) {
    std::string result = text + (text.size() > kEnvironment.size() ? " " : "") + "fallback_application_name=merestone";
    if (std::getenv("PGCONNECT_TIMEOUT") == nullptr) { // NOLINT(concurrency-mt-unsafe): nothing here sets variables
        result += " connect_timeout=30";
    }
    return result;
}

} // namespace merestone
