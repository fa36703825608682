// SPDX-License-Identifier: MIT
#pragma once

#include <geos_c.h>

namespace merestone {

/// A GEOS handle of the benchmarks' own, for what the engine itself does not ask GEOS.
class GeosHandle {
public:
    GeosHandle() : m_handle(GEOS_init_r()) {}
    GeosHandle(const GeosHandle&) = delete;
    GeosHandle& operator=(const GeosHandle&) = delete;
    ~GeosHandle() { GEOS_finish_r(m_handle); }
    [[nodiscard]] GEOSContextHandle_t get() const noexcept { return m_handle; }

private:
    GEOSContextHandle_t m_handle;
};

} // namespace merestone
