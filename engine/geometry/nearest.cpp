// SPDX-License-Identifier: MIT
#include "geometry/nearest.hpp"

#include "geometry/kernels.hpp"
#include "geometry/polygon_locator.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr std::uint32_t kGroupSize = 16;
constexpr std::size_t kManyVertices = 64; ///< from here on a locator pays for itself

/// Whether segments ab and cd share a point, for segments in general position: touching cases have an end point at
/// distance zero, which the distance test finds anyway.
bool segmentsCross(Point a, Point b, Point c, Point d) noexcept {
    const auto side = [](Point p, Point q, Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    return (side(a, b, c) > 0.0) != (side(a, b, d) > 0.0) && (side(c, d, a) > 0.0) != (side(c, d, b) > 0.0);
}

Point nearestOnSegment(Point p, Point a, Point b) noexcept {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
    return {a.x + t * dx, a.y + t * dy};
}

Point crossingOf(Point a, Point b, Point c, Point d) noexcept {
    const double denominator = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (denominator == 0.0) {
        return a;
    }
    const double t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / denominator;
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

} // namespace

/// The state of one search: the subject and the best pair so far.
struct NearestFinder::Search {
    const PackedGeometry& subjects;
    std::size_t feature;
    std::uint32_t except;
    Box box;
    Point centre;
    double radius; ///< every point of the subject lies this near to `centre`
    Nearest best;
    double centreLimit; ///< squared: a segment further than this from `centre` cannot be nearer than `best`

    Search(const PackedGeometry& geometry, std::size_t f, double search, std::uint32_t exceptRow)
        : subjects(geometry), feature(f), except(exceptRow), box(geometry.box(f)), centre(box.centre()),
          radius(std::hypot(box.maxX - box.minX, box.maxY - box.minY) / 2) {
        setLimit(search * search);
    }
    void setLimit(double squaredDistance) {
        best.squaredDistance = squaredDistance;
        // A hair wider than exact, so that rounding never hides the true nearest.
        const double reach = (std::sqrt(squaredDistance) + radius) * (1 + 1e-12);
        centreLimit = reach * reach;
    }
    void improve(double squaredDistance, std::uint32_t row, Point onSubject, Point onTarget) {
        setLimit(squaredDistance);
        best.row = row;
        best.onSubject = onSubject;
        best.onTarget = onTarget;
        hit = true;
    }
    /// Takes the distance from a target's point to one of the subject's segments into account.
    void considerEnd(std::uint32_t row, Point end, Point from, Point to) {
        const double d = squaredDistanceToSegment(end, from, to);
        if (d < best.squaredDistance || (!hit && d <= best.squaredDistance)) {
            improve(d, row, nearestOnSegment(end, from, to), end);
        }
    }
    /// Takes a segment (a point if a == b) of a target into account.
    void consider(std::uint32_t row, Point a, Point b);
    bool hit = false;
};

void NearestFinder::Search::consider(std::uint32_t row, Point a, Point b) {
    Box segment;
    segment.extend(a);
    segment.extend(b);
    if (segment.squaredDistance(box) > best.squaredDistance * (1 + 1e-12)) {
        return; // a circle round a long plot says less
    }
    const bool mayCross = segment.meets(box);
    const bool isPoint = subjects.shape(feature) == Shape::point;
    // An end further from the centre than the limit cannot be the nearest point.
    const auto reaches = [this](Point end) {
        return (end.x - centre.x) * (end.x - centre.x) + (end.y - centre.y) * (end.y - centre.y) <= centreLimit;
    };
    for (std::uint32_t r = subjects.runsBegin(feature); r < subjects.runsEnd(feature); ++r) {
        const std::span<const Point> run = subjects.run(r);
        for (const Point& p : run) {
            const double d = squaredDistanceToSegment(p, a, b);
            if (d < best.squaredDistance || (!hit && d <= best.squaredDistance)) {
                improve(d, row, p, nearestOnSegment(p, a, b));
            }
        }
        const bool fromA = reaches(a);
        const bool fromB = reaches(b);
        if (isPoint || !(fromA || fromB || mayCross)) {
            continue;
        }
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            if (fromA) {
                considerEnd(row, a, run[i], run[i + 1]);
            }
            if (fromB) {
                considerEnd(row, b, run[i], run[i + 1]);
            }
            if (mayCross && (!hit || best.squaredDistance > 0.0) && segmentsCross(a, b, run[i], run[i + 1])) {
                const Point crossing = crossingOf(a, b, run[i], run[i + 1]);
                improve(0.0, row, crossing, crossing);
            }
        }
    }
}

NearestFinder::~NearestFinder() = default;
NearestFinder::NearestFinder(NearestFinder&&) noexcept = default;
NearestFinder& NearestFinder::operator=(NearestFinder&&) noexcept = default;

NearestFinder::NearestFinder(const PackedGeometry& targets, std::span<const std::uint32_t> rows)
    : m_targets(&targets), m_rows(rows.begin(), rows.end()) {
    m_boxes.reserve(rows.size());
    m_locators.resize(rows.size());
    for (std::size_t position = 0; position < m_rows.size(); ++position) {
        const std::uint32_t row = m_rows[position];
        m_firstGroup.push_back(static_cast<std::uint32_t>(m_groups.size()));
        addGroups(row);
        m_boxes.push_back(targets.box(row));
        if (targets.shape(row) == Shape::polygon && targets.points(row).size() > kManyVertices) {
            m_locators[position] = std::make_unique<PolygonLocator>(targets, row);
        }
    }
    std::vector<Box> groupBoxes(m_groups.size());
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const Group& group = m_groups[g];
        for (const Point& p : targets.run(group.run).subspan(group.first, group.count + 1)) {
            groupBoxes[g].extend(p);
        }
    }
    m_groupIndex = BoxIndex(groupBoxes);
    m_rowIndex = BoxIndex(m_boxes);
}

void NearestFinder::addGroups(std::uint32_t row) {
    for (std::uint32_t r = m_targets->runsBegin(row); r < m_targets->runsEnd(row); ++r) {
        const std::uint32_t points = static_cast<std::uint32_t>(m_targets->run(r).size());
        if (m_targets->shape(row) == Shape::point) {
            for (std::uint32_t i = 0; i < points; ++i) {
                m_groups.push_back({row, r, i, 0});
            }
            continue;
        }
        for (std::uint32_t first = 0; first + 1 < points; first += kGroupSize) {
            m_groups.push_back({row, r, first, std::min(kGroupSize, points - 1 - first)});
        }
    }
}

bool NearestFinder::meetsByContainment(const PackedGeometry& subjects, std::size_t feature, std::uint32_t position,
                                       Point& where) const {
    const std::uint32_t row = m_rows[position];
    if (m_targets->shape(row) == Shape::polygon) {
        const Point p = subjects.points(feature).front();
        const bool inside = m_locators[position] ? m_locators[position]->contains(p)
                                                 : m_boxes[position].contains(p) && containsPoint(*m_targets, row, p);
        if (inside) {
            where = p;
            return true;
        }
    }
    if (subjects.shape(feature) == Shape::polygon) {
        const Point p = m_targets->points(row).front();
        if (containsPoint(subjects, feature, p)) {
            where = p;
            return true;
        }
    }
    return false;
}

void NearestFinder::examine(Search& search, const Group& group) const {
    if (group.row == search.except) {
        return;
    }
    const std::span<const Point> points = m_targets->run(group.run).subspan(group.first, group.count + 1);
    if (group.count == 0) {
        search.consider(group.row, points[0], points[0]);
        return;
    }
    // The segment nearest to the centre first: it bounds what is worth looking at among the others.
    double fromCentre[kGroupSize];
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < group.count; ++i) {
        fromCentre[i] = squaredDistanceToSegment(search.centre, points[i], points[i + 1]);
        first = fromCentre[i] < fromCentre[first] ? i : first;
    }
    if (fromCentre[first] > search.centreLimit) {
        return;
    }
    search.consider(group.row, points[first], points[first + 1]);
    for (std::uint32_t i = 0; i < group.count; ++i) {
        if (i != first && fromCentre[i] <= search.centreLimit) {
            search.consider(group.row, points[i], points[i + 1]);
        }
    }
}

void NearestFinder::searchGroups(Search& search) const {
    struct Waiting {
        double squaredDistance;
        std::uint32_t node;
    };
    Waiting stack[BoxIndex::kNodeSize * 9];
    std::size_t depth = 0;
    stack[depth++] = {0.0, m_groupIndex.root()};
    while (depth > 0) {
        const Waiting next = stack[--depth];
        if (next.squaredDistance > search.best.squaredDistance ||
            (search.hit && next.squaredDistance >= search.best.squaredDistance)) {
            continue;
        }
        if (next.node < m_groupIndex.leafCount()) {
            examine(search, m_groups[m_groupIndex.nodeItem(next.node)]);
            continue;
        }
        const std::size_t base = depth;
        const std::uint32_t end = m_groupIndex.childrenEnd(next.node);
        for (std::uint32_t child = m_groupIndex.nodeItem(next.node); child < end; ++child) {
            const double d = m_groupIndex.nodeBox(child).squaredDistance(search.box);
            if (d > search.best.squaredDistance) {
                continue;
            }
            // Insertion sort: the nearest child ends on top of the stack.
            std::size_t at = depth++;
            while (at > base && stack[at - 1].squaredDistance < d) {
                stack[at] = stack[at - 1];
                --at;
            }
            stack[at] = {d, child};
        }
    }
}

Nearest NearestFinder::find(const PackedGeometry& subjects, std::size_t feature, double search, std::uint32_t except,
                            std::uint32_t hint) const {
    if (m_groups.empty() || subjects.points(feature).empty()) {
        return {};
    }
    Search state(subjects, feature, search, except);
    // One inside the other has no edges near each other.
    m_rowIndex.query(state.box, [&](std::uint32_t position) {
        Point where;
        if (m_rows[position] != except && meetsByContainment(subjects, feature, position, where)) {
            state.improve(0.0, m_rows[position], where, where);
        }
        return !state.hit;
    });
    if (!state.hit) {
        if (hint != kNobody && hint != except) {
            const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), hint);
            if (found != m_rows.end() && *found == hint) {
                // One exact distance is a good first bound; the pair itself is found again by the search.
                const Group& group = m_groups[m_firstGroup[static_cast<std::size_t>(found - m_rows.begin())]];
                const Point a = m_targets->run(group.run)[group.first];
                const Point p = subjects.points(feature).front();
                const double bound = (p.x - a.x) * (p.x - a.x) + (p.y - a.y) * (p.y - a.y);
                if (bound < state.best.squaredDistance) {
                    state.setLimit(bound);
                }
            }
        }
        searchGroups(state);
    }
    if (!state.hit) {
        return {};
    }
    return state.best;
}

void NearestFinder::forEachWithin(const PackedGeometry& subjects, std::size_t feature, double distance,
                                  std::vector<std::uint32_t>& rows) const {
    rows.clear();
    if (m_groups.empty() || subjects.points(feature).empty() || !(distance >= 0.0)) {
        return;
    }
    const Box window = subjects.box(feature).grown(distance);
    m_rowIndex.query(window, [&](std::uint32_t position) {
        Point where;
        if (meetsByContainment(subjects, feature, position, where)) {
            rows.push_back(m_rows[position]);
            return true;
        }
        const std::uint32_t lastGroup = position + std::size_t{1} < m_firstGroup.size()
                                            ? m_firstGroup[position + std::size_t{1}]
                                            : static_cast<std::uint32_t>(m_groups.size());
        Search state(subjects, feature, distance, kNobody);
        for (std::uint32_t g = m_firstGroup[position]; g < lastGroup && !state.hit; ++g) {
            examine(state, m_groups[g]);
        }
        if (state.hit) {
            rows.push_back(m_rows[position]);
        }
        return true;
    });
    std::sort(rows.begin(), rows.end());
}

double squaredDistance(const PackedGeometry& a, std::size_t featureA, const PackedGeometry& b, std::size_t featureB) {
    const std::uint32_t row = static_cast<std::uint32_t>(featureB);
    return NearestFinder(b, std::span(&row, 1))
        .find(a, featureA, std::numeric_limits<double>::infinity())
        .squaredDistance;
}

} // namespace merestone
