// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <cstdint>

namespace merestone {

namespace {

/// What may follow a lead byte: how many bytes, and the range of the first of them (Unicode table 3-7).
struct Lead {
    std::size_t following = 0; ///< 0: not a lead byte
    std::uint8_t first = 0x80;
    std::uint8_t last = 0xBF;
    char32_t bits = 0;
};

Lead leadOf(std::uint8_t byte) noexcept {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {1, 0x80, 0xBF, static_cast<char32_t>(byte & 0x1FU)};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        const std::uint8_t first = byte == 0xE0 ? 0xA0 : 0x80; // no overlong forms
        const std::uint8_t last = byte == 0xED ? 0x9F : 0xBF;  // no surrogates
        return {2, first, last, static_cast<char32_t>(byte & 0x0FU)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        const std::uint8_t first = byte == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t last = byte == 0xF4 ? 0x8F : 0xBF; // nothing above U+10FFFF
        return {3, first, last, static_cast<char32_t>(byte & 0x07U)};
    }
    return {};
}

} // namespace

DecodedCharacter decodeFirst(std::string_view bytes) noexcept {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    if (at(0) < 0x80) {
        return {at(0), 1, true};
    }
    const Lead lead = leadOf(at(0));
    if (lead.following == 0) {
        return {};
    }
    char32_t codepoint = lead.bits;
    for (std::size_t i = 1; i <= lead.following; ++i) {
        const std::uint8_t low = i == 1 ? lead.first : 0x80;
        const std::uint8_t high = i == 1 ? lead.last : 0xBF;
        if (i >= bytes.size() || at(i) < low || at(i) > high) {
            return {0, i, false};
        }
        codepoint = (codepoint << 6U) | (at(i) & 0x3FU);
    }
    return {codepoint, lead.following + 1, true};
}

} // namespace merestone
