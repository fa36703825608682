// SPDX-License-Identifier: MIT
#pragma once

#include "turn_watch.hpp"

#include <vector>

namespace merestone::benchmark {

constexpr double kLongestTurn = 16.0; ///< milliseconds that the GUI thread may be held

void tellHeading();
/// A line for the phase, and one for each of its longest turns where they are too long.
void tellPhase(const char* name, const std::vector<Turn>& turns);
/// How long the process has been running, and its memory.
void tellFirstPicture();
void tellMemory();

} // namespace merestone::benchmark
