// SPDX-License-Identifier: MIT
#pragma once

#include "base/unit.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Inner parts of expressions: nothing here is for other rooms.
namespace merestone::expressions {

enum class NodeKind : std::uint8_t {
    number,       ///< literal
    text,         ///< literal
    name,         ///< not yet looked up
    numberSymbol, ///< looked up
    textSymbol,
    add,
    subtract,
    multiply,
    divide,
    scale, ///< number * multiplier / divisor: brings a value to another unit
    absolute,
    least,
    greatest,
    coalesce,
    compare,
    between,
    in,
    like,
    isNull,
    conjunction, ///< AND of two or more
    disjunction, ///< OR of two or more
    negation,
};

enum class ValueType : std::uint8_t { number, text, condition };

enum class Comparator : std::uint8_t { equal, notEqual, less, lessOrEqual, greater, greaterOrEqual };

constexpr std::size_t kNoPosition = static_cast<std::size_t>(-1);

/// A part of an expression. Made by parse(), completed by resolve() and checkUnits(), never changed afterwards.
struct Node {
    NodeKind kind = NodeKind::number;
    ValueType type = ValueType::number;
    Comparator comparator = Comparator::equal; ///< of compare
    bool caseless = false;                     ///< ILIKE
    bool quoted = false;                       ///< a name in double quotes
    bool sourceColumn = false;                 ///< a symbol that may be pushed down
    bool sortedLiterals = false;               ///< IN: all items are literals, in ascending order
    char escape = '\0';                        ///< LIKE … ESCAPE
    std::size_t position = kNoPosition;        ///< byte of the first name in the text
    std::size_t symbol = 0;                    ///< index into the symbol list
    double number = 0.0;                       ///< literal; scale: multiplier
    double divisor = 1.0;                      ///< scale
    std::string text;                          ///< literal; name as written, then of the symbol
    std::optional<Unit> unit;                  ///< of both sides of compare and between, nothing when bare
    std::vector<Node> children;
};

/// The node as a person would write it: "dwellings / net_area".
[[nodiscard]] std::string describe(const Node& node);
/// The same for a message: printable, cut when it is long, in single quotes unless it is a literal.
[[nodiscard]] std::string quoted(const Node& node);

[[nodiscard]] const char* sign(Comparator comparator) noexcept;
/// The comparator that holds exactly when this one does not.
[[nodiscard]] Comparator opposite(Comparator comparator) noexcept;
/// The comparator with its sides exchanged: 3 < a is a > 3.
[[nodiscard]] Comparator mirrored(Comparator comparator) noexcept;

} // namespace merestone::expressions
