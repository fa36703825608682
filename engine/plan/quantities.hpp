// SPDX-License-Identifier: MIT
#pragma once

#include "plan/problems.hpp"

namespace merestone {

/// "a length", "an area", "a number of dwellings", "a plain number" …
[[nodiscard]] std::string dimensionName(const Dimension& dimension);

/// The unit that `symbol` names; for units written in this source only (precondition: known).
[[nodiscard]] Unit knownUnit(std::string_view symbol);

/// Why `text` is no quantity in the dimension of `expected`, with the remedy, or an empty string. `label` names the
/// value in the message: "'radius' of measure 'n'". A bare number is refused unless a plain number is expected.
[[nodiscard]] std::string whyNoQuantity(const std::string& text, const Unit& expected, const std::string& label);

/// Why a quantity (of a parameter or fact called `name`) cannot stand where `expected` is due, or an empty string.
[[nodiscard]] std::string whyNotIn(const Quantity& quantity, const Unit& expected, const std::string& label);

/// A quantity in the dimension of `expected`; reports and gives nothing otherwise. Text in quotes counts too.
[[nodiscard]] std::optional<Quantity> readQuantity(const YamlNode& node, const Unit& expected, const std::string& label,
                                                   Problems& problems);

/// A unit by its name; reports unknown ones with a suggestion.
[[nodiscard]] std::optional<Unit> readUnit(const YamlNode& node, const std::string& label, Problems& problems);

/// Whether the text begins like "30 hectares": a number with a word or percent sign behind it.
[[nodiscard]] bool looksLikeQuantity(std::string_view text) noexcept;

} // namespace merestone
