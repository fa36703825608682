// SPDX-License-Identifier: MIT
#pragma once

#include "expressions/source_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace merestone::expressions {

enum class TokenKind : std::uint8_t { name, text, number, word, mark };

/// A token as GDAL's lexer cuts it.
struct Token {
    TokenKind kind = TokenKind::mark;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string name;      ///< of a name, without its quotes
    bool reserved = false; ///< a name that OGR SQL reserves for other clauses: "limit"
};

[[nodiscard]] std::string_view spelling(const Token& token, const SourceText& source) noexcept;

/// Words that only other clauses of SELECT know become names: there are no such clauses here, and "limit" or "order"
/// are good names for a parameter.
void nameReservedWords(std::vector<Token>& tokens, const SourceText& source);

/// Refuses what GDAL's lexer or grammar takes but a condition must not hold (NULL as a value, half-read numbers), and
/// what it would refuse without a remedy (quantities with a unit, values side by side).
void checkTokens(const std::vector<Token>& tokens, const SourceText& source);

/// Why GDAL's parser may have stopped at the token `at` (its number, or the size of the list for the end).
[[nodiscard]] std::string explainStop(const std::vector<Token>& tokens, std::size_t at, const SourceText& source);

} // namespace merestone::expressions
