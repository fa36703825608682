// SPDX-License-Identifier: MIT
#include "geometry/geos_context.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <new>
#include <utility>

namespace merestone {

GeosContext& GeosContext::current() {
    thread_local GeosContext context;
    return context;
}

GeosContext::GeosContext() : m_handle(GEOS_init_r()) {
    if (m_handle == nullptr) {
        throw std::bad_alloc();
    }
    GEOSContext_setErrorMessageHandler_r(m_handle, &GeosContext::record, this);
}

GeosContext::~GeosContext() {
    GEOS_finish_r(m_handle);
}

void GeosContext::record(const char* text, void* self) noexcept {
    try {
        static_cast<GeosContext*>(self)->m_lastMessage = text;
    } catch (const std::bad_alloc&) {
        // The operation's name alone has to do: nothing may be thrown through GEOS's C frames.
        static_cast<GeosContext*>(self)->m_lastMessage.clear();
    }
}

void GeosContext::fail(const char* operation) {
    std::string text = std::string("GEOS failed in ") + operation;
    while (!m_lastMessage.empty() && m_lastMessage.back() == '\n') {
        m_lastMessage.pop_back();
    }
    if (!m_lastMessage.empty()) {
        text += ": " + printable(std::exchange(m_lastMessage, {}));
    }
    throw Error(ErrorCode::geometry, text);
}

void GeosDeleter::operator()(GEOSGeom_t* geometry) const noexcept {
    GEOSGeom_destroy_r(geosHandle(), geometry);
}

void GeosPreparedDeleter::operator()(const GEOSPrepGeom_t* geometry) const noexcept {
    GEOSPreparedGeom_destroy_r(geosHandle(), geometry);
}

std::string geosVersion() {
    const std::string full = GEOSversion(); // "3.11.1-CAPI-1.17.1"
    return full.substr(0, full.find('-'));
}

} // namespace merestone
