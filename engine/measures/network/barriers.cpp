// SPDX-License-Identifier: MIT
#include "measures/network/barriers.hpp"

#include "base/parallel.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 1024;

/// One stretch through several segments of a run: where it lies in each, and its corners.
struct Passage {
    std::vector<std::pair<std::size_t, Stretch>> parts; ///< segment, and where in it
    std::vector<Point> line;
};

} // namespace

Barriers::Barriers(SelectionPtr barriers, SelectionPtr crossings, double reach)
    : m_barriers(std::move(barriers)), m_crossings(std::move(crossings)), m_reach(reach),
      m_contacts(m_barriers->layer->geometry(), m_barriers->rows) {
    if (m_crossings) {
        m_crossingFinder.emplace(m_crossings->layer->geometry(), m_crossings->rows);
    }
}

bool Barriers::isOpened(std::span<const Point> stretch) const {
    if (!m_crossingFinder) {
        return false;
    }
    const bool isPoint = distanceBetween(stretch.front(), stretch.back()) == 0.0 && stretch.size() <= 2;
    const PackedGeometry shape = isPoint ? pointFeature(stretch.front()) : lineFeature(stretch);
    return m_crossingFinder->find(shape, 0, m_reach).found();
}

std::vector<std::vector<Stretch>> Barriers::cutsOf(std::span<const WaySegment> segments,
                                                   const RunContext& context) const {
    std::vector<std::vector<Stretch>> met(segments.size());
    parallelFor(segments.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            met[i] = m_contacts.stretches(segments[i].a, segments[i].b);
        }
    });
    std::vector<std::vector<Stretch>> cuts(segments.size());
    Passage passage;
    const auto finish = [&] {
        if (!passage.parts.empty() && !isOpened(passage.line)) {
            for (const auto& [segment, stretch] : passage.parts) {
                cuts[segment].push_back(stretch);
            }
        }
        passage = {};
    };
    // A passage goes on through a corner when it reaches the end of one segment and starts at that of the next.
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const WaySegment& segment = segments[i];
        const double length = distanceBetween(segment.a, segment.b);
        for (const Stretch& stretch : met[i]) {
            const bool goesOn = !segment.opensRun && stretch.from == 0.0 && !passage.parts.empty() &&
                                passage.parts.back().first + 1 == i && passage.line.back() == segment.a;
            if (!goesOn) {
                finish();
                passage.line.push_back(pointAlong(segment.a, segment.b, stretch.from));
            }
            passage.parts.emplace_back(i, stretch);
            passage.line.push_back(stretch.to >= length ? segment.b : pointAlong(segment.a, segment.b, stretch.to));
        }
    }
    finish();
    return cuts;
}

bool Barriers::bars(Point from, Point to) const {
    if (from == to) {
        return false;
    }
    const std::vector<Stretch> met = m_contacts.stretches(from, to);
    return std::any_of(met.begin(), met.end(), [](const Stretch& stretch) { return stretch.to > kSamePlaceMetres; });
}

} // namespace merestone
