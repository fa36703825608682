// SPDX-License-Identifier: MIT
#include "layers/straighten.hpp"

#include "layers/gdal_session.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <ogr_api.h>

namespace merestone {

namespace {

struct GeometryDeleter {
    void operator()(OGRGeometryH geometry) const noexcept { OGR_G_DestroyGeometry(geometry); }
};
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDeleter>;

GeometryHandle decode(std::string_view wkb) {
    if (wkb.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return nullptr;
    }
    const GdalMessages messages;
    OGRGeometryH raw = nullptr;
    const OGRErr code = OGR_G_CreateFromWkb(wkb.data(), nullptr, &raw, static_cast<int>(wkb.size()));
    GeometryHandle geometry(raw);
    return code == OGRERR_NONE ? std::move(geometry) : nullptr;
}

void extendByFinite(OGRGeometryH geometry, Box& box) {
    for (int i = 0; i < OGR_G_GetPointCount(geometry); ++i) {
        const Point p{OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)};
        if (std::isfinite(p.x) && std::isfinite(p.y)) {
            box.extend(p);
        }
    }
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        extendByFinite(OGR_G_GetGeometryRef(geometry, i), box);
    }
}

} // namespace

bool mayHoldCurves(std::string_view wkb) noexcept {
    constexpr std::size_t kHeader = 5;
    constexpr std::uint32_t kIsoStep = 1000; // ISO writes Z, M and ZM as type + 1000, 2000, 3000
    constexpr std::uint32_t kEwkbFlags = 0xE0000000U;
    constexpr std::uint32_t kCollection = 7;
    if (wkb.size() < kHeader) {
        return false;
    }
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t at = wkb[0] == 1 ? 4 - i : 1 + i;
        code = (code << 8U) | static_cast<unsigned char>(wkb[at]);
    }
    const std::uint32_t type = (code & ~kEwkbFlags) % kIsoStep;
    return type >= kCollection;
}

bool straighten(std::string_view wkb, double stepDegrees, std::string& out) {
    const GeometryHandle geometry = decode(wkb);
    if (!geometry || OGR_G_HasCurveGeometry(geometry.get(), TRUE) == 0) {
        return false;
    }
    const GdalMessages messages;
    const GeometryHandle straight(OGR_G_GetLinearGeometry(geometry.get(), stepDegrees, nullptr));
    if (!straight) {
        return false;
    }
    out.resize(static_cast<std::size_t>(OGR_G_WkbSize(straight.get())));
    return OGR_G_ExportToIsoWkb(straight.get(), wkbNDR, reinterpret_cast<unsigned char*>(out.data())) == OGRERR_NONE;
}

Box finiteBox(std::string_view wkb) {
    Box box;
    if (wkb.empty()) {
        return box;
    }
    if (const GeometryHandle geometry = decode(wkb)) {
        extendByFinite(geometry.get(), box);
    }
    return box;
}

} // namespace merestone
