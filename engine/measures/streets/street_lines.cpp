// SPDX-License-Identifier: MIT
#include "measures/streets/street_lines.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

namespace merestone {

namespace {

constexpr double kStraightOnDegrees = 45.0; ///< a street turns no more than this over a junction

double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}
double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}
Point towards(Point a, Point b) {
    const double length = distanceBetween(a, b);
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

/// Angle from `from` counter-clockwise to `to`, 0 to 2 pi.
double turn(Point from, Point to) {
    const double angle = std::atan2(cross(from, to), dot(from, to));
    return angle < 0.0 ? angle + 2 * std::numbers::pi : angle;
}

} // namespace

StreetLines::StreetLines(const Selection& centrelines, const RunContext& context) {
    PointNodes nodes;
    addPieces(centrelines, context, nodes);
    joinEnds(nodes.points().size());
    traceStreets();
    noteSideRoads();
    std::vector<std::uint32_t> rows(m_pieces.size());
    std::iota(rows.begin(), rows.end(), 0U);
    m_finder.emplace(m_lines, rows);
}

void StreetLines::addPieces(const Selection& centrelines, const RunContext& context, PointNodes& nodes) {
    const std::vector<WaySegment> segments = segmentsOf(centrelines);
    const std::vector<std::vector<Joint>> joints = jointsOf(segments, false, context);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        std::vector<Point> stops{segments[i].a};
        for (const Joint& joint : joints[i]) {
            stops.push_back(joint.place);
        }
        stops.push_back(segments[i].b);
        for (std::size_t k = 0; k + 1 < stops.size(); ++k) {
            Piece piece;
            piece.a = stops[k];
            piece.b = stops[k + 1];
            piece.from = nodes.nodeAt(piece.a);
            piece.to = nodes.nodeAt(piece.b);
            if (piece.from == piece.to) {
                continue; // two joints within a millimetre
            }
            piece.followsLine =
                !(segments[i].opensRun && k == 0) && !m_pieces.empty() && m_pieces.back().to == piece.from;
            m_pieces.push_back(piece);
            m_lines.addPoint(piece.a);
            m_lines.addPoint(piece.b);
            m_lines.endRun();
            m_lines.endPart();
            m_lines.endFeature(Shape::line);
        }
    }
}

Point StreetLines::outwards(End end) const {
    const Piece& piece = m_pieces[end / 2];
    return end % 2 == 0 ? towards(piece.a, piece.b) : towards(piece.b, piece.a);
}

void StreetLines::joinEnds(std::size_t nodeCount) {
    m_endsAt.resize(nodeCount);
    m_partner.assign(m_pieces.size() * 2, kNobody);
    for (std::uint32_t piece = 0; piece < m_pieces.size(); ++piece) {
        m_endsAt[m_pieces[piece].from].push_back(2 * piece);
        m_endsAt[m_pieces[piece].to].push_back(2 * piece + 1);
    }
    for (const std::vector<End>& ends : m_endsAt) {
        joinAt(ends);
    }
}

void StreetLines::joinAt(std::span<const End> ends) {
    struct Pair {
        int rank; ///< 0: one line goes through; 1: nothing else is there; 2: straight on
        double bend;
        End first;
        End second;
    };
    std::vector<Pair> pairs;
    const double most = kStraightOnDegrees * std::numbers::pi / 180.0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (std::size_t k = i + 1; k < ends.size(); ++k) {
            const End first = std::min(ends[i], ends[k]);
            const End second = std::max(ends[i], ends[k]);
            const bool isOneLine = first % 2 == 1 && second == first + 1 && m_pieces[second / 2].followsLine;
            const Point ahead = outwards(second);
            const Point back = outwards(first);
            const double bend = std::abs(std::atan2(cross(back, ahead), -dot(back, ahead)));
            if (isOneLine || ends.size() == 2 || bend <= most) {
                pairs.push_back({isOneLine ? 0 : ends.size() == 2 ? 1 : 2, isOneLine ? 0.0 : bend, first, second});
            }
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.rank, a.bend, a.first, a.second) < std::tie(b.rank, b.bend, b.first, b.second);
    });
    for (const Pair& pair : pairs) {
        if (m_partner[pair.first] == kNobody && m_partner[pair.second] == kNobody &&
            pair.first / 2 != pair.second / 2) {
            m_partner[pair.first] = pair.second;
            m_partner[pair.second] = pair.first;
        }
    }
}

void StreetLines::trace(End start, bool isClosed) {
    Street street;
    street.isClosed = isClosed;
    End entry = start;
    while (true) {
        Piece& piece = m_pieces[entry / 2];
        piece.street = static_cast<std::uint32_t>(m_streets.size());
        piece.start = street.length;
        piece.isReversed = entry % 2 == 1;
        street.length += distanceBetween(piece.a, piece.b);
        const End exit = entry ^ 1U;
        if (m_partner[exit] == kNobody || m_partner[exit] == start) {
            break;
        }
        entry = m_partner[exit];
    }
    m_streets.push_back(std::move(street));
}

void StreetLines::traceStreets() {
    constexpr std::uint32_t kUntraced = 0xffffffffU;
    for (Piece& piece : m_pieces) {
        piece.street = kUntraced;
    }
    for (End end = 0; end < m_partner.size(); ++end) {
        if (m_partner[end] == kNobody && m_pieces[end / 2].street == kUntraced) {
            trace(end, false);
        }
    }
    for (End end = 0; end < m_partner.size(); end += 2) { // what is left has no end
        if (m_pieces[end / 2].street == kUntraced) {
            trace(end, true);
        }
    }
}

void StreetLines::noteSideRoads() {
    for (const std::vector<End>& ends : m_endsAt) {
        for (const End end : ends) {
            // Each passage once: from the end at which the street arrives here.
            const Piece& piece = m_pieces[end / 2];
            const bool arrives = (end % 2 == 1) != piece.isReversed;
            if (!arrives || m_partner[end] == kNobody) {
                continue;
            }
            Street& street = m_streets[piece.street];
            const double along = piece.start + distanceBetween(piece.a, piece.b);
            const Point ahead = outwards(m_partner[end]);
            const double back = turn(ahead, outwards(end));
            for (const End other : ends) {
                if (other != end && other != m_partner[end]) {
                    const bool isLeft = turn(ahead, outwards(other)) < back;
                    street.sideRoads[isLeft ? 0 : 1].push_back(along >= street.length && street.isClosed ? 0.0 : along);
                }
            }
        }
    }
    for (Street& street : m_streets) {
        for (std::vector<double>& roads : street.sideRoads) {
            std::sort(roads.begin(), roads.end());
        }
    }
}

Point StreetLines::directionAt(std::uint32_t piece, double along) const {
    const Piece& here = m_pieces[piece];
    const double length = distanceBetween(here.a, here.b);
    Point direction = towards(here.a, here.b);
    // At a corner of the street: between the directions before and after it.
    const bool atA = along <= kSamePlaceMetres;
    const bool atB = along >= length - kSamePlaceMetres;
    if (atA || atB) {
        const End partner = m_partner[2 * piece + (atB ? 1U : 0U)];
        if (partner != kNobody) {
            const Point next = outwards(partner);
            const double sign = atB ? 1.0 : -1.0;
            const Point sum{direction.x + sign * next.x, direction.y + sign * next.y};
            if (std::hypot(sum.x, sum.y) > 0.0) {
                direction = towards({0.0, 0.0}, sum);
            }
        }
    }
    return here.isReversed ? Point{-direction.x, -direction.y} : direction;
}

std::optional<StreetPlace> StreetLines::placeOf(Point p, double setback) const {
    const PackedGeometry point = pointFeature(p);
    const Nearest nearest = m_finder->find(point, 0, setback);
    if (!nearest.found()) {
        return std::nullopt;
    }
    const Piece& piece = m_pieces[nearest.row];
    const double fromA = distanceBetween(piece.a, nearest.onTarget);
    const double length = distanceBetween(piece.a, piece.b);
    StreetPlace place;
    place.street = piece.street;
    place.along = piece.start + (piece.isReversed ? std::max(0.0, length - fromA) : fromA);
    place.foot = nearest.onTarget;
    place.direction = directionAt(nearest.row, fromA);
    const double off = cross(place.direction, {p.x - place.foot.x, p.y - place.foot.y});
    if (std::abs(off) <= kSamePlaceMetres) {
        return std::nullopt;
    }
    place.side = off > 0.0 ? Side::left : Side::right;
    return place;
}

} // namespace merestone
