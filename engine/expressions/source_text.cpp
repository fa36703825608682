// SPDX-License-Identifier: MIT
#include "expressions/source_text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace merestone::expressions {

namespace {

constexpr std::size_t kLongestExcerpt = 80;

std::size_t charactersBefore(std::string_view text, std::size_t position) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < position && at < text.size(); at += decodeFirst(text.substr(at)).length) {
        ++count;
    }
    return count;
}

/// The text in one printable line, cut after some 80 characters.
std::string excerpt(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < kLongestExcerpt; ++count) {
        end += decodeFirst(text.substr(end)).length;
    }
    std::string line(text.substr(0, end));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return printable(line) + (end < text.size() ? " ..." : "");
}

bool isControl(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

} // namespace

SourceText::SourceText(const char* what, const std::string& text, const Place& place)
    : m_what(what), m_text(text), m_place(place) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        fail(kNoPosition, "it is empty; write one, or leave the key out");
    }
    if (text.size() > kLongestExpression) {
        fail(kNoPosition, "it is longer than " + std::to_string(kLongestExpression / 1024) +
                              " KiB; put long lists into a layer of their own");
    }
    if (!isUtf8(text)) {
        fail(kNoPosition, "it is not UTF-8; save the file as UTF-8");
    }
    const auto control = std::find_if(text.begin(), text.end(), isControl);
    if (control != text.end()) {
        fail(static_cast<std::size_t>(control - text.begin()), "control character; take it out");
    }
}

void SourceText::fail(std::size_t position, const std::string& message) const {
    const std::string place = m_place.text();
    std::string line = place.empty() ? "" : printable(place) + ": ";
    line += std::string(m_what) + " \"" + excerpt(m_text) + "\"";
    if (position != kNoPosition) {
        line += ", column " + std::to_string(charactersBefore(m_text, position) + 1);
    }
    throw Error(ErrorCode::plan, line + ": " + message);
}

} // namespace merestone::expressions
