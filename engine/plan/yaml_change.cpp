// SPDX-License-Identifier: MIT
#include "plan/yaml_change.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>

namespace merestone {

namespace {

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Letters and digits, and what stands within quantities and names. Nothing that YAML reads otherwise.
bool isPlain(const std::string& value) {
    constexpr std::string_view kMarks = " ./%_-+";
    const auto isFree = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80U;
    };
    const auto isInside = [&](char c) { return isFree(c) || kMarks.find(c) != std::string_view::npos; };
    const auto begins = [&](const std::string& text) {
        const bool signedNumber = text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
        return isFree(text[0]) || signedNumber;
    };
    return !value.empty() && begins(value) && value.back() != ' ' && std::all_of(value.begin(), value.end(), isInside);
}

} // namespace

std::size_t offsetOf(const std::string& text, int line, int column) {
    std::size_t at = 0;
    for (int skipped = 1; skipped < line && at < text.size(); ++skipped) {
        const std::size_t end = text.find('\n', at);
        at = end == std::string::npos ? text.size() : end + 1;
    }
    for (int skipped = 1; skipped < column && at < text.size(); ++skipped) {
        do {
            ++at;
        } while (at < text.size() && isContinuation(text[at]));
    }
    return at;
}

std::optional<TextSpan> scalarSpan(const std::string& text, const YamlNode& scalar) {
    const std::size_t begin = offsetOf(text, scalar.line, scalar.column);
    if (!scalar.isScalar() || begin >= text.size()) {
        return std::nullopt;
    }
    const char quote = text[begin];
    if (scalar.plain) {
        const bool isThere = text.compare(begin, scalar.text.size(), scalar.text) == 0;
        return isThere ? std::optional(TextSpan{begin, begin + scalar.text.size()}) : std::nullopt;
    }
    if (quote != '"' && quote != '\'') {
        return std::nullopt; // a block of lines
    }
    for (std::size_t at = begin + 1; at < text.size() && text[at] != '\n'; ++at) {
        const bool escape = quote == '"' && text[at] == '\\';
        const bool doubled = quote == '\'' && text[at] == quote && at + 1 < text.size() && text[at + 1] == quote;
        if (escape || doubled) {
            ++at;
        } else if (text[at] == quote) {
            return TextSpan{begin, at + 1};
        }
    }
    return std::nullopt;
}

std::string asScalar(const std::string& value, bool quoted) {
    if (!quoted && isPlain(value)) {
        return value;
    }
    std::string result = "\"";
    for (const char c : toUtf8(value)) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        result += isControl ? ' ' : c;
    }
    return result + '"';
}

bool sameYaml(const YamlNode& a, const YamlNode& b) {
    const auto sameEntry = [](const YamlEntry& x, const YamlEntry& y) {
        return x.key == y.key && sameYaml(x.value, y.value);
    };
    return a.kind == b.kind && a.text == b.text &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), sameYaml) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), sameEntry);
}

} // namespace merestone
