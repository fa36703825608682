// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A parameter of a pack rule with the value that it has.
struct BoundParameter {
    std::string name;
    PackParameter::Kind kind = PackParameter::Kind::quantity;
    ParameterValue value;
    Place place;       ///< where the value was given
    bool known = true; ///< false: the pack is checked by itself, and `value` only stands in for what a plan will give
};

/// Null if none is called that.
[[nodiscard]] const BoundParameter* findBound(std::span<const BoundParameter> parameters,
                                              std::string_view name) noexcept;

/// Whether `{name}` is replaced by the text of the parameter: fields, conditions and texts; quantities are used by
/// their bare names.
[[nodiscard]] bool isTextual(PackParameter::Kind kind) noexcept;

/// Replaces `{name}` in a condition or formula by the text of a textual parameter: a field as a name (quoted where it
/// must be), a condition in brackets, a text as a literal, or inside single quotes as their content. What is no such
/// parameter stays as it is.
[[nodiscard]] std::string fillCondition(std::string_view text, std::span<const BoundParameter> parameters);

/// The same in a message: a field becomes the placeholder of that column (its number format is kept), a text or a
/// condition becomes itself. Other placeholders stay for the report.
[[nodiscard]] std::string fillMessage(std::string_view text, std::span<const BoundParameter> parameters);

/// The same where the whole value is one name: an option or a layer's field.
[[nodiscard]] std::string fillName(std::string_view text, std::span<const BoundParameter> parameters);

/// Names in `{…}` of a condition, in order, each as often as it stands there.
[[nodiscard]] std::vector<std::string> placeholdersIn(std::string_view text);

/// Why a message template cannot be read ("'{' is not closed"), or an empty string. `{{` is a brace; a placeholder is
/// `{name}` or `{name:.2f}`.
[[nodiscard]] std::string whyNoMessage(std::string_view text);

} // namespace merestone
