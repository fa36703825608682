// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"
#include "measures/streets/street_lines.hpp"

#include <optional>
#include <unordered_map>
#include <vector>

namespace merestone {

/// A property on its side of its street.
struct Frontage {
    StreetPlace place; ///< of its point (centroid)
    double from = 0.0; ///< its extent along the street; both are place.along for a point
    double to = 0.0;
    std::uint32_t row = 0;
};

/// The properties of a layer in their order along each side of each street. Immutable; any thread.
class StreetOrder {
public:
    struct Settings {
        double setback = 50.0;      ///< metres; what lies further from every street is on none
        bool sideRoadBreaks = true; ///< whether a road between two properties parts them
    };
    /// `streets` and `properties` must outlive it.
    StreetOrder(const StreetLines& streets, const Layer& properties, const Settings& settings,
                const RunContext& context);

    /// The frontage of any feature, of this layer or another; nothing if it is on no street.
    [[nodiscard]] std::optional<Frontage> frontageOf(const Layer& layer, std::uint32_t row) const;

    /// The properties next to a frontage on its side, nearest first, for as long as each follows the one before it:
    /// not parted by a side road nor by more than `gap` metres along the street. Those in `itself` (ascending) are the
    /// frontage's own property and are passed over; none lies more than `limit` metres along the street from it.
    [[nodiscard]] std::vector<std::uint32_t> following(const Frontage& start, bool forwards, double gap, double limit,
                                                       std::span<const std::uint32_t> itself) const;

private:
    using Lane = std::vector<Frontage>; ///< one side of one street
    /// Metres along the street from one frontage's end to the next one's start, or from foot to foot.
    [[nodiscard]] double gapBetween(const Frontage& first, const Frontage& second) const;
    [[nodiscard]] double distanceAlong(const Frontage& first, const Frontage& second) const;
    [[nodiscard]] bool isParted(const Frontage& first, const Frontage& second) const;

    const StreetLines* m_streets;
    Settings m_settings;
    std::unordered_map<std::uint64_t, Lane> m_lanes; ///< by street and side; each in order
};

} // namespace merestone
