// SPDX-License-Identifier: MIT
#include "expressions/like.hpp"

#include "base/utf8.hpp"

#include <cstddef>

namespace merestone::expressions {

namespace {

/// One element of a pattern.
struct Element {
    enum class Kind { anything, oneCharacter, literal } kind = Kind::literal;
    char byte = '\0';       ///< of a literal
    std::size_t length = 1; ///< bytes of the pattern
};

Element elementAt(std::string_view pattern, std::size_t at, char escape) noexcept {
    if (escape != '\0' && pattern[at] == escape && at + 1 < pattern.size()) {
        return {Element::Kind::literal, pattern[at + 1], 2};
    }
    if (pattern[at] == '%') {
        return {Element::Kind::anything, '%', 1};
    }
    if (pattern[at] == '_') {
        return {Element::Kind::oneCharacter, '_', 1};
    }
    return {Element::Kind::literal, pattern[at], 1};
}

char folded(char c, bool caseless) noexcept {
    return caseless && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool isLike(std::string_view text, std::string_view pattern, const LikeOptions& options) noexcept {
    constexpr std::size_t kNone = std::string_view::npos;
    std::size_t at = 0;
    std::size_t wanted = 0;
    std::size_t afterAnything = kNone; // where the pattern goes on behind the last %
    std::size_t retry = 0;             // where in the text that % ends for now
    while (at < text.size()) {
        std::size_t taken = 0;
        if (wanted < pattern.size()) {
            const Element element = elementAt(pattern, wanted, options.escape);
            if (element.kind == Element::Kind::anything) {
                wanted += element.length;
                afterAnything = wanted;
                retry = at;
                continue;
            }
            if (element.kind == Element::Kind::oneCharacter) {
                taken = decodeFirst(text.substr(at)).length;
            } else if (folded(text[at], options.caseless) == folded(element.byte, options.caseless)) {
                taken = 1;
            }
            wanted += taken > 0 ? element.length : 0;
        }
        if (taken > 0) {
            at += taken;
        } else if (afterAnything != kNone) {
            retry += decodeFirst(text.substr(retry)).length; // the % takes one character more
            at = retry;
            wanted = afterAnything;
        } else {
            return false;
        }
    }
    while (wanted < pattern.size() && elementAt(pattern, wanted, options.escape).kind == Element::Kind::anything) {
        ++wanted;
    }
    return wanted == pattern.size();
}

} // namespace merestone::expressions
