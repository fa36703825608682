// SPDX-License-Identifier: MIT
#include "plan/yaml_text.hpp"

#include "base/text.hpp"
#include "plan/limits.hpp"
#include "plan/plan.hpp"

#include <algorithm>

namespace merestone {

namespace {

[[noreturn]] void refuse(Place place, const std::string& message) {
    throw PlanError({{std::move(place), message}});
}

/// The byte order mark of UTF-8 is allowed, those of UTF-16 get their own message.
std::string_view withoutMark(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        refuse({file, 1, 1}, "the file is in UTF-16; save it as UTF-8");
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    return bytes;
}

std::string withLineFeeds(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') {
            text += bytes[i];
        } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
            text += '\n';
        }
    }
    return text;
}

bool isForbidden(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

/// Brackets that are still open at the worst place. Quotes and comments are not looked at: the limit is far above
/// what any text holds, and only keeps the parser from queueing millions of brackets.
std::size_t mostOpenBrackets(std::string_view text) noexcept {
    std::size_t open = 0;
    std::size_t most = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') {
            most = std::max(most, ++open);
        } else if ((c == ']' || c == '}') && open > 0) {
            --open;
        }
    }
    return most;
}

} // namespace

YamlText::YamlText(const std::string& bytes, const std::string& file) {
    if (bytes.size() > kMaximumFileBytes) {
        refuse({file, 0, 0}, "the file is larger than 10 MiB; rules are small, keep data in layers beside the plan");
    }
    m_text = withLineFeeds(withoutMark(bytes, file));
    m_lineStarts.push_back(0);
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        if (m_text[i] == '\n') {
            m_lineStarts.push_back(i + 1);
        }
    }
    const int lines = static_cast<int>(m_lineStarts.size());
    for (int number = 1; number <= lines; ++number) {
        const std::string_view content = line(number);
        const auto bad = std::find_if(content.begin(), content.end(), isForbidden);
        const Place place{file, number, 0};
        if (!isUtf8(content)) {
            refuse(place, "the line is not UTF-8 text; save the file as UTF-8");
        }
        if (bad != content.end()) {
            const int at = column(number, static_cast<int>(bad - content.begin()));
            refuse({file, number, at}, "control character " + printable(std::string_view(&*bad, 1)) + "; remove it");
        }
    }
    if (mostOpenBrackets(m_text) > kMaximumOpenBrackets) {
        refuse({file, 0, 0}, "more than " + std::to_string(kMaximumOpenBrackets) +
                                 " brackets are open at once; close each '[' and '{'");
    }
}

std::string_view YamlText::line(int number) const noexcept {
    if (number < 1 || static_cast<std::size_t>(number) > m_lineStarts.size()) {
        return {};
    }
    const std::size_t index = static_cast<std::size_t>(number) - 1;
    const std::size_t begin = m_lineStarts[index];
    const std::size_t end = index + 1 < m_lineStarts.size() ? m_lineStarts[index + 1] - 1 : m_text.size();
    return std::string_view(m_text).substr(begin, end - begin);
}

int YamlText::column(int number, int byteOffset) const noexcept {
    const std::string_view before = line(number).substr(0, static_cast<std::size_t>(std::max(byteOffset, 0)));
    const auto characters = std::count_if(before.begin(), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return static_cast<int>(characters) + 1;
}

bool YamlText::hasTabIndent(int number) const noexcept {
    const std::string_view content = line(number);
    const std::size_t end = std::min(content.find_first_not_of(" \t"), content.size());
    return content.substr(0, end).find('\t') != std::string_view::npos;
}

} // namespace merestone
