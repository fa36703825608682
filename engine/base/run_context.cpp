// SPDX-License-Identifier: MIT
#include "base/run_context.hpp"

#include "base/error.hpp"

namespace merestone {

void RunContext::throwIfStopped() const {
    if (stop.stop_requested()) {
        throw Error(ErrorCode::cancelled, "stopped before it was finished; nothing was written");
    }
}

} // namespace merestone
