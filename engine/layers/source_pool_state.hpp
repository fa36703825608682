// SPDX-License-Identifier: MIT
#pragma once

#include "layers/open_dataset.hpp"
#include "layers/source_pool.hpp"

#include <map>
#include <mutex>
#include <optional>

namespace merestone {

/// The open data sets by what they were opened with.
struct SourcePool::State {
    /// A data set that an equal request left here, under a guard of this thread; nothing if there is none.
    [[nodiscard]] std::optional<OpenedSource> take(const LayerRequest& request, const RunContext& context);
    /// Keeps a data set whose readers have all ended. Its guard ends here, on the thread that made it.
    void give(const LayerRequest& request, OpenedSource source);

private:
    std::mutex m_mutex;
    std::multimap<std::string, OpenedSource> m_open;
};

} // namespace merestone
