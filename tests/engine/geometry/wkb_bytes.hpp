// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/box.hpp"

#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <vector>

namespace merestone::testing_support {

enum class ByteOrder : std::uint8_t { big, little };

/// Builds WKB byte by byte, sound or not, without using the engine.
class WkbBytes {
public:
    explicit WkbBytes(ByteOrder order = ByteOrder::little) : m_order(order) {}

    WkbBytes& byte(unsigned value) {
        m_bytes.push_back(static_cast<char>(value));
        return *this;
    }
    WkbBytes& header(std::uint32_t type) {
        byte(m_order == ByteOrder::little ? 1 : 0);
        return count(type);
    }
    WkbBytes& count(std::uint32_t value) { return append(value); }
    WkbBytes& number(double value) { return append(std::bit_cast<std::uint64_t>(value)); }
    WkbBytes& numbers(std::initializer_list<double> values) {
        for (const double value : values) {
            number(value);
        }
        return *this;
    }
    WkbBytes& geometry(const std::string& bytes) {
        m_bytes += bytes;
        return *this;
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    template <class Value> WkbBytes& append(Value value) {
        for (std::size_t i = 0; i < sizeof value; ++i) {
            const std::size_t shift = 8 * (m_order == ByteOrder::little ? i : sizeof value - 1 - i);
            byte(static_cast<unsigned>(value >> shift) & 0xffU);
        }
        return *this;
    }

    ByteOrder m_order;
    std::string m_bytes;
};

using Ring = std::vector<Point>;

/// Little-endian two-dimensional polygon with the rings as they are given.
[[nodiscard]] inline std::string polygonWkb(const std::vector<Ring>& rings) {
    WkbBytes wkb;
    wkb.header(3).count(static_cast<std::uint32_t>(rings.size()));
    for (const Ring& ring : rings) {
        wkb.count(static_cast<std::uint32_t>(ring.size()));
        for (const Point& p : ring) {
            wkb.numbers({p.x, p.y});
        }
    }
    return wkb.bytes();
}

[[nodiscard]] inline std::string pointWkb(double x, double y) {
    return WkbBytes().header(1).numbers({x, y}).bytes();
}

[[nodiscard]] inline std::string lineWkb(const Ring& points) {
    WkbBytes wkb;
    wkb.header(2).count(static_cast<std::uint32_t>(points.size()));
    for (const Point& p : points) {
        wkb.numbers({p.x, p.y});
    }
    return wkb.bytes();
}

/// A multi geometry or collection of finished members.
[[nodiscard]] inline std::string multiWkb(std::uint32_t type, const std::vector<std::string>& members) {
    WkbBytes wkb;
    wkb.header(type).count(static_cast<std::uint32_t>(members.size()));
    for (const std::string& member : members) {
        wkb.geometry(member);
    }
    return wkb.bytes();
}

} // namespace merestone::testing_support
