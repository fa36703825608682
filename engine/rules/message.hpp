// SPDX-License-Identifier: MIT
#pragma once

#include "rules/names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// What a message may mention beside the names of the rule.
struct MessageFacts {
    std::string id;
    std::string name;     ///< falls back to the id
    std::string other;    ///< name or id of the other feature
    std::string measured; ///< figures with their unit
    std::string limit;
    std::string margin;
    std::string quote; ///< passages of a text
};

/// A message with places to fill in: "{name} holds {dwellings} homes on {net_area:.2f} ha". A number stands with its
/// unit unless a number of decimals is asked for. "{{" is a brace.
class MessageTemplate {
public:
    MessageTemplate() = default;
    /// Throws Error(plan) naming the place and the nearest known name when a placeholder is unknown or not closed.
    MessageTemplate(const PlacedText& text, const NameTable& names);

    [[nodiscard]] bool empty() const noexcept { return m_pieces.empty(); }
    [[nodiscard]] std::string render(const RowValues& values, std::uint32_t row, const MessageFacts& facts) const;
    /// Positions in the name table that it mentions.
    [[nodiscard]] std::vector<std::size_t> usedSymbols() const;

private:
    struct Piece {
        std::string literal;
        int symbol = -1; ///< in the name table
        int fact = -1;   ///< one of MessageFacts
        std::optional<int> decimals;
    };
    void addPlaceholder(const std::string& inside, const PlacedText& text, const NameTable& names);

    std::vector<Piece> m_pieces;
};

} // namespace merestone
