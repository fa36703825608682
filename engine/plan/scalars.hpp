// SPDX-License-Identifier: MIT
#pragma once

#include "plan/problems.hpp"

#include <optional>
#include <span>
#include <string>

namespace merestone {

// Readers of single values. `label` names the value in messages: "'title' of policy 'H1'". Each reports what is
// wrong, with the remedy, and gives nothing then.

/// "a list", "a mapping", "empty" or "a text".
[[nodiscard]] std::string kindName(const YamlNode& node);

/// Any scalar, quoted or not, without blanks at its ends. Empty ones are refused.
[[nodiscard]] std::optional<std::string> readText(const YamlNode& node, const std::string& label, Problems& problems);

/// `true` or `false`, unquoted.
[[nodiscard]] std::optional<bool> readFlag(const YamlNode& node, const std::string& label, Problems& problems);

/// One of the words.
[[nodiscard]] std::optional<std::string> readWord(const YamlNode& node, std::span<const std::string> words,
                                                  const std::string& label, Problems& problems);

/// "2026-09-01"; with `orYear` also "2026".
enum class DateForm { day, dayOrYear };
[[nodiscard]] std::optional<std::string> readDate(const YamlNode& node, DateForm form, const std::string& label,
                                                  Problems& problems);

/// A value whose kind the file itself decides: true/false, a number or quantity when unquoted, else text. Unquoted
/// text that begins like a quantity but has an unknown unit is refused.
[[nodiscard]] std::optional<ParameterValue> readAnyValue(const YamlNode& node, const std::string& label,
                                                         Problems& problems);

} // namespace merestone
