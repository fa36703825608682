// SPDX-License-Identifier: MIT
#pragma once

#include "plan/measure_names.hpp"

namespace merestone {

// The parts of the table behind measureNames().
[[nodiscard]] std::vector<MeasureName> subjectMeasureNames();
[[nodiscard]] std::vector<MeasureName> relationMeasureNames();
[[nodiscard]] std::vector<MeasureName> networkMeasureNames();
[[nodiscard]] std::vector<MeasureName> shareMeasureNames();
[[nodiscard]] std::vector<MeasureName> streetMeasureNames();
[[nodiscard]] std::vector<MeasureName> outlineMeasureNames();
[[nodiscard]] std::vector<MeasureName> viewMeasureNames();
[[nodiscard]] std::vector<MeasureName> countingMeasureNames(); ///< counts and adjacency
[[nodiscard]] std::vector<MeasureName> coverageMeasureNames();
[[nodiscard]] std::vector<MeasureName> planMeasureNames();
[[nodiscard]] std::vector<MeasureName> textMeasureNames();

} // namespace merestone
