// SPDX-License-Identifier: MIT
#include "exchange/text_layout.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr std::size_t kNarrowest = 20; // room for text, however deep it is indented

std::string_view colourOf(Tone tone) noexcept {
    switch (tone) {
    case Tone::strong:
        return "\x1b[1m";
    case Tone::faint:
        return "\x1b[2m";
    case Tone::bad:
        return "\x1b[1;31m";
    case Tone::doubtful:
        return "\x1b[1;33m";
    case Tone::good:
        return "\x1b[32m";
    case Tone::plain:
        break;
    }
    return "";
}

} // namespace

std::size_t displayWidth(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void TextLayout::toned(std::string_view text, Tone tone) {
    if (m_style.colour && tone != Tone::plain) {
        m_out << colourOf(tone) << text << "\x1b[0m";
    } else {
        m_out << text;
    }
}

void TextLayout::wrap(std::size_t column, std::size_t indent, std::string_view text, Tone tone) {
    const std::size_t limit = std::max(m_style.width, indent + kNarrowest);
    std::string line;
    std::size_t used = column;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) {
            continue;
        }
        const std::size_t width = displayWidth(word);
        if (!line.empty() && used + 1 + width > limit) {
            toned(line, tone);
            m_out << '\n' << std::string(indent, ' ');
            line.clear();
            used = indent;
        }
        used += width + (line.empty() ? 0 : 1);
        line += (line.empty() ? "" : " ") + std::string(word);
    }
    toned(line, tone);
    m_out << '\n';
}

void TextLayout::paragraph(std::string_view lead, std::string_view text, Tone tone) {
    const std::string safeLead = printable(lead);
    m_out << safeLead;
    const std::size_t indent = displayWidth(safeLead);
    wrap(indent, indent, printable(text), tone);
}

void TextLayout::marked(std::string_view indent, std::string_view mark, Tone tone, std::string_view text) {
    const std::string safeMark = printable(mark);
    m_out << indent;
    toned(safeMark, tone);
    m_out << ' ';
    const std::size_t column = displayWidth(indent) + displayWidth(safeMark) + 1;
    wrap(column, displayWidth(indent) + 2, printable(text), Tone::plain);
}

} // namespace merestone
