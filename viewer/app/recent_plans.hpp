// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace merestone::viewer {

/// Plans that were opened, the last one first, as remembered in the user's settings. Plans that are gone are left out.
[[nodiscard]] QStringList recentPlans();
void rememberPlan(const QString& file);
/// The sample plan that was installed or built with this program; empty when there is none.
[[nodiscard]] QString samplePlan();

} // namespace merestone::viewer
