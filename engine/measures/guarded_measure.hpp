// SPDX-License-Identifier: MIT
#pragma once

#include "measures/measure_registry.hpp"

namespace merestone {

/// Makes a measure of a plugin and stands between it and the engine. Whatever goes wrong in the plugin's code becomes
/// Error(plan) that names the measure, the plugin and the reason, so that the rule which asked is not run and all
/// others are:
/// - anything that is thrown;
/// - answers that make no sense: another unit than registered, too few values, bounds the wrong way round, evidence of
///   a layer that the measure was not given;
/// - no answer within RunContext::measureTime. The call is then left alone (see callWithin); what it can touch stays
///   alive with it, and no further call goes to measures of that kind before it has returned.
/// Memory that the plugin spoils, and processes that it ends, are beyond this.
/// Throws Error(cancelled) when the run was stopped.
[[nodiscard]] std::unique_ptr<Measure> makeGuardedMeasure(const AddedMeasureKind& kind, MeasureRequest&& request);

} // namespace merestone
