// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <QIcon>

namespace merestone::viewer {

/// The mark of a verdict as the map shows it: a shape with a sign, apart without colour. Waived ones are faded.
[[nodiscard]] QIcon verdictIcon(Verdict verdict, bool waived = false);

} // namespace merestone::viewer
