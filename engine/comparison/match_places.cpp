// SPDX-License-Identifier: MIT
#include "comparison/match_findings.hpp"

#include "base/error.hpp"
#include "geometry/box_index.hpp"
#include "geometry/geos.hpp"
#include "geometry/kernels.hpp"
#include "geometry/wkb.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr double kRedrawnMetres = 1.0; ///< how far points and lines may lie apart and still be the same place
constexpr double kSharedHalf = 0.5;    ///< of the area of both polygons together
constexpr std::size_t kMostCandidates = 16;

/// The evidence of each finding; what cannot be read is nowhere.
PackedGeometry placesOf(const FindingList& findings) {
    PackedGeometry places;
    for (const Finding* finding : findings) {
        appendWkb(places, finding->evidenceWkb);
    }
    return places;
}

bool isSamePlace(const PackedGeometry& a, std::size_t featureA, const PackedGeometry& b, std::size_t featureB) {
    if (a.shape(featureA) != b.shape(featureB)) {
        return false;
    }
    try {
        const GeosGeometry first = toGeos(a, featureA);
        const GeosGeometry second = toGeos(b, featureB);
        if (a.shape(featureA) != Shape::polygon) {
            return hausdorffDistance(*first, *second) <= kRedrawnMetres;
        }
        const double shared = area(*intersection(*first, *second));
        return shared > kSharedHalf * (area(*first) + area(*second) - shared);
    } catch (const Error&) { // evidence of a defect may itself be invalid
        return false;
    }
}

} // namespace

FindingPairs matchPlaces(const FindingList& before, const FindingList& after, const RunContext& context) {
    const PackedGeometry earlier = placesOf(before);
    const PackedGeometry later = placesOf(after);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < before.size(); ++i) {
        boxes.push_back(earlier.shape(i) == Shape::none ? Box{} : earlier.box(i).grown(kRedrawnMetres));
    }
    const BoxIndex index(boxes);
    std::vector<std::vector<std::size_t>> claims(before.size()); ///< later ones in the place of each earlier one
    std::vector<std::size_t> candidates(after.size(), 0);
    for (std::size_t i = 0; i < after.size(); ++i) {
        context.throwIfStopped();
        if (later.shape(i) == Shape::none) {
            continue;
        }
        index.query(later.box(i), [&](std::uint32_t item) {
            if (isSamePlace(earlier, item, later, i)) {
                claims[item].push_back(i);
                ++candidates[i];
            }
            return candidates[i] < kMostCandidates;
        });
    }
    FindingPairs pairs;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (claims[i].size() == 1 && candidates[claims[i].front()] == 1) {
            pairs.emplace_back(before[i], after[claims[i].front()]);
        }
    }
    return pairs;
}

} // namespace merestone
