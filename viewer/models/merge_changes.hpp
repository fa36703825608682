// SPDX-License-Identifier: MIT
#pragma once

#include "rules/checker.hpp"

#include <vector>

namespace merestone::viewer {

/// Adds `later` to `changes`, so that applying the outcome once gives what applying both in turn would: at most one
/// change of each feature, the newest shape and the newest value of each field.
void mergeChanges(std::vector<FeatureChange>& changes, const std::vector<FeatureChange>& later);

} // namespace merestone::viewer
