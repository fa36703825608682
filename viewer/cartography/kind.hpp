// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace merestone::map {

/// What a feature is on the ground or in the plan. A theme says what each kind looks like, so that a scene need not be
/// made anew when the theme changes. In drawing order within a shape: what comes later lies above.
enum class Kind : std::uint8_t {
    // Land, by use.
    land,
    housing,
    flats,
    gardenLand,
    shopping,
    employment,
    education,
    community,
    openLand,
    // Green and blue.
    schoolField,
    park,
    futureGreen,
    allotments,
    cemetery,
    sports,
    woodland,
    water,
    // What stands and runs on it.
    building,
    buildingPublic,
    railway,
    path,
    street,
    streetSecondary,
    streetMain,
    // What others have designated.
    floodZone2,
    floodZone3,
    floodZone3b,
    conservationArea,
    greenBelt,
    ancientWoodland,
    nature,
    // What the plan draws.
    policyArea,
    centre,
    orphanSpace,
    localGreenSpace,
    siteAllocation,
    notDevelopable,
    subArea,
    otherArea,
    designatedArea,
    neighbourhoodArea,
    // Points.
    address,
    listedBuilding,
    takeaway,
    shopPoint,
    school,
    health,
    hall,
    worship,
    library,
    pub,
    nursery,
    stop,
    tree,
    asset,
    // What nothing is known of.
    otherArea1,
    otherArea2,
    otherArea3,
    otherLine,
    otherPoint,
    // What a reader has picked out, whatever it is.
    filterMatch,
    crowdedMatch, ///< the same among thousands
};
inline constexpr int kKindCount = static_cast<int>(Kind::crowdedMatch) + 1;

} // namespace merestone::map
