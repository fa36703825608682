// SPDX-License-Identifier: MIT
#include "commands/tracing.hpp"

#include "geometry/kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <queue>
#include <utility>

namespace merestone::viewer {

namespace {

constexpr double kSameMetres = 0.001;     ///< corners this near are one
constexpr double kLeastAround = 30.0;     ///< metres round the two places that are searched in any case
constexpr std::size_t kMostEdges = 20000; ///< more would make the mouse wait

/// Corners joined by edges, and the shortest way between two of them.
class Network {
public:
    std::uint32_t node(Point place) {
        const std::pair key(std::llround(place.x / kSameMetres), std::llround(place.y / kSameMetres));
        const auto [entry, isNew] = m_known.emplace(key, static_cast<std::uint32_t>(m_places.size()));
        if (isNew) {
            m_places.push_back(place);
            m_links.emplace_back();
        }
        return entry->second;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        const double metres = std::hypot(m_places[a].x - m_places[b].x, m_places[a].y - m_places[b].y);
        m_links[a].emplace_back(b, metres);
        m_links[b].emplace_back(a, metres);
    }
    /// Dijkstra's algorithm. Empty when there is no way.
    [[nodiscard]] std::vector<Point> way(std::uint32_t from, std::uint32_t to) const {
        constexpr double kFar = std::numeric_limits<double>::infinity();
        std::vector<double> reached(m_places.size(), kFar);
        std::vector<std::uint32_t> before(m_places.size(), from);
        using Step = std::pair<double, std::uint32_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
        reached[from] = 0.0;
        open.emplace(0.0, from);
        while (!open.empty() && open.top().second != to) {
            const auto [metres, at] = open.top();
            open.pop();
            for (const auto& [next, edge] : m_links[at]) {
                if (metres <= reached[at] && metres + edge < reached[next]) {
                    reached[next] = metres + edge;
                    before[next] = at;
                    open.emplace(reached[next], next);
                }
            }
        }
        std::vector<Point> places;
        for (std::uint32_t at = to; reached[to] < kFar && at != from; at = before[at]) {
            places.push_back(m_places[at]);
        }
        std::reverse(places.begin(), places.end());
        return places;
    }

private:
    std::map<std::pair<long long, long long>, std::uint32_t> m_known;
    std::vector<Point> m_places;
    std::vector<std::vector<std::pair<std::uint32_t, double>>> m_links;
};

using Edge = std::pair<Point, Point>;

std::vector<Edge> edgesIn(const map::MapScene& scene, const Box& window) {
    std::vector<Edge> edges;
    for (const map::MapLayer& layer : scene.layers) {
        if (!layer.visible) {
            continue;
        }
        const PackedGeometry& geometry = layer.features->geometry();
        layer.features->index().query(window, [&](std::uint32_t row) {
            for (std::uint32_t run = geometry.runsBegin(row); run < geometry.runsEnd(row); ++run) {
                const std::span<const Point> points = geometry.run(run);
                for (std::size_t i = 1; i < points.size() && geometry.shape(row) != Shape::point; ++i) {
                    Box box;
                    box.extend(points[i - 1]);
                    box.extend(points[i]);
                    if (box.meets(window)) {
                        edges.emplace_back(points[i - 1], points[i]);
                    }
                }
            }
            return edges.size() <= kMostEdges;
        });
    }
    return edges;
}

} // namespace

std::vector<Point> traced(const map::MapScene& scene, Point from, Point to) {
    Box window;
    window.extend(from);
    window.extend(to);
    window = window.grown(std::max(kLeastAround, std::hypot(to.x - from.x, to.y - from.y)));
    const std::vector<Edge> edges = edgesIn(scene, window);
    if (edges.size() > kMostEdges) {
        return {to};
    }
    Network network;
    const std::uint32_t start = network.node(from);
    const std::uint32_t end = network.node(to);
    for (const auto& [a, b] : edges) {
        const std::uint32_t first = network.node(a);
        const std::uint32_t last = network.node(b);
        network.join(first, last);
        constexpr double kSquared = kSameMetres * kSameMetres;
        const bool hasStart = squaredDistanceToSegment(from, a, b) <= kSquared;
        const bool hasEnd = squaredDistanceToSegment(to, a, b) <= kSquared;
        for (const auto& [has, place] : {std::pair(hasStart, start), std::pair(hasEnd, end)}) {
            if (has) {
                network.join(place, first);
                network.join(place, last);
            }
        }
        if (hasStart && hasEnd) {
            network.join(start, end);
        }
    }
    std::vector<Point> way = network.way(start, end);
    if (way.empty()) {
        return {to};
    }
    way.back() = to; // not the corner that is a millimetre beside it
    return way;
}

} // namespace merestone::viewer
