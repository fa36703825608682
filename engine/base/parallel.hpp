// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace merestone {

/// Calls `work(begin, end)` for consecutive chunks of [0, count), at most `grain` long, on up to `context.threads`
/// threads (the caller's among them). Chunk borders do not depend on the number of threads, so work that writes
/// only to its own chunk gives the same result on any machine. The first exception stops the rest and is rethrown;
/// a stop request throws Error(cancelled) after the running chunks have ended.
void parallelFor(std::size_t count, std::size_t grain, const RunContext& context,
                 const std::function<void(std::size_t begin, std::size_t end)>& work);

/// A grain for `count` pieces of uneven work: at least 64 chunks where there are as many pieces, none above `most`.
/// Depends on nothing else, so that results do not either.
[[nodiscard]] constexpr std::size_t evenGrain(std::size_t count, std::size_t most) noexcept {
    constexpr std::size_t kChunks = 64;
    return std::clamp<std::size_t>(count / kChunks, 1, most);
}

} // namespace merestone
