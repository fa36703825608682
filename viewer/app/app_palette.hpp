// SPDX-License-Identifier: MIT
#pragma once

#include "cartography/theme.hpp"

namespace merestone::viewer {

/// Gives the windows of the program the colours that go with a map theme; light is the system's own.
void applyPalette(map::ThemeKind theme);

} // namespace merestone::viewer
