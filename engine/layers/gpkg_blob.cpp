// SPDX-License-Identifier: MIT
#include "layers/gpkg_blob.hpp"

#include "geometry/wkb.hpp"

#include <array>
#include <cstdint>

namespace merestone {

std::string_view wkbOfBlob(std::string_view blob) noexcept {
    constexpr std::size_t kFixed = 8; // "GP", version, flags, srs_id
    constexpr std::array<std::size_t, 8> kEnvelopeBytes = {0, 32, 48, 48, 64, 0, 0, 0};
    constexpr unsigned kExtended = 0x20;
    constexpr unsigned kMostEnvelope = 4;
    if (blob.size() <= kFixed || blob[0] != 'G' || blob[1] != 'P') {
        return {};
    }
    const auto flags = static_cast<unsigned char>(blob[3]);
    const unsigned envelope = (flags >> 1U) & 7U;
    if ((flags & kExtended) != 0 || envelope > kMostEnvelope || blob.size() <= kFixed + kEnvelopeBytes[envelope]) {
        return {};
    }
    return blob.substr(kFixed + kEnvelopeBytes[envelope]);
}

std::optional<Box> boxOfBlob(std::string_view blob) {
    PackedGeometry geometry;
    const std::string_view wkb = wkbOfBlob(blob);
    if (wkb.empty() || appendWkb(geometry, wkb).kind != WkbOutcome::Kind::read) {
        return std::nullopt;
    }
    return geometry.box(0);
}

} // namespace merestone
