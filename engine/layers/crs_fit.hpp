// SPDX-License-Identifier: MIT
#pragma once

#include "layers/coordinate_operation.hpp"
#include "layers/crs.hpp"
#include "layers/inspect.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

/// What share of some points of a source falls in the British Isles under each usual reading; best first. Readings:
/// EPSG:27700, EPSG:4326, EPSG:4326 with axes swapped, EPSG:3857.
[[nodiscard]] std::vector<CrsGuess> guessCrs(std::span<const Point> points);

/// "100 % of the points fall in Great Britain as EPSG:27700, 0 % as EPSG:4326"; says so when no reading fits.
[[nodiscard]] std::string guessText(const std::vector<CrsGuess>& guesses);

/// What to do about a source whose CRS is missing or wrong, by the best guess; starts with a verb.
[[nodiscard]] std::string guessRemedy(const std::vector<CrsGuess>& guesses);

/// What speaks against points being in a CRS.
struct Misfit {
    std::string text;    ///< empty: nothing does
    bool certain = true; ///< false: unusual, and no other reading fits better
};

/// Looks for degrees where metres should be, metres where degrees should be, exchanged axes, coordinates outside the
/// area of use or nowhere near that of the working CRS. `operation` leads from `crs` to `working` and is null when
/// these are the same or it is not known yet.
[[nodiscard]] Misfit crsMisfit(std::span<const Point> points, const Crs& crs, const Crs& working,
                               const CoordinateOperation* operation);

} // namespace merestone
