// SPDX-License-Identifier: MIT
#include "submission/headings.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr std::size_t kLongestId = 16;

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) noexcept {
    return isUpper(c) || (c >= 'a' && c <= 'z');
}

} // namespace

bool isUpper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\f#*"; // with the marks of Markdown headings
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool isContentsLine(std::string_view line) noexcept {
    const bool endsWithNumber = !line.empty() && isDigit(line.back());
    return endsWithNumber &&
           (line.find("...") != std::string_view::npos || line.find(". .") != std::string_view::npos ||
            line.find("   ") != std::string_view::npos || line.find('\t') != std::string_view::npos);
}

std::string_view idAt(std::string_view text) noexcept {
    std::size_t end = 0;
    while (end < text.size() && (isLetter(text[end]) || isDigit(text[end]) ||
                                 ((text[end] == '-' || text[end] == '.' || text[end] == '/') && end + 1 < text.size() &&
                                  (isDigit(text[end + 1]) || isLetter(text[end + 1]))))) {
        ++end;
    }
    const std::string_view id = text.substr(0, end);
    const bool hasDigit = std::any_of(id.begin(), id.end(), isDigit);
    return hasDigit && id.size() <= kLongestId ? id : std::string_view();
}

std::string_view behindWord(std::string_view line, std::string_view word) {
    const bool begins = line.size() > word.size() && lowered(line.substr(0, word.size())) == word &&
                        line[word.size()] == ' ' && isUpper(line.front());
    return begins ? trimmed(line.substr(word.size() + 1)) : std::string_view();
}

} // namespace merestone
