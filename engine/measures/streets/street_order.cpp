// SPDX-License-Identifier: MIT
#include "measures/streets/street_order.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <tuple>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 512;
constexpr double kRoundingMetres = 1e-6; ///< positions are sums; a gap of exactly the limit must not be above it

std::uint64_t keyOf(const StreetPlace& place) {
    return (std::uint64_t{place.street} << 1U) | static_cast<std::uint64_t>(place.side);
}

bool isBefore(const Frontage& a, const Frontage& b) {
    return std::tie(a.place.along, a.row) < std::tie(b.place.along, b.row);
}

} // namespace

StreetOrder::StreetOrder(const StreetLines& streets, const Layer& properties, const Settings& settings,
                         const RunContext& context)
    : m_streets(&streets), m_settings(settings) {
    (void)properties.centroids();
    std::vector<std::optional<Frontage>> frontages(properties.size());
    parallelFor(properties.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            frontages[row] = frontageOf(properties, static_cast<std::uint32_t>(row));
        }
    });
    for (const std::optional<Frontage>& frontage : frontages) {
        if (frontage) {
            m_lanes[keyOf(frontage->place)].push_back(*frontage);
        }
    }
    for (auto& [key, lane] : m_lanes) {
        std::sort(lane.begin(), lane.end(), isBefore);
    }
}

std::optional<Frontage> StreetOrder::frontageOf(const Layer& layer, std::uint32_t row) const {
    if (!layer.usable(row)) {
        return std::nullopt;
    }
    const std::optional<StreetPlace> place = m_streets->placeOf(layer.centroids()[row], m_settings.setback);
    if (!place) {
        return std::nullopt;
    }
    Frontage frontage{*place, place->along, place->along, row};
    if (layer.geometry().shape(row) != Shape::point) {
        for (const Point& p : layer.geometry().points(row)) {
            const double ahead =
                (p.x - place->foot.x) * place->direction.x + (p.y - place->foot.y) * place->direction.y;
            frontage.from = std::min(frontage.from, place->along + ahead);
            frontage.to = std::max(frontage.to, place->along + ahead);
        }
    }
    return frontage;
}

double StreetOrder::distanceAlong(const Frontage& first, const Frontage& second) const {
    const Street& street = m_streets->streets()[first.place.street];
    const double along = second.place.along - first.place.along;
    return along < 0.0 && street.isClosed ? along + street.length : along;
}

double StreetOrder::gapBetween(const Frontage& first, const Frontage& second) const {
    const double widths = first.to - first.place.along + second.place.along - second.from;
    return std::max(0.0, distanceAlong(first, second) - widths);
}

bool StreetOrder::isParted(const Frontage& first, const Frontage& second) const {
    if (!m_settings.sideRoadBreaks) {
        return false;
    }
    const auto side = static_cast<std::size_t>(first.place.side);
    const std::vector<double>& roads = m_streets->streets()[first.place.street].sideRoads[side];
    const double from = first.place.along;
    const double to = second.place.along;
    return std::any_of(roads.begin(), roads.end(), [from, to](double road) {
        return from <= to ? road >= from && road <= to : road >= from || road <= to; // round the end of a ring
    });
}

std::vector<std::uint32_t> StreetOrder::following(const Frontage& start, bool forwards, double gap, double limit,
                                                  std::span<const std::uint32_t> itself) const {
    std::vector<std::uint32_t> result;
    const auto found = m_lanes.find(keyOf(start.place));
    if (found == m_lanes.end()) {
        return result;
    }
    const Lane& lane = found->second;
    const bool isClosed = m_streets->streets()[start.place.street].isClosed;
    const auto here =
        static_cast<std::size_t>(std::lower_bound(lane.begin(), lane.end(), start, isBefore) - lane.begin());
    Frontage before = start;
    double walked = 0.0;
    for (std::size_t k = 0; k < lane.size(); ++k) {
        const bool isBeyond = forwards ? here + k >= lane.size() : k >= here;
        if (isBeyond && !isClosed) {
            break;
        }
        const std::size_t at = forwards ? (here + k) % lane.size() : (here + lane.size() - 1 - k) % lane.size();
        const Frontage& candidate = lane[at];
        if (std::binary_search(itself.begin(), itself.end(), candidate.row)) {
            continue;
        }
        const Frontage& first = forwards ? before : candidate;
        const Frontage& second = forwards ? candidate : before;
        walked += distanceAlong(first, second);
        if (gapBetween(first, second) > gap + kRoundingMetres || isParted(first, second) || walked > limit) {
            break;
        }
        result.push_back(candidate.row);
        before = candidate;
    }
    return result;
}

} // namespace merestone
