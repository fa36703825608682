// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure.hpp"

namespace merestone {

// One factory for each source file of this room; each makes the kinds that measure.cpp lists for it.
[[nodiscard]] std::unique_ptr<Measure> makeShapeMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeInscribedRectangle(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeOverlapMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeCoverageMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeDistanceMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeNetworkMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makePeopleMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeApportionedMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeStreetMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeAlongMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeDriftMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeComponentMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeVisibilityMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeFacingMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeCountMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeAdjacencyMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeTotalMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makePerHeadMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeBalanceMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makePolicyMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeTextMeasure(MeasureRequest&& request);
[[nodiscard]] std::unique_ptr<Measure> makeConstantMeasure(MeasureRequest&& request);

} // namespace merestone
