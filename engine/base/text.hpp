// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace merestone {

/// The candidate nearest to `word` (Damerau-Levenshtein, ASCII case ignored), or empty if none is near enough to
/// be meant: at most a third of the letters may differ.
[[nodiscard]] std::string nearestName(std::string_view word, std::span<const std::string> candidates);

/// "; did you mean 'x'?" or an empty string.
[[nodiscard]] std::string didYouMean(std::string_view word, std::span<const std::string> candidates);

/// One printable line: control characters, bidirectional overrides and invalid UTF-8 bytes are shown as \xNN or
/// \u{NNNN}. Use it for every piece of foreign text that goes to a terminal or into an error message.
[[nodiscard]] std::string printable(std::string_view text);

[[nodiscard]] bool isUtf8(std::string_view bytes);

/// `bytes` with every invalid sequence replaced by U+FFFD; `replaced` (if given) is increased by the number of them.
[[nodiscard]] std::string toUtf8(std::string_view bytes, std::size_t* replaced = nullptr);

/// Shortest decimal form that reads back to the same double, C locale ("400", "0.1", "1e-09").
[[nodiscard]] std::string shortest(double value);

/// At most `decimals` decimals, trailing zeros removed, never "-0", C locale, no exponent below 1e15.
[[nodiscard]] std::string rounded(double value, int decimals);

/// ASCII lower case; field names and units are compared with it.
[[nodiscard]] std::string lowered(std::string_view text);

} // namespace merestone
