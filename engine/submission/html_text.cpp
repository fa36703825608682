// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "submission/document_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace merestone {

namespace {

struct Entity {
    std::string_view name;
    std::string_view text;
};

constexpr std::array kEntities{Entity{"amp", "&"},        Entity{"lt", "<"},       Entity{"gt", ">"},
                               Entity{"quot", "\""},      Entity{"apos", "'"},     Entity{"nbsp", " "},
                               Entity{"ndash", "-"},      Entity{"mdash", "-"},    Entity{"rsquo", "'"},
                               Entity{"lsquo", "'"},      Entity{"ldquo", "\""},   Entity{"rdquo", "\""},
                               Entity{"pound", "\u00A3"}, Entity{"hellip", "..."}, Entity{"sup2", "2"}};

// Elements that stay within a line; all others part paragraphs.
constexpr std::string_view kInline = " a abbr b cite code em font i mark small span strong sub sup u ";

/// Offset of `what` at or behind `from` in lower-case text, or the end.
std::size_t findOrEnd(std::string_view text, std::string_view what, std::size_t from) {
    return std::min(text.find(what, from), text.size());
}

/// "&amp;" at the front of `text`: what it stands for and how long it is; an ampersand alone is itself.
std::pair<std::string_view, std::size_t> entityAt(std::string_view text) {
    const std::size_t end = text.substr(0, 12).find(';');
    if (end != std::string_view::npos) {
        const std::string_view name = text.substr(1, end - 1);
        for (const Entity& entity : kEntities) {
            if (entity.name == name) {
                return {entity.text, end + 1};
            }
        }
        if (name.starts_with('#')) {
            return {" ", end + 1}; // a sign that is none of the usual ones
        }
    }
    return {"&", 1};
}

/// The name of the tag at the front of `text`, which begins with '<': "p" for "</p>".
std::string tagName(std::string_view lower) {
    std::size_t begin = lower.starts_with("</") ? 2 : 1;
    std::size_t end = begin;
    while (end < lower.size() &&
           ((lower[end] >= 'a' && lower[end] <= 'z') || (lower[end] >= '0' && lower[end] <= '9'))) {
        ++end;
    }
    return std::string(lower.substr(begin, end - begin));
}

} // namespace

std::string htmlText(const std::string& html) {
    const std::string lower = lowered(html);
    std::string result;
    for (std::size_t i = 0; i < html.size();) {
        if (html[i] == '&') {
            const auto [text, length] = entityAt(std::string_view(html).substr(i));
            result += text;
            i += length;
        } else if (html[i] != '<') {
            result += html[i] == '\n' || html[i] == '\r' ? ' ' : html[i];
            ++i;
        } else if (lower.compare(i, 4, "<!--") == 0) {
            i = findOrEnd(lower, "-->", i) + 3;
        } else {
            const std::string name = tagName(std::string_view(lower).substr(i));
            if (name == "script" || name == "style") {
                i = findOrEnd(lower, "</" + name, i + 1);
            }
            i = findOrEnd(html, ">", i) + 1;
            result += kInline.find(" " + name + " ") != std::string_view::npos ? "" : name == "br" ? "\n" : "\n\n";
        }
    }
    return result;
}

} // namespace merestone
