// SPDX-License-Identifier: MIT
#pragma once

#include "turn_watch.hpp"

#include <vector>

namespace merestone::benchmark {

constexpr double kLongestTurn = 16.0; ///< milliseconds that the GUI thread may be held

void tellHeading();
/// A line for the phase: how many turns, the longest by the processor's time and by the clock, how many were too long
/// by the processor's time, and in how many others the thread waited that long, for another thread or for the machine.
/// A line for each of the longest of these.
void tellPhase(const char* name, const std::vector<Turn>& turns);
/// Median and worst of how long it took from an event to what it brings, by the clock.
void tellDelays(const char* what, std::vector<double> milliseconds);
/// How long the process has been running, and its memory.
void tellFirstPicture();
void tellMemory();

} // namespace merestone::benchmark
