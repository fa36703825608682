// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/geos.hpp"

#include <geos_c.h>

#include <string>

namespace merestone {

/// The reentrant GEOS handle of one thread. Only the geos_*.cpp files include this header.
/// GEOS calls the handler through C, so the handler only records the text; C++ code throws after the call returned.
class GeosContext {
public:
    /// This thread's context, made at first use and finished when the thread ends.
    [[nodiscard]] static GeosContext& current();

    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;
    ~GeosContext();

    [[nodiscard]] GEOSContextHandle_t handle() const noexcept { return m_handle; }
    /// Throws Error(geometry): "GEOS failed in <operation>: <last message>".
    [[noreturn]] void fail(const char* operation);
    /// Drops a recorded message, before an operation whose first failure may be made good by a second attempt.
    void forget() noexcept { m_lastMessage.clear(); }

private:
    GeosContext();
    static void record(const char* text, void* self) noexcept;

    GEOSContextHandle_t m_handle;
    std::string m_lastMessage;
};

/// This thread's handle, for calls into the C API.
[[nodiscard]] inline GEOSContextHandle_t geosHandle() {
    return GeosContext::current().handle();
}

/// Takes over what a C function returned; null is a failure.
[[nodiscard]] inline GeosGeometry owned(GEOSGeometry* geometry, const char* operation) {
    if (geometry == nullptr) {
        GeosContext::current().fail(operation);
    }
    return GeosGeometry(geometry);
}

/// Answer of a GEOS predicate, whose 2 is a failure and not "true".
[[nodiscard]] inline bool answer(char raw, const char* operation) {
    if (raw != 0 && raw != 1) {
        GeosContext::current().fail(operation);
    }
    return raw == 1;
}

/// Checks the status of a GEOS function that returns 1 for success and 0 for failure.
inline void succeeded(int status, const char* operation) {
    if (status != 1) {
        GeosContext::current().fail(operation);
    }
}

} // namespace merestone
