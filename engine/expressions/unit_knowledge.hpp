// SPDX-License-Identifier: MIT
#pragma once

#include "base/unit.hpp"

#include <cstdint>
#include <optional>

namespace merestone::expressions {

/// What is known of the unit of a number while a tree is checked.
struct UnitKnowledge {
    enum class Kind : std::uint8_t {
        literal, ///< takes any unit, at face value
        bare,    ///< a column without a declared unit: takes any unit, at face value
        known,
    };
    Kind kind = Kind::literal;
    Unit unit;
    bool freeCounts = false; ///< whether it counts dwellings, people or neither is open
    bool fromBare = false;   ///< a bare column took part in its calculation

    [[nodiscard]] bool isKnown() const noexcept { return kind == Kind::known; }
};

[[nodiscard]] UnitKnowledge knowledgeOf(const std::optional<Unit>& unit);

/// Whether values of both may be compared or added once they are in the same unit.
[[nodiscard]] bool compatible(const UnitKnowledge& a, const UnitKnowledge& b) noexcept;

/// The unit of two compatible known operands after the second was brought to the first one's factor.
[[nodiscard]] UnitKnowledge merged(const UnitKnowledge& a, const UnitKnowledge& b);

/// Units of a product and a quotient; nothing when an exponent grows beyond all sense.
[[nodiscard]] std::optional<UnitKnowledge> productOf(const UnitKnowledge& a, const UnitKnowledge& b);
[[nodiscard]] std::optional<UnitKnowledge> quotientOf(const UnitKnowledge& a, const UnitKnowledge& b);

} // namespace merestone::expressions
