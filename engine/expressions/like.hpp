// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace merestone::expressions {

struct LikeOptions {
    bool caseless = false; ///< ASCII letters of either case are equal
    char escape = '\0';    ///< takes the meaning from the character behind it
};

/// SQL's LIKE on UTF-8: `%` is any text, also none, `_` one character. Time grows with the product of the lengths at
/// most; no recursion.
[[nodiscard]] bool isLike(std::string_view text, std::string_view pattern, const LikeOptions& options) noexcept;

} // namespace merestone::expressions
