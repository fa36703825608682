// SPDX-License-Identifier: MIT
#include "prose/phrase_pattern.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace merestone {

namespace {

// Patterns come from strangers' packs: no pattern may cost much to write out or to look for.
constexpr std::size_t kMostSpellings = 1000;
constexpr std::size_t kLongestPattern = 1000;
constexpr std::size_t kMostSteps = 40;
constexpr std::size_t kMostGaps = 2;
constexpr int kDeepest = 8;

using Kind = PhraseStep::Kind;
using Spellings = std::vector<PhraseSpelling>;

class PatternParser {
public:
    explicit PatternParser(std::string_view pattern) : m_pattern(pattern) {}

    Spellings parse() {
        if (m_pattern.size() > kLongestPattern) {
            fail("is longer than " + std::to_string(kLongestPattern) + " characters");
        }
        Spellings result = alternatives(0);
        if (m_at < m_pattern.size()) {
            fail("has a '" + std::string(1, m_pattern[m_at]) + "' that closes nothing");
        }
        for (const PhraseSpelling& spelling : result) {
            check(spelling);
        }
        return result;
    }

private:
    [[noreturn]] void fail(const std::string& why) const {
        throw Error(ErrorCode::plan, "phrase '" + printable(m_pattern.substr(0, 80)) + "' " + why);
    }

    void check(const PhraseSpelling& spelling) const {
        const auto isEnd = [](const PhraseStep& step) { return step.kind == Kind::end; };
        if (spelling.size() > 1 && std::any_of(spelling.begin(), spelling.end() - 1, isEnd)) {
            fail("goes on behind '$'");
        }
        const auto isGap = [](const PhraseStep& step) { return step.kind == Kind::gap; };
        if (spelling.empty() || isGap(spelling.front()) || isGap(spelling.back())) {
            fail("must begin and end with a word");
        }
        const bool open = std::all_of(spelling.begin(), spelling.end(), [&](const PhraseStep& step) {
            return step.kind == Kind::anyWord || step.kind == Kind::end || isGap(step);
        });
        if (open) {
            fail("fits everything");
        }
        if (std::count_if(spelling.begin(), spelling.end(), isGap) > static_cast<std::ptrdiff_t>(kMostGaps) ||
            spelling.size() > kMostSteps) {
            fail("is too long, or has more than two '...'");
        }
    }

    /// "a b|c" up to a closing bracket.
    Spellings alternatives(int depth) {
        if (depth > kDeepest) {
            fail("has too many brackets inside one another");
        }
        Spellings result = sequence(depth);
        while (peek() == '|') {
            ++m_at;
            Spellings more = sequence(depth);
            result.insert(result.end(), more.begin(), more.end());
            limit(result.size());
        }
        return result;
    }

    Spellings sequence(int depth) {
        Spellings result{{}};
        for (char c = peek(); c != '\0' && c != '|' && c != ')' && c != ']'; c = peek()) {
            if (c == '(' || c == '[') {
                append(result, group(depth));
            } else if (isPartOfWord(c)) {
                append(result, {{word()}});
            } else if (m_pattern.substr(m_at, 3) == "...") {
                m_at += 3;
                append(result, {{{Kind::gap, {}, {}}}});
            } else if (c == '#' || c == '@' || c == '_' || c == '$') {
                append(result, {{sign()}});
            } else if (c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '/') {
                ++m_at;
            } else {
                fail("has a '" + std::string(1, c) + "', which means nothing here");
            }
        }
        return result;
    }

    Spellings group(int depth) {
        const bool optional = m_pattern[m_at] == '[';
        ++m_at;
        Spellings inside = alternatives(depth + 1);
        if (peek() != (optional ? ']' : ')')) {
            fail(optional ? "lacks a ']'" : "lacks a ')'");
        }
        ++m_at;
        inside = joinedWords(std::move(inside));
        if (optional) {
            inside.emplace_back();
        }
        return inside;
    }

    /// Alternatives of one word each are one step: otherwise a few lists in a row would have thousands of spellings.
    static Spellings joinedWords(Spellings alternatives) {
        PhraseStep joined;
        const auto isOneWord = [](const PhraseSpelling& spelling) {
            return spelling.size() == 1 && spelling.front().kind == Kind::word;
        };
        for (const PhraseSpelling& spelling : alternatives) {
            if (isOneWord(spelling)) {
                const PhraseStep& step = spelling.front();
                joined.words.insert(joined.words.end(), step.words.begin(), step.words.end());
                joined.prefixes.insert(joined.prefixes.end(), step.prefixes.begin(), step.prefixes.end());
            }
        }
        const std::size_t before = alternatives.size();
        std::erase_if(alternatives, isOneWord);
        if (alternatives.size() < before) {
            alternatives.push_back({std::move(joined)});
        }
        return alternatives;
    }

    PhraseStep word() {
        const std::size_t begin = m_at;
        while (isPartOfWord(peek())) {
            ++m_at;
        }
        const std::string text = lowered(m_pattern.substr(begin, m_at - begin));
        if (peek() == '*') {
            ++m_at;
            return {Kind::word, {}, {text}};
        }
        return {Kind::word, {text}, {}};
    }

    PhraseStep sign() {
        const char c = m_pattern[m_at++];
        if (c == '#' && m_pattern.substr(m_at, 4) == "year") {
            m_at += 4;
            return {Kind::year, {}, {}};
        }
        return {c == '#' ? Kind::number : c == '@' ? Kind::reference : c == '$' ? Kind::end : Kind::anyWord, {}, {}};
    }

    void append(Spellings& result, const Spellings& parts) const {
        limit(result.size() * parts.size());
        Spellings longer;
        for (const PhraseSpelling& front : result) {
            for (const PhraseSpelling& part : parts) {
                longer.push_back(front);
                longer.back().insert(longer.back().end(), part.begin(), part.end());
            }
        }
        result = std::move(longer);
    }

    void limit(std::size_t spellings) const {
        if (spellings > kMostSpellings) {
            fail("stands for more than " + std::to_string(kMostSpellings) + " spellings; write it as several");
        }
    }

    static bool isPartOfWord(char c) noexcept {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '%' ||
               (static_cast<unsigned char>(c) & 0x80U) != 0;
    }
    [[nodiscard]] char peek() const noexcept { return m_at < m_pattern.size() ? m_pattern[m_at] : '\0'; }

    std::string_view m_pattern;
    std::size_t m_at = 0;
};

} // namespace

std::vector<PhraseSpelling> phraseSpellings(std::string_view pattern) {
    return PatternParser(pattern).parse();
}

} // namespace merestone
