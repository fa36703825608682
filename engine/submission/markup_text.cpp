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

/// What an element of an office document puts into the text, by its whole tag in lower case.
std::string_view officeBreak(std::string_view tag) {
    if (tag.starts_with("</w:p>") || tag.starts_with("</text:p>") || tag.starts_with("</text:h>")) {
        return "\n\n";
    }
    const bool pageBreak = tag.starts_with("<w:lastrenderedpagebreak") || tag.starts_with("<text:soft-page-break") ||
                           (tag.starts_with("<w:br") && tag.find("\"page\"") != std::string_view::npos);
    if (pageBreak) {
        return "\f";
    }
    if (tag.starts_with("<w:br") || tag.starts_with("<text:line-break")) {
        return "\n";
    }
    return tag.starts_with("<w:tab") || tag.starts_with("<text:tab") || tag.starts_with("<text:s/") ||
                   tag.starts_with("<text:s ")
               ? " "
               : "";
}

} // namespace

std::string officeText(const std::string& xml) {
    const std::string lower = lowered(xml);
    std::string result;
    for (std::size_t i = 0; i < xml.size();) {
        if (xml[i] == '&') {
            const auto [text, length] = entityAt(std::string_view(xml).substr(i));
            result += text;
            i += length;
        } else if (xml[i] != '<') {
            result += xml[i] == '\n' || xml[i] == '\r' ? ' ' : xml[i];
            ++i;
        } else {
            const std::size_t end = findOrEnd(xml, ">", i) + 1;
            result += officeBreak(std::string_view(lower).substr(i, end - i));
            i = end;
        }
    }
    return result;
}

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
