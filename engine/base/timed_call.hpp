// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <stop_token>

namespace merestone {

/// How a timed call ended.
enum class CallEnd {
    returned, ///< or threw, which callWithin() throws on
    late,     ///< it did not return in time
    stopped,  ///< a stop was requested and it did not return soon after
};

/// Runs `work` on another thread and waits for it until `limit` has passed (0: for ever) or `stop` is requested. Work
/// that is late is asked to end through the token that it gets, and is given a moment to do so. If it still does not
/// return, it is left alone: nothing can end a thread safely, so it goes on with what it holds until it returns or
/// the process ends. `work` must therefore own, or share, everything that it touches.
/// What `work` throws is thrown here when it returned in time; what abandoned work throws is lost.
[[nodiscard]] CallEnd callWithin(std::chrono::seconds limit, const std::stop_token& stop,
                                 std::function<void(const std::stop_token&)> work);

/// Calls of this process that were left alone and have not returned yet. While there are any, a program must end
/// without running destructors of static objects, which they may be using (std::_Exit).
[[nodiscard]] std::size_t abandonedCalls() noexcept;

} // namespace merestone
