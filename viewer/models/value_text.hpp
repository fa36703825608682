// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan_values.hpp"

#include <QLocale>
#include <QString>

namespace merestone::viewer {

/// A value as people read it, its number by their locale: "0,2 ha". Fields, conditions and texts stay as they are.
[[nodiscard]] QString shownPlanValue(const std::string& value, bool figure, const QLocale& locale);
/// What was typed as the plan file has it: "0.2 ha". What is no number in the locale is left to the plan's parser.
[[nodiscard]] std::string typedPlanValue(const QString& text, bool figure, const QLocale& locale);

/// "within", "near: radius", "Limit in: gap >= 60".
[[nodiscard]] QString valueName(const PlanValue& value);
/// What there is to say about a value, as rich text: what it is, whose it is, what it overrides, which rules read it.
[[nodiscard]] QString explainValue(const PlanValue& value, const QLocale& locale);

} // namespace merestone::viewer
