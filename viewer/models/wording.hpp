// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <QString>

namespace merestone::viewer {

// The engine's terms in the language and the number format of the user. Figures are worked out by the engine alone.

[[nodiscard]] QString verdictText(Verdict verdict);
[[nodiscard]] QString severityText(Severity severity);
/// "24.1 dwellings/ha", in the user's locale; empty when there is no finite value. As many decimals as it takes not to
/// show a figure as nothing, two otherwise.
[[nodiscard]] QString figure(const std::optional<double>& value, const std::string& unit);
/// "at least 40 dwellings/ha".
[[nodiscard]] QString requirementText(const Finding& finding);
/// "S4 'Corner site' in sites".
[[nodiscard]] QString featureText(const FeatureRef& feature);
/// "Birmingham Development Plan 2017, TP30 (to be confirmed)".
[[nodiscard]] QString sourceText(const RuleSource& source);
/// "3 policy conflicts (1 waived besides), 2 cannot tell; 14 of 20 rules pass."
[[nodiscard]] QString summaryText(const RunResult& run);
/// What the engine says that it is doing, such as "reading parcels". What is not known is left as it is.
[[nodiscard]] QString stageText(const QString& stage);
/// "45.2 m", "1.24 km": for lengths measured on the map.
[[nodiscard]] QString lengthText(double metres);
/// "820 m²", "1.24 ha".
[[nodiscard]] QString areaText(double squareMetres);

} // namespace merestone::viewer
