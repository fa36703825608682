// SPDX-License-Identifier: MIT
#pragma once

#include "measures/network/noding.hpp"
#include "measures/network/segment_contacts.hpp"

#include <optional>
#include <vector>

namespace merestone {

enum class Side : std::uint8_t { left, right };

/// A street from one end to the other: centrelines joined where nothing else meets them, and carried straight on over
/// junctions.
struct Street {
    double length = 0.0;
    bool isClosed = false;            ///< a ring: its end is its start
    std::vector<double> sideRoads[2]; ///< by Side: where a road leaves on that side, metres from the start
};

/// A place on a street.
struct StreetPlace {
    std::uint32_t street = 0;
    double along = 0.0; ///< metres from the start of the street
    Side side = Side::left;
    Point foot;      ///< on the centreline
    Point direction; ///< of the street there, of length 1
};

/// The streets that a layer of centrelines is made of. Lines join at common corners and where one ends on another; a
/// crossing without a common corner is a bridge. At a junction the street goes on along the same line, or else along
/// the line that turns off least, up to 45 degrees; all others there are side roads. Immutable; any thread.
class StreetLines {
public:
    StreetLines(const Selection& centrelines, const RunContext& context);
    StreetLines(const StreetLines&) = delete; // the finder points into this object
    StreetLines& operator=(const StreetLines&) = delete;

    [[nodiscard]] std::span<const Street> streets() const noexcept { return m_streets; }
    /// The place on the nearest street, at most `setback` metres away; nothing if there is none, or if the point lies
    /// on the centreline, so that it is on neither side.
    [[nodiscard]] std::optional<StreetPlace> placeOf(Point p, double setback) const;

private:
    /// A straight piece of a centreline between two nodes.
    struct Piece {
        Point a;
        Point b;
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::uint32_t street = 0;
        double start = 0.0;       ///< of the piece on its street
        bool isReversed = false;  ///< the street runs from b to a
        bool followsLine = false; ///< goes on from the piece before it, which is of the same line
    };
    /// One end of a piece: 2 * piece for a, 2 * piece + 1 for b.
    using End = std::uint32_t;
    static constexpr End kNobody = 0xffffffffU;

    void addPieces(const Selection& centrelines, const RunContext& context, PointNodes& nodes);
    void joinEnds(std::size_t nodeCount);
    void joinAt(std::span<const End> ends);
    void traceStreets();
    void trace(End start, bool isClosed);
    void noteSideRoads();
    [[nodiscard]] Point outwards(End end) const;
    [[nodiscard]] Point directionAt(std::uint32_t piece, double along) const;

    std::vector<Piece> m_pieces;
    std::vector<std::vector<End>> m_endsAt; ///< by node
    std::vector<End> m_partner;             ///< by end: where the street goes on; kNobody: it ends
    std::vector<Street> m_streets;
    PackedGeometry m_lines; ///< a piece a feature
    std::optional<NearestFinder> m_finder;
};

} // namespace merestone
