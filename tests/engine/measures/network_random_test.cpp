// SPDX-License-Identifier: MIT
// Random networks against Floyd and Warshall's algorithm over every place there is, with lengths by GEOS.
#include "engine/measures/made_request.hpp"
#include "engine/measures/random_points.hpp"
#include "geometry/geos.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// All shortest walks between all places, the slow way.
class SlowGraph {
public:
    std::size_t place(Point p) {
        // Noded lines repeat a crossing with the last digits changed.
        const std::pair key(std::llround(p.x * 1e4), std::llround(p.y * 1e4));
        return m_places.try_emplace(key, m_places.size()).first->second;
    }
    void link(Point a, Point b) {
        const double length = merestone::length(*fromWkt(lineWkt({a, b})));
        m_links.push_back({place(a), place(b), length});
    }
    void solve() {
        m_metres.assign(m_places.size(), std::vector<double>(m_places.size(), kInfinity));
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            m_metres[i][i] = 0.0;
        }
        for (const auto& [a, b, length] : m_links) {
            m_metres[a][b] = m_metres[b][a] = std::min(m_metres[a][b], length);
        }
        for (std::size_t k = 0; k < m_places.size(); ++k) {
            for (std::size_t i = 0; i < m_places.size(); ++i) {
                for (std::size_t j = 0; j < m_places.size(); ++j) {
                    m_metres[i][j] = std::min(m_metres[i][j], m_metres[i][k] + m_metres[k][j]);
                }
            }
        }
    }
    [[nodiscard]] double between(Point a, Point b) { return m_metres[place(a)][place(b)]; }

private:
    std::map<std::pair<long long, long long>, std::size_t> m_places;
    std::vector<std::tuple<std::size_t, std::size_t, double>> m_links;
    std::vector<std::vector<double>> m_metres;
};

using Segment = std::pair<Point, Point>;

std::vector<Segment> segmentsOf(const PackedGeometry& lines) {
    std::vector<Segment> segments;
    for (std::size_t f = 0; f < lines.size(); ++f) {
        for (std::uint32_t r = lines.runsBegin(f); r < lines.runsEnd(f); ++r) {
            for (std::size_t i = 0; i + 1 < lines.run(r).size(); ++i) {
                segments.emplace_back(lines.run(r)[i], lines.run(r)[i + 1]);
            }
        }
    }
    return segments;
}

/// Where a point gets onto the network, by trying every segment.
struct Snapped {
    std::size_t segment = 0;
    Point at;
    double leg = kInfinity;
};

/// Ways that are equally near to the millimetre count alike.
std::vector<Snapped> snap(Point p, const std::vector<Segment>& segments) {
    std::vector<Snapped> best;
    double least = kInfinity;
    const GeosGeometry point = fromWkt(pointWkt(p));
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const GeosGeometry line = fromWkt(lineWkt({segments[i].first, segments[i].second}));
        const double leg = distance(*point, *line);
        best.push_back({i, nearestPoints(*point, *line).onB, leg});
        least = std::min(least, leg);
    }
    std::erase_if(best, [least](const Snapped& snapped) { return snapped.leg > least + 0.001; });
    return best;
}

struct World {
    std::vector<std::string> ways;
    std::vector<Point> homes;
    std::vector<Point> shops;
};

World randomWorld(std::uint32_t seed) {
    RandomPoints random(seed);
    World world;
    std::vector<Point> corners;
    for (std::size_t i = 0; i < 14; ++i) {
        corners.push_back(random.point(400.0));
    }
    for (std::size_t way = 0; way < 12; ++way) {
        std::vector<Point> line;
        const std::size_t size = 2 + random.below(3);
        while (line.size() < size) {
            const Point next = corners[random.below(corners.size())];
            if (line.empty() || !(line.back() == next)) {
                line.push_back(next);
            }
        }
        world.ways.push_back(lineWkt(line));
    }
    for (std::size_t i = 0; i < 12; ++i) {
        world.homes.push_back(random.point(400.0));
    }
    for (std::size_t i = 0; i < 4; ++i) {
        world.shops.push_back(random.point(400.0));
    }
    return world;
}

std::vector<std::string> texts(const std::vector<Point>& points) {
    std::vector<std::string> result;
    for (const Point& p : points) {
        result.push_back(pointWkt(p));
    }
    return result;
}

/// The shortest walks from each home to its nearest shop (another than itself if they are the same places).
std::vector<double> slowWalks(const World& world, bool crossings, bool toOthers) {
    const LayerPtr ways = layerOf(world.ways);
    std::vector<Segment> segments = segmentsOf(ways->geometry());
    if (crossings) {
        PackedGeometry noded;
        appendGeos(noded, *unionOf(ways->geometry(), all(ways)->rows));
        segments = segmentsOf(noded);
    }
    SlowGraph graph;
    std::vector<std::vector<Point>> onSegment(segments.size());
    std::vector<Point> places = world.homes;
    places.insert(places.end(), world.shops.begin(), world.shops.end());
    for (const Point& place : places) {
        for (const Snapped& snapped : snap(place, segments)) {
            onSegment[snapped.segment].push_back(snapped.at);
            graph.link(place, snapped.at);
        }
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        std::vector<Point> stops = onSegment[i];
        const auto [a, b] = segments[i];
        stops.push_back(a);
        stops.push_back(b);
        const Point start = a;
        std::sort(stops.begin(), stops.end(), [start](Point p, Point q) {
            return std::hypot(p.x - start.x, p.y - start.y) < std::hypot(q.x - start.x, q.y - start.y);
        });
        for (std::size_t k = 0; k + 1 < stops.size(); ++k) {
            graph.link(stops[k], stops[k + 1]);
        }
    }
    graph.solve();
    std::vector<double> walks;
    for (std::size_t h = 0; h < world.homes.size(); ++h) {
        double best = kInfinity;
        for (std::size_t s = 0; s < world.shops.size(); ++s) {
            if (!toOthers || h != s) {
                best = std::min(best, graph.between(world.homes[h], world.shops[s]));
            }
        }
        walks.push_back(best);
    }
    return walks;
}

void expectWalks(const World& world, bool crossings, bool toOthers, std::uint32_t seed) {
    const LayerPtr shops = layerOf(texts(world.shops));
    const LayerPtr homes = toOthers ? shops : layerOf(texts(world.homes));
    MadeRequest request("network_distance", homes, all(shops));
    request.related("network", layerOf(world.ways)).metres("snap", 1000).flag("node_crossings", crossings);
    const MeasureColumn column = request.values(2);
    const std::vector<double> expected = slowWalks(world, crossings, toOthers);
    const auto measure = request.make();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (std::isinf(expected[i])) {
            EXPECT_TRUE(std::isinf(column.values[i])) << "seed " << seed << ", home " << i;
            continue;
        }
        EXPECT_NEAR(column.values[i], expected[i], 0.002) << "seed " << seed << ", home " << i;
        // The path that is shown is as long as the walk that it explains.
        const std::string path = measure->evidence(*homes, static_cast<std::uint32_t>(i)).wkb;
        EXPECT_NEAR(length(*fromWkb(path)), column.values[i], 0.002) << "seed " << seed << ", home " << i;
    }
}

} // namespace

TEST(NetworkRandom, EqualsEveryWalkThereIs) {
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        expectWalks(randomWorld(seed), false, false, seed);
    }
}

TEST(NetworkRandom, EqualsEveryWalkWhenCrossingsJoin) {
    for (std::uint32_t seed = 101; seed <= 125; ++seed) {
        expectWalks(randomWorld(seed), true, false, seed);
    }
}

TEST(NetworkRandom, EqualsEveryWalkToAnotherOfTheSameLayer) {
    for (std::uint32_t seed = 201; seed <= 260; ++seed) {
        World world = randomWorld(seed);
        world.homes = world.shops;
        expectWalks(world, false, true, seed);
    }
}
