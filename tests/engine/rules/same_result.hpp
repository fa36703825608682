// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

namespace merestone::testing_support {

/// Expects everything that two runs find to be the same to the last bit, in the same order.
void expectSameResult(const RunResult& a, const RunResult& b);

} // namespace merestone::testing_support
