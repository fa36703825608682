// SPDX-License-Identifier: MIT
#pragma once

namespace merestone {

/// Memory of this process that is in the machine now, MiB; 0 where the system does not say.
[[nodiscard]] double residentMebibytes();
/// The most of it since the process began, MiB, as getrusage(2) counts it.
[[nodiscard]] double peakMebibytes();
/// Gives freed memory back to the system, where the C library can.
void returnFreedMemory();

} // namespace merestone
