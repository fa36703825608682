// SPDX-License-Identifier: MIT
#pragma once

#include "base/unit.hpp"
#include "plan/plan.hpp"

#include <optional>

namespace merestone {

// What is known of a measure from its spec alone, before any data are there.

/// The unit of its values; nothing for a bare number (counts, and sums of fields whose unit nobody declared).
/// `ofUnit` is the unit of the `of:` formula or field. Throws Error(plan) when `unit:` has another dimension.
[[nodiscard]] std::optional<Unit> measureUnit(const MeasureSpec& spec, const std::optional<Unit>& ofUnit);

/// How far from a subject a feature of the target can lie and still matter, metres; infinity for a measure that looks
/// at the whole target layer wherever it lies.
[[nodiscard]] double measureReach(const MeasureSpec& spec);

/// Whether a kind of measure looks at a text and needs no shape.
[[nodiscard]] bool readsText(const std::string& kind) noexcept;

/// Whether a measure can look at the rows of a mere table, which have no shapes: it adds up numbers or compares names,
/// wherever they lie. Among shapes, a feature that has none may have lost it, and is unknown to these measures too.
[[nodiscard]] bool takesShapeless(const MeasureSpec& spec);

/// Whether the measure asks how much land of its target lies somewhere: lines and points have none.
[[nodiscard]] bool needsAreas(const std::string& kind) noexcept;

/// Whether the measure is about pairs: its target is `other`.
[[nodiscard]] bool isPairMeasure(const MeasureSpec& spec) noexcept;

} // namespace merestone
