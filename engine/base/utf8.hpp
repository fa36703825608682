// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace merestone {

/// One step through bytes that may be UTF-8.
struct DecodedCharacter {
    char32_t codepoint = 0; ///< meaningful when valid
    std::size_t length = 1; ///< bytes taken; for an invalid sequence the longest part that begins a character
    bool valid = false;     ///< no overlong form, surrogate or value above U+10FFFF
};

/// The character that `bytes` (not empty) begin with.
[[nodiscard]] DecodedCharacter decodeFirst(std::string_view bytes) noexcept;

} // namespace merestone
