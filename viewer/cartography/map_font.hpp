// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace merestone::map {

/// The typeface of maps, the same on every machine that has it: Debian's default first, then what is like it.
[[nodiscard]] QFont mapFont(int pixels);

} // namespace merestone::map
