// SPDX-License-Identifier: MIT
#pragma once

#include "geometry/packed_geometry.hpp"

#include <span>
#include <string>
#include <string_view>

namespace merestone {

/// What appendWkb made of a geometry.
struct WkbOutcome {
    enum class Kind {
        read,    ///< one feature was added
        empty,   ///< a feature without geometry was added (POINT EMPTY and the like)
        refused, ///< a feature without geometry was added; `reason` says why (not finite, too deep, unknown type …)
    };
    Kind kind = Kind::read;
    const char* reason = "";
    bool hadZ = false;
    bool hadM = false;
    bool hadOtherDimensions = false; ///< a mixed collection: only its parts of the highest dimension were kept
    bool wasUnclosed = false;        ///< a ring was closed (its gap was at most 1 mm)
};

/// The gate: decodes one ISO or EWKB geometry (either byte order; Z and M dropped; multi types; collections down to
/// 32 levels) and adds it as one feature. Always adds exactly one feature and never throws on bad bytes. Refuses
/// coordinates that are not finite, rings of fewer than four points, more than 5 million points, and curves (those
/// are linearised by OGR before). With `checkRange`, also refuses |x| or |y| above 1e8. One bad ring or member refuses
/// the whole geometry; empty members and holes are passed over; no bytes at all are an empty geometry, and bytes after
/// the geometry are ignored, as GEOS and OGR do.
WkbOutcome appendWkb(PackedGeometry& to, std::string_view wkb, bool checkRange = true);

/// Little-endian WKB of one feature; an empty string for a feature without geometry.
[[nodiscard]] std::string toWkb(const PackedGeometry& geometry, std::size_t feature);
/// Parts for building evidence by hand.
[[nodiscard]] std::string wkbPoint(Point p);
[[nodiscard]] std::string wkbLine(std::span<const Point> line);
[[nodiscard]] std::string wkbMultiPoint(std::span<const Point> points);

/// WKT of a WKB geometry with at most `decimals` decimals, C locale, OGC spelling without a space before "(":
/// "POLYGON((0 0,1 0,1 1,0 0))", "MULTIPOINT((0 0),(1 1))". No bytes give no text. Independent of GEOS and of the
/// locale. Throws Error(geometry) on bytes that are no WKB or hold coordinates that are not finite.
[[nodiscard]] std::string wkbToWkt(std::string_view wkb, int decimals = 3);

} // namespace merestone
