// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace merestone {

/// How text for people is laid out.
struct TextStyle {
    bool colour = false;     ///< ANSI colours; only for a terminal
    std::size_t width = 100; ///< columns to wrap at
};

enum class Tone { plain, strong, faint, bad, doubtful, good };

/// Lines of text for a terminal or a file: wrapped at the width with a hanging indent, coloured where wanted. All
/// text goes through printable(), so nothing in it can steer the terminal. Colour only repeats what words say.
class TextLayout {
public:
    TextLayout(std::ostream& out, TextStyle style) : m_out(out), m_style(style) {}

    /// One paragraph; its first line begins with `lead`, the others are indented to where the text after it begins.
    void paragraph(std::string_view lead, std::string_view text, Tone tone = Tone::plain);
    /// `lead` in its tone, then `text` plain.
    void marked(std::string_view indent, std::string_view mark, Tone tone, std::string_view text);
    void blank() { m_out << '\n'; }

private:
    void wrap(std::size_t column, std::size_t indent, std::string_view text, Tone tone);
    void toned(std::string_view text, Tone tone);

    std::ostream& m_out;
    TextStyle m_style;
};

/// Columns that a printable text takes, one for each character (wide and combining ones are not told apart).
[[nodiscard]] std::size_t displayWidth(std::string_view text) noexcept;

} // namespace merestone
