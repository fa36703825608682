// SPDX-License-Identifier: MIT
#include "catalogue/text_table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace merestone {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 6; ///< of a column, however narrow the terminal

/// Where the text's first `width` characters end, in bytes.
std::size_t cutAt(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    for (std::size_t seen = 0; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
        if (starts && seen++ == width) {
            break;
        }
    }
    return end;
}

} // namespace

std::vector<std::string> wrappedLines(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && displayWidth(line) + 1 + displayWidth(word) > width) {
            lines.push_back(std::move(line));
            line.clear();
        }
        while (displayWidth(word) > width) { // ids break after a hyphen or slash where they can
            const std::size_t most = cutAt(word, width);
            const std::size_t soft = word.substr(0, most).find_last_of("/-_");
            const std::size_t cut = soft == std::string_view::npos ? most : soft + 1;
            lines.emplace_back(word.substr(0, cut));
            word.remove_prefix(cut);
        }
        if (!word.empty()) {
            line += (line.empty() ? "" : " ") + std::string(word);
        }
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

TextTable::TextTable(std::ostream& out, TextStyle style, std::vector<Column> columns)
    : m_out(out), m_style(style), m_columns(std::move(columns)) {
    const std::size_t shares = std::accumulate(m_columns.begin(), m_columns.end(), std::size_t{0},
                                               [](std::size_t sum, const Column& each) { return sum + each.share; });
    const std::size_t gaps = kGap * (m_columns.size() - 1);
    const std::size_t room = m_style.width > gaps ? m_style.width - gaps : 0;
    for (const Column& column : m_columns) {
        m_widths.push_back(std::max(kNarrowest, room * column.share / shares));
    }
}

void TextTable::line(const std::vector<std::string>& parts, bool strong) {
    std::string text;
    std::size_t used = 0;
    std::size_t column = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].empty()) {
            text += std::string(column - used, ' ') + parts[i];
            used = column + displayWidth(parts[i]);
        }
        column += m_widths[i] + kGap;
    }
    const bool coloured = strong && m_style.colour;
    m_out << (coloured ? "\x1b[1m" : "") << text << (coloured ? "\x1b[0m" : "") << '\n';
}

void TextTable::heading() {
    std::vector<std::string> titles;
    for (const Column& column : m_columns) {
        titles.push_back(column.title);
    }
    line(titles, true);
}

void TextTable::row(const std::vector<Cell>& cells) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::vector<std::string> lines;
        for (const std::string& paragraph : cells[i]) {
            for (std::string& wrapped : wrappedLines(printable(paragraph), m_widths[i])) {
                lines.push_back(std::move(wrapped));
            }
        }
        height = std::max(height, lines.size());
        columns.push_back(std::move(lines));
    }
    for (std::size_t at = 0; at < height; ++at) {
        std::vector<std::string> parts;
        for (const std::vector<std::string>& lines : columns) {
            parts.push_back(at < lines.size() ? lines[at] : std::string());
        }
        line(parts, false);
    }
}

} // namespace merestone
