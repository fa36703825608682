// SPDX-License-Identifier: MIT
#include "exchange/xml_text.hpp"

#include "base/text.hpp"

namespace merestone {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

/// U+FFFE and U+FFFF are no XML characters, well-formed as their bytes may be.
bool isNonCharacter(std::string_view text, std::size_t at) noexcept {
    const std::string_view three = text.substr(at, 3);
    return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

std::string_view entityFor(char c) noexcept {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

} // namespace

std::string xmlText(std::string_view text) {
    const std::string whole = toUtf8(text);
    std::string result;
    result.reserve(whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const char c = whole[i];
        if (const std::string_view entity = entityFor(c); !entity.empty()) {
            result += entity;
        } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') {
            result += kReplacement; // of the control characters XML 1.0 knows tab and the line ends alone
        } else if (isNonCharacter(whole, i)) {
            result += kReplacement;
            i += 2;
        } else {
            result += c;
        }
    }
    return result;
}

std::string xmlAttribute(std::string_view text) {
    std::string result;
    for (const char c : xmlText(text)) {
        if (c == '\n') {
            result += "&#10;";
        } else if (c == '\t') {
            result += "&#9;";
        } else {
            result += c;
        }
    }
    return result;
}

} // namespace merestone
