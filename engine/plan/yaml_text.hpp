// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// The text of a YAML file, safe to hand to the parser, and its lines for finding characters in them.
class YamlText {
public:
    /// Takes off a byte order mark and makes every line end one line feed. Throws PlanError when the text is too
    /// large, not UTF-8, holds control characters or opens too many brackets.
    YamlText(const std::string& bytes, const std::string& file);

    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    /// Whether the line is indented with a tab.
    [[nodiscard]] bool hasTabIndent(int line) const noexcept;

private:
    /// Column of a character, from 1, for its byte offset in a line, from 0.
    [[nodiscard]] int column(int line, int byteOffset) const noexcept;
    [[nodiscard]] std::string_view line(int number) const noexcept;

    std::string m_text;
    std::vector<std::size_t> m_lineStarts;
};

} // namespace merestone
