// SPDX-License-Identifier: MIT
#include "geometry/wkb.hpp"
#include "geometry/wkb_cursor.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace merestone {

namespace {

constexpr int kMostDecimals = 15;
/// Below this many units of the last decimal the rounding of `value * scale` moves the value by less than 0.1 % of a
/// unit, so that whole-number arithmetic gives the decimals.
constexpr double kWholeLimit = 8.0e12;

/// Writes numbers with at most so many decimals, without trailing zeros, "-0" or exponents.
class NumberWriter {
public:
    explicit NumberWriter(int decimals)
        : m_decimals(std::clamp(decimals, 0, kMostDecimals)), m_scale(std::pow(10.0, m_decimals)) {}

    void append(std::string& out, double value) const {
        const double scaled = std::abs(value) * m_scale;
        if (scaled < kWholeLimit) {
            appendWhole(out, value < 0.0, std::llround(scaled));
        } else {
            appendLarge(out, value);
        }
    }

private:
    void appendWhole(std::string& out, bool negative, long long units) const {
        if (units == 0) {
            out += '0';
            return;
        }
        int decimals = m_decimals;
        while (decimals > 0 && units % 10 == 0) {
            units /= 10;
            --decimals;
        }
        std::array<char, 24> digits;
        const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), units).ptr;
        const auto count = static_cast<std::size_t>(end - digits.data());
        const auto fraction = static_cast<std::size_t>(decimals);
        if (negative) {
            out += '-';
        }
        if (count > fraction) {
            out.append(digits.data(), count - fraction);
        } else {
            out += '0';
        }
        if (fraction > 0) {
            out += '.';
            if (count < fraction) {
                out.append(fraction - count, '0');
            }
            const std::size_t shown = std::min(count, fraction);
            out.append(end - shown, shown);
        }
    }

    void appendLarge(std::string& out, double value) const {
        std::array<char, 400> digits; // the largest double has 309 digits before the point
        const char* end =
            std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, m_decimals)
                .ptr;
        if (m_decimals > 0) {
            while (end[-1] == '0') {
                --end;
            }
            end -= end[-1] == '.' ? 1 : 0;
        }
        out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    }

    int m_decimals;
    double m_scale;
};

/// Translates WKB into WKT as it reads it.
class WktWriter {
public:
    WktWriter(std::string_view wkb, int decimals) : m_cursor(wkb), m_number(decimals) { m_out.reserve(wkb.size()); }

    [[nodiscard]] std::string run() {
        geometry(true, 0);
        return std::move(m_out);
    }

private:
    [[noreturn]] static void fail(const char* why) {
        throw Error(ErrorCode::geometry, std::string("cannot write WKB as text: ") + why);
    }

    [[nodiscard]] std::uint32_t count() {
        std::uint32_t value = 0;
        if (!m_cursor.readCount(value)) {
            fail("the WKB ends too early");
        }
        return value;
    }

    /// A geometry with its name; inside a multi geometry the members stand without theirs.
    void geometry(bool named, int depth) {
        std::uint32_t code = 0;
        if (depth > kDeepestWkb) {
            fail("collections are nested more than 32 levels deep");
        }
        if (!m_cursor.readHeader(code)) {
            fail("a header is cut off or has an unknown byte order");
        }
        switch (static_cast<WkbType>(code)) {
        case WkbType::point:
            name(named, "POINT");
            return point();
        case WkbType::lineString:
            name(named, "LINESTRING");
            return line();
        case WkbType::polygon:
            name(named, "POLYGON");
            return list([this](std::uint32_t) { line(); });
        case WkbType::triangle:
            name(named, "TRIANGLE");
            return list([this](std::uint32_t) { line(); });
        case WkbType::multiPoint:
            name(named, "MULTIPOINT");
            return members(false, depth);
        case WkbType::multiLineString:
            name(named, "MULTILINESTRING");
            return members(false, depth);
        case WkbType::multiPolygon:
            name(named, "MULTIPOLYGON");
            return members(false, depth);
        case WkbType::collection:
            name(named, "GEOMETRYCOLLECTION");
            return members(true, depth);
        }
        fail("it has a geometry type that is not written");
    }

    /// Keeps the name back until it is known whether "EMPTY" or "(" follows it.
    void name(bool named, const char* text) {
        if (named) {
            m_out += text;
            m_afterName = true;
        }
    }
    void empty() {
        m_out += m_afterName ? " EMPTY" : "EMPTY";
        m_afterName = false;
    }
    void open() {
        m_out += '(';
        m_afterName = false;
    }

    template <class Write> void list(Write&& write) {
        const std::uint32_t items = count();
        if (items == 0) {
            return empty();
        }
        open();
        for (std::uint32_t i = 0; i < items; ++i) {
            if (i > 0) {
                m_out += ',';
            }
            write(i);
        }
        m_out += ')';
    }

    void members(bool named, int depth) {
        list([&](std::uint32_t) { geometry(named, depth + 1); });
    }

    [[nodiscard]] Point next() {
        Point p;
        if (!m_cursor.hasPoints(1)) {
            fail("the WKB ends too early");
        }
        m_cursor.readPoints({&p, 1});
        return p;
    }

    void coordinates(Point p) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
            fail("coordinates are not finite");
        }
        m_number.append(m_out, p.x);
        m_out += ' ';
        m_number.append(m_out, p.y);
    }

    void point() {
        const Point p = next();
        if (std::isnan(p.x) && std::isnan(p.y)) {
            return empty();
        }
        open();
        coordinates(p);
        m_out += ')';
    }

    void line() {
        list([this](std::uint32_t) { coordinates(next()); });
    }

    WkbCursor m_cursor;
    NumberWriter m_number;
    std::string m_out;
    bool m_afterName = false;
};

} // namespace

std::string wkbToWkt(std::string_view wkb, int decimals) {
    return wkb.empty() ? std::string() : WktWriter(wkb, decimals).run();
}

} // namespace merestone
