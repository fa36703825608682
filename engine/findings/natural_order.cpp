// SPDX-License-Identifier: MIT
#include "findings/natural_order.hpp"

#include <cstddef>
#include <cstdint>

namespace merestone {

namespace {

// The end mark sorts before everything that may follow a beginning; the two lowest bytes of text make room for it.
constexpr char kEnd = '\0';
constexpr char kLow = '\1';
constexpr std::size_t kLongRun = 255; // digits

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

void appendByte(std::string& key, char c) {
    if (c == '\0' || c == kLow) {
        key += kLow;
        key += c == '\0' ? '\1' : '\2';
    } else {
        key += c;
    }
}

/// '0' (where digits stand among other bytes), how many digits, the digits: a longer number is a greater one.
void appendNumber(std::string& key, std::string_view digits) {
    key += '0';
    const std::size_t length = digits.size();
    key += static_cast<char>(length < kLongRun ? length : kLongRun);
    if (length >= kLongRun) {
        for (unsigned shift = 64; shift > 0; shift -= 8) {
            key += static_cast<char>((std::uint64_t{length} >> (shift - 8)) & 0xFFU);
        }
    }
    key += digits;
}

} // namespace

void appendNaturalKey(std::string& key, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (!isDigit(text[i])) {
            appendByte(key, text[i++]);
            continue;
        }
        while (i < text.size() && text[i] == '0') {
            ++i;
        }
        const std::size_t begin = i;
        while (i < text.size() && isDigit(text[i])) {
            ++i;
        }
        appendNumber(key, text.substr(begin, i - begin));
    }
    key += kEnd;
}

void appendPlainKey(std::string& key, std::string_view text) {
    for (const char c : text) {
        appendByte(key, c);
    }
    key += kEnd;
}

} // namespace merestone
