// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/text_layout.hpp"

#include <ostream>
#include <string>
#include <vector>

namespace merestone {

/// A table for people: each cell is wrapped within its column, and a row is as high as its highest cell. All text goes
/// through printable(). A cell is a list of paragraphs.
class TextTable {
public:
    struct Column {
        std::string title;
        std::size_t share = 1; ///< of the width that is left after the gaps, relative to the other columns
    };
    using Cell = std::vector<std::string>;

    TextTable(std::ostream& out, TextStyle style, std::vector<Column> columns);

    void heading();
    void row(const std::vector<Cell>& cells);

private:
    void line(const std::vector<std::string>& parts, bool strong);

    std::ostream& m_out;
    TextStyle m_style;
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_widths;
};

/// The lines of a text at most `width` columns wide; words that are longer are cut.
[[nodiscard]] std::vector<std::string> wrappedLines(const std::string& text, std::size_t width);

} // namespace merestone
