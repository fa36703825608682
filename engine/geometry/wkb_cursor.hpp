// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace merestone {

/// Geometry types of WKB that are read here.
enum class WkbType : std::uint32_t {
    point = 1,
    lineString = 2,
    polygon = 3,
    multiPoint = 4,
    multiLineString = 5,
    multiPolygon = 6,
    collection = 7,
    triangle = 17,
};

/// Collections inside collections: deeper than this is refused.
constexpr int kDeepestWkb = 32;

/// Reads WKB from front to back and never leaves its bytes: every function returns false, and moves nothing, when
/// too few bytes are left. Byte order and dimensions are those of the header read last.
class WkbCursor {
public:
    explicit WkbCursor(std::string_view bytes) : m_bytes(bytes) {}

    /// Byte order mark, type and SRID of a geometry, ISO (1001, 2001, 3001 …) or EWKB (flags in the top bits).
    /// False too if the mark is neither 0 nor 1.
    [[nodiscard]] bool readHeader(std::uint32_t& type) {
        WkbCursor ahead = *this;
        if (ahead.m_bytes.empty() || static_cast<unsigned char>(ahead.m_bytes[0]) > 1) {
            return false;
        }
        ahead.m_swap = (ahead.m_bytes[0] == 1) != (std::endian::native == std::endian::little);
        ahead.m_bytes.remove_prefix(1);
        std::uint32_t code = 0;
        if (!ahead.readCount(code)) {
            return false;
        }
        std::uint32_t srid = 0;
        if ((code & kHasSrid) != 0 && !ahead.readCount(srid)) {
            return false;
        }
        const std::uint32_t iso = code & ~(kHasZ | kHasM | kHasSrid);
        const std::uint32_t thousands = iso / 1000;
        const bool isIso = thousands <= 3;
        ahead.m_hasZ = (code & kHasZ) != 0 || (isIso && (thousands & 1U) != 0);
        ahead.m_hasM = (code & kHasM) != 0 || (isIso && (thousands & 2U) != 0);
        type = isIso ? iso % 1000 : iso;
        *this = ahead;
        return true;
    }

    [[nodiscard]] bool readCount(std::uint32_t& value) {
        if (m_bytes.size() < sizeof value) {
            return false;
        }
        std::memcpy(&value, m_bytes.data(), sizeof value);
        if (m_swap) {
            value = __builtin_bswap32(value);
        }
        m_bytes.remove_prefix(sizeof value);
        return true;
    }

    /// Whether `count` points are there; ask before making room for them.
    [[nodiscard]] bool hasPoints(std::size_t count) const { return count <= m_bytes.size() / pointBytes(); }

    /// Fills `points`, leaving out Z and M. Precondition: hasPoints(points.size()).
    void readPoints(std::span<Point> points) {
        if (!m_swap && pointBytes() == sizeof(Point)) {
            if (!points.empty()) {
                std::memcpy(points.data(), m_bytes.data(), points.size_bytes());
            }
            m_bytes.remove_prefix(points.size_bytes());
            return;
        }
        for (Point& p : points) {
            p = {numberAt(0), numberAt(sizeof(double))};
            m_bytes.remove_prefix(pointBytes());
        }
    }

    /// Precondition: hasPoints(count).
    void skipPoints(std::size_t count) { m_bytes.remove_prefix(count * pointBytes()); }

    [[nodiscard]] bool hasZ() const noexcept { return m_hasZ; }
    [[nodiscard]] bool hasM() const noexcept { return m_hasM; }

private:
    static constexpr std::uint32_t kHasZ = 0x80000000;
    static constexpr std::uint32_t kHasM = 0x40000000;
    static constexpr std::uint32_t kHasSrid = 0x20000000;

    [[nodiscard]] std::size_t pointBytes() const noexcept {
        return sizeof(double) * (2 + std::size_t{m_hasZ} + std::size_t{m_hasM});
    }
    [[nodiscard]] double numberAt(std::size_t offset) const {
        std::uint64_t bits = 0;
        std::memcpy(&bits, m_bytes.data() + offset, sizeof bits);
        return std::bit_cast<double>(m_swap ? __builtin_bswap64(bits) : bits);
    }

    std::string_view m_bytes;
    bool m_swap = false;
    bool m_hasZ = false;
    bool m_hasM = false;
};

static_assert(sizeof(Point) == 2 * sizeof(double));

} // namespace merestone
