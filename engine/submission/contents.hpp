// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A line of a table of contents, and where the heading that it announces stands.
struct ContentsEntry {
    std::string title;
    std::string policy;           ///< id, for "Policy H1: Homes"
    std::size_t statedPage = 0;   ///< as printed
    std::size_t expectedPage = 0; ///< that page, counted from the first page of the document
    bool isThere = false;         ///< a line behind the table reads so
    /// The page of that line, of several the nearest to the expected one. Nothing in a text without pages.
    std::optional<std::size_t> foundPage;
};

/// Reads the table under a heading "Contents": lines that end in a page number behind dots or a wide gap, until three
/// other lines follow one another. Titles are compared by their letters and digits; a heading may run over two lines.
/// Plans print page numbers that begin anywhere: the shift that most headings agree with is the plan's own. At most 500
/// lines. `text` has a form feed behind each page; a text without any has no pages to compare.
[[nodiscard]] std::vector<ContentsEntry> readContents(const std::string& text);

} // namespace merestone
