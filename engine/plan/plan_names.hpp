// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// Whether `name` may stand bare in a condition: an ASCII letter or underscore, then letters, digits and underscores,
/// and no reserved word of OGR SQL.
[[nodiscard]] bool isConditionName(std::string_view name) noexcept;

/// Why `name` cannot be the name of a measure, parameter or fact ("is a reserved word"), or an empty string. The
/// special fields and the names that messages use themselves ({limit}, {id} …) are taken.
[[nodiscard]] std::string whyNoValueName(std::string_view name);

/// Why `name` cannot be the name of a layer or a layer role, or an empty string.
[[nodiscard]] std::string whyNoLayerName(std::string_view name);

/// Layers that every plan has without naming them: "plan", one feature for the plan as a whole, and "policies", a row
/// for each of its policies.
[[nodiscard]] bool isBuiltInLayer(std::string_view name) noexcept;

/// Why `id` cannot be the id of a policy, rule or pack, or an empty string.
[[nodiscard]] std::string whyNoId(std::string_view id);

/// The same in every ASCII case.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b) noexcept;

/// `text` in quotes, printable and cut to a length that a message can hold.
[[nodiscard]] std::string inQuotes(std::string_view text);

/// "; did you mean 'x'?" or else "; known KINDS: a, b, c" (an empty string where there is nothing to name).
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string> candidates,
                                     std::string_view kinds);

/// "a, b and c".
[[nodiscard]] std::string listed(std::span<const std::string> words);

} // namespace merestone
