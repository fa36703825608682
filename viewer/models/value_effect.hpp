// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"
#include "rules/checker.hpp"

#include <QStringList>

namespace merestone::viewer {

/// What other values have changed: conflicts of the rules that were evaluated anew, waived ones left out.
struct ValueEffect {
    QStringList rules; ///< ids, in plan order
    int before = 0;
    int now = 0;
    QStringList fresh; ///< keys of the conflicts that were none before
    int gone = 0;      ///< conflicts before that are none any more
};

[[nodiscard]] ValueEffect effectOf(const RunResult& before, const RunResult& now, const RunDelta& delta);

/// "H1.density: 4 conflicts before, 7 now (3 new, 0 no longer there)".
[[nodiscard]] QString effectText(const ValueEffect& effect);

} // namespace merestone::viewer
