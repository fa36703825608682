// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <vector>

namespace merestone {

namespace {

constexpr std::size_t kLongestName = 200; // longer words are no typing slips, and the distance costs their product

/// Damerau-Levenshtein distance (a swap of neighbours counts once) with unrestricted edits between swapped letters.
std::size_t editDistance(std::string_view a, std::string_view b) {
    const std::size_t width = b.size() + 2;
    const std::size_t far = a.size() + b.size();
    std::vector<std::size_t> table((a.size() + 2) * width, far);
    const auto cell = [&](std::size_t i, std::size_t j) -> std::size_t& { return table[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i) {
        cell(i + 1, 1) = i;
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
        cell(1, j + 1) = j;
    }
    std::array<std::size_t, 256> lastRow{};
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t lastMatch = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t row = lastRow[static_cast<unsigned char>(b[j - 1])];
            const std::size_t column = lastMatch;
            std::size_t cost = 1;
            if (a[i - 1] == b[j - 1]) {
                cost = 0;
                lastMatch = j;
            }
            const std::size_t swapped = cell(row, column) + (i - row - 1) + 1 + (j - column - 1);
            cell(i + 1, j + 1) = std::min({cell(i, j) + cost, cell(i + 1, j) + 1, cell(i, j + 1) + 1, swapped});
        }
        lastRow[static_cast<unsigned char>(a[i - 1])] = i;
    }
    return cell(a.size() + 1, b.size() + 1);
}

/// Characters that a terminal acts upon, or that make text look like other text.
bool isHidden(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    while (value != 0 || result.size() < digits) {
        result.insert(result.begin(), kDigits[value % 16]);
        value /= 16;
    }
    return result;
}

void appendEscaped(std::string& result, const DecodedCharacter& character, std::string_view bytes) {
    if (character.valid && character.codepoint >= 0x80) {
        result += "\\u{" + hexadecimal(character.codepoint, 4) + "}";
        return;
    }
    for (const char byte : bytes) {
        result += "\\x" + hexadecimal(static_cast<unsigned char>(byte), 2);
    }
}

} // namespace

std::string nearestName(std::string_view word, std::span<const std::string> candidates) {
    if (word.empty() || word.size() > kLongestName) {
        return {};
    }
    const std::string wanted = lowered(word);
    std::string best;
    std::size_t bestDistance = kLongestName;
    for (const std::string& candidate : candidates) {
        const std::size_t longest = std::max(candidate.size(), wanted.size());
        const std::size_t gap = longest - std::min(candidate.size(), wanted.size());
        const std::size_t allowed = longest / 3;
        if (candidate.empty() || gap > allowed || candidate.size() > kLongestName) {
            continue;
        }
        const std::size_t distance = editDistance(wanted, lowered(candidate));
        if (distance <= allowed && distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

std::string didYouMean(std::string_view word, std::span<const std::string> candidates) {
    const std::string name = nearestName(word, candidates);
    return name.empty() ? std::string() : "; did you mean '" + printable(name) + "'?";
}

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const DecodedCharacter character = decodeFirst(text);
        const std::string_view bytes = text.substr(0, character.length);
        if (character.valid && !isHidden(character.codepoint)) {
            result += bytes;
        } else {
            appendEscaped(result, character, bytes);
        }
        text.remove_prefix(character.length);
    }
    return result;
}

bool isUtf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const DecodedCharacter character = decodeFirst(bytes);
        if (!character.valid) {
            return false;
        }
        bytes.remove_prefix(character.length);
    }
    return true;
}

std::string toUtf8(std::string_view bytes, std::size_t* replaced) {
    std::string result;
    result.reserve(bytes.size());
    while (!bytes.empty()) {
        const DecodedCharacter character = decodeFirst(bytes);
        if (character.valid) {
            result += bytes.substr(0, character.length);
        } else {
            result += "\xEF\xBF\xBD";
            if (replaced != nullptr) {
                ++*replaced;
            }
        }
        bytes.remove_prefix(character.length);
    }
    return result;
}

std::string shortest(double value) {
    // The plain overload would write 100000 as 1e+05, which nobody writes into a table.
    const double size = std::abs(value);
    const bool fixed = size == 0.0 || (size >= 1e-5 && size < 1e15);
    std::array<char, 64> buffer{};
    char* const end = buffer.data() + buffer.size();
    const auto result = fixed ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed)
                              : std::to_chars(buffer.data(), end, value);
    return {buffer.data(), result.ptr};
}

std::string rounded(double value, int decimals) {
    if (!(std::abs(value) < 1e15)) {
        return shortest(value);
    }
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed,
                                      std::clamp(decimals, 0, 17));
    std::string text(buffer.data(), result.ptr);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return result;
}

} // namespace merestone
