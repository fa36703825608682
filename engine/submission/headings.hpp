// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace merestone {

/// What lines of a plan look like. All views are of the text that was given.

[[nodiscard]] bool isUpper(char c) noexcept;

/// Without blanks and the marks of Markdown headings at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// "Policy H1: Homes ........ 12", or a page number far behind the title.
[[nodiscard]] bool isContentsLine(std::string_view line) noexcept;

/// "H1", "BH-2", "GS1.3": what a caption or a policy is called; nothing when it has no digit.
[[nodiscard]] std::string_view idAt(std::string_view text) noexcept;

/// What stands behind "Policy " or "Map " at the front of a line, or nothing. `word` is in lower case.
[[nodiscard]] std::string_view behindWord(std::string_view line, std::string_view word);

} // namespace merestone
