// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/checked_plan.hpp"

#include <functional>

namespace merestone::cli {

/// Does `work`, which checks one of many plans or submissions, unless `checked` has an error already. What cannot be
/// read or checked is told on standard error and kept as that one's error, with status 2, so that it does not keep the
/// others from being checked. Being stopped and output that cannot be written do: those errors are thrown on.
void checkOneOfMany(CheckedPlan& checked, const std::function<void()>& work);

} // namespace merestone::cli
