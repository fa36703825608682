// SPDX-License-Identifier: MIT
#include "expressions/tokens.hpp"

#include "base/text.hpp"
#include "base/unit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace merestone::expressions {

namespace {

constexpr std::array<std::string_view, 10> kConditionWords{"and", "or",     "not",  "in",      "like",
                                                           "is",  "escape", "null", "between", "ilike"};
constexpr std::string_view kMarks = "()<>=!+-*/,";
constexpr const char* kQuantityRemedy =
    "put the quantity into a parameter, or write the number in the unit of the other side";

std::string quoted(std::string_view text) {
    return "'" + printable(text) + "'";
}

/// Looks at the tokens one by one with their neighbours.
class TokenCheck {
public:
    TokenCheck(const std::vector<Token>& tokens, const SourceText& source) : m_tokens(tokens), m_source(source) {}

    void run() {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            checkNeighbours(i);
            switch (m_tokens[i].kind) {
            case TokenKind::number:
                checkNumber(i);
                break;
            case TokenKind::word:
                checkWord(i);
                break;
            case TokenKind::mark:
                checkMark(i);
                break;
            case TokenKind::name:
                if (m_tokens[i].name.empty()) {
                    fail(i, "a name is empty; write one between the double quotes, or '' for an empty text");
                }
                break;
            case TokenKind::text:
                break;
            }
        }
    }

private:
    [[nodiscard]] std::string_view at(std::size_t i) const {
        return i < m_tokens.size() ? spelling(m_tokens[i], m_source) : std::string_view();
    }
    [[nodiscard]] bool isKind(std::size_t i, TokenKind kind) const {
        return i < m_tokens.size() && m_tokens[i].kind == kind;
    }
    /// Whether token i begins a value, so that a % before it would be a calculation.
    [[nodiscard]] bool beginsValue(std::size_t i) const {
        return isKind(i, TokenKind::name) || isKind(i, TokenKind::number) || at(i) == "(" || at(i) == "-";
    }
    [[noreturn]] void fail(std::size_t i, const std::string& message) const {
        m_source.fail(m_tokens[i].begin, message);
    }

    void checkNumber(std::size_t i) const {
        const std::string_view text = at(i);
        double value = 0.0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || !std::isfinite(value)) {
            fail(i, "the number " + quoted(text) + " is too large or too small; write one between 1e-300 and 1e300");
        }
        if (end != text.data() + text.size()) {
            fail(i, quoted(text) + " is no number; write digits with a decimal point, like 0.5 or 1e6");
        }
    }

    void checkWord(std::size_t i) const {
        if (lowered(at(i)) == "null" && !(i > 0 && followsIs(i - 1))) {
            fail(i, "nothing is equal to NULL, not even NULL; write 'x IS NULL' or 'x IS NOT NULL'");
        }
    }

    /// Two values side by side: a unit behind a number, a forgotten AND, another clause of SQL.
    void checkNeighbours(std::size_t i) const {
        const bool ends =
            isKind(i, TokenKind::name) || isKind(i, TokenKind::number) || isKind(i, TokenKind::text) || at(i) == ")";
        const bool begins =
            isKind(i + 1, TokenKind::name) || isKind(i + 1, TokenKind::number) || isKind(i + 1, TokenKind::text);
        if (!ends || !begins) {
            return;
        }
        const Token& next = m_tokens[i + 1];
        if (isKind(i, TokenKind::number) && next.kind == TokenKind::name && parseUnit(next.name)) {
            const std::string written(m_source.text(), m_tokens[i].begin, next.end - m_tokens[i].begin);
            fail(i + 1, quoted(written) + " carries a unit; " + kQuantityRemedy);
        }
        fail(i + 1, quoted(at(i + 1)) + " is not expected behind " + quoted(at(i)) +
                        (next.reserved ? "; only a condition stands here, no other part of SQL"
                                       : "; join conditions with AND or OR, and leave units out"));
    }

    [[nodiscard]] bool followsIs(std::size_t i) const {
        const std::string word = lowered(at(i));
        return word == "is" || (word == "not" && i > 0 && lowered(at(i - 1)) == "is");
    }

    void checkMark(std::size_t i) {
        const std::string_view mark = at(i);
        if (mark == ".") {
            failAtDot(i);
        }
        if (mark == "%") {
            if (i > 0 && isKind(i - 1, TokenKind::number) && !beginsValue(i + 1)) {
                fail(i, quoted(std::string(at(i - 1)) + " %") + " carries a unit; " + kQuantityRemedy);
            }
            fail(i, "'%' is no operator here; write a percentage as a number or put it into a parameter");
        }
        if (kMarks.find(mark) == std::string_view::npos) {
            fail(i, "the character " + quoted(mark) +
                        " has no meaning here; names with such characters, and texts, "
                        "stand in quotes (\"name\", 'text')");
        }
        if (mark == "(" && ++m_depth > kDeepestExpression) {
            fail(i, "more than " + std::to_string(kDeepestExpression) + " parentheses inside each other; simplify it");
        }
        if (mark == ")" && m_depth > 0) {
            --m_depth;
        }
    }

    [[noreturn]] void failAtDot(std::size_t i) const {
        if (isKind(i + 1, TokenKind::number)) {
            if (i > 0 && isKind(i - 1, TokenKind::number)) {
                fail(i, "'.' is not expected here; a number has one decimal point");
            }
            fail(i, "a number begins with a digit; write 0." + std::string(at(i + 1)));
        }
        if (i > 0 && isKind(i - 1, TokenKind::name) && isKind(i + 1, TokenKind::name)) {
            const std::string name = m_tokens[i - 1].name + "." + m_tokens[i + 1].name;
            fail(i - 1, "a dot in " + quoted(name) +
                            "; write a column by its name alone, or in double quotes if the "
                            "dot belongs to the name");
        }
        fail(i, "'.' is not expected here; names with a dot stand in double quotes");
    }

    const std::vector<Token>& m_tokens;
    const SourceText& m_source;
    std::size_t m_depth = 0;
};

} // namespace

std::string_view spelling(const Token& token, const SourceText& source) noexcept {
    return std::string_view(source.text()).substr(token.begin, token.end - token.begin);
}

void nameReservedWords(std::vector<Token>& tokens, const SourceText& source) {
    for (Token& token : tokens) {
        const std::string word = token.kind == TokenKind::word ? lowered(spelling(token, source)) : "and";
        if (std::find(kConditionWords.begin(), kConditionWords.end(), word) == kConditionWords.end()) {
            token.kind = TokenKind::name;
            token.name = spelling(token, source);
            token.reserved = true;
        }
    }
}

void checkTokens(const std::vector<Token>& tokens, const SourceText& source) {
    TokenCheck(tokens, source).run();
}

std::string explainStop(const std::vector<Token>& tokens, std::size_t at, const SourceText& source) {
    if (at >= tokens.size()) {
        const auto count = [&](std::string_view mark) {
            return std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
                return token.kind == TokenKind::mark && spelling(token, source) == mark;
            });
        };
        return count("(") > count(")") ? "it ends too early; close the parenthesis"
                                       : "it ends too early; something is missing after the last word";
    }
    const std::string_view text = spelling(tokens[at], source);
    if (text == "+" && (at == 0 || tokens[at - 1].kind == TokenKind::mark)) {
        return "'+' is not expected here; leave a plus before a number out";
    }
    if (text == "=" && at > 0 && spelling(tokens[at - 1], source) == "=") {
        return "'=' is not expected here; write equality with one '='";
    }
    return quoted(text) + " is not expected here; look at what stands before it";
}

} // namespace merestone::expressions
