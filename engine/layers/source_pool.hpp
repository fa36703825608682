// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace merestone {

/// Data sets that stay open between the describing and the reading of a plan's layers, and from layer to layer of one
/// file: opening one costs more than reading a neighbourhood out of it. Any thread; a data set is lent to one user at
/// a time, so that two threads that want the same file open it twice.
class SourcePool {
public:
    SourcePool();
    ~SourcePool();
    SourcePool(const SourcePool&) = delete;
    SourcePool& operator=(const SourcePool&) = delete;

    struct State;
    [[nodiscard]] State& state() noexcept { return *m_state; }

private:
    std::unique_ptr<State> m_state; ///< source_pool_state.hpp; keeps GDAL out of this header
};

} // namespace merestone
