// SPDX-License-Identifier: MIT
#include "layers/crs_fit.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace merestone {

namespace {

constexpr double kDegreesToRadians = 0.017453292519943295;
constexpr double kWebMercatorRadius = 6378137.0;
// Land of Great Britain in its own grid, from the Isles of Scilly to Shetland. It leaves out the corner by the false
// origin, where coordinates in degrees would lie.
constexpr Box kGreatBritainGrid{5'000, 5'000, 660'000, 1'225'000};
constexpr Box kBritishIslesDegrees{-10.8, 49.8, 1.9, 60.95};
constexpr double kMost = 0.5;      // a reading under which fewer points fit is wrong
constexpr double kNearlyAll = 0.9; // a reading under which so many points fit is worth suggesting

double webMercatorY(double latitude) {
    return kWebMercatorRadius * std::log(std::tan((45.0 + latitude / 2.0) * kDegreesToRadians));
}

Box britishIslesWebMercator() {
    return {kBritishIslesDegrees.minX * kDegreesToRadians * kWebMercatorRadius, webMercatorY(kBritishIslesDegrees.minY),
            kBritishIslesDegrees.maxX * kDegreesToRadians * kWebMercatorRadius,
            webMercatorY(kBritishIslesDegrees.maxY)};
}

double share(std::span<const Point> points, const std::function<bool(Point)>& fits) {
    if (points.empty()) {
        return 0.0;
    }
    return static_cast<double>(std::count_if(points.begin(), points.end(), fits)) / static_cast<double>(points.size());
}

std::string percent(double part) {
    return rounded(part * 100.0, 0) + " %";
}

std::string example(std::span<const Point> points) {
    return rounded(points.front().x, 3) + ", " + rounded(points.front().y, 3);
}

constexpr const char* kSwapped = "EPSG:4326 with axes swapped";

std::string suggestion(std::span<const Point> points) {
    const std::vector<CrsGuess> guesses = guessCrs(points);
    if (guesses.front().share < kNearlyAll) {
        return "say in which CRS the coordinates are: `crs:` on the layer";
    }
    return guessText(guesses) + "; " + guessRemedy(guesses);
}

} // namespace

std::vector<CrsGuess> guessCrs(std::span<const Point> points) {
    const Box mercator = britishIslesWebMercator();
    std::vector<CrsGuess> guesses = {
        {"EPSG:27700", share(points, [](Point p) { return kGreatBritainGrid.contains(p); })},
        {"EPSG:4326", share(points, [](Point p) { return kBritishIslesDegrees.contains(p); })},
        {kSwapped, share(points,
                         [](Point p) {
                             return kBritishIslesDegrees.contains(Point{p.y, p.x});
                         })},
        {"EPSG:3857", share(points, [&](Point p) { return mercator.contains(p); })},
    };
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const CrsGuess& a, const CrsGuess& b) { return a.share > b.share; });
    return guesses;
}

std::string guessText(const std::vector<CrsGuess>& guesses) {
    if (guesses.empty() || guesses.front().share <= 0.0) {
        return "the points fall in Great Britain under none of the usual readings";
    }
    const auto other = std::find_if(guesses.begin() + 1, guesses.end(), [](const CrsGuess& guess) {
        return guess.crs == "EPSG:4326" || guess.crs == "EPSG:27700";
    });
    std::string text =
        percent(guesses.front().share) + " of the points fall in Great Britain as " + guesses.front().crs;
    if (other != guesses.end()) {
        text += ", " + percent(other->share) + " as " + other->crs;
    }
    return text;
}

std::string guessRemedy(const std::vector<CrsGuess>& guesses) {
    if (guesses.empty() || guesses.front().share < kMost) {
        return "set `crs:` on the layer to the code of its CRS";
    }
    if (guesses.front().crs == kSwapped) {
        return "exchange x and y (longitude comes first)";
    }
    return "set `crs: " + guesses.front().crs + "` on the layer";
}

Misfit crsMisfit(std::span<const Point> points, const Crs& crs, const Crs& working,
                 const CoordinateOperation* operation) {
    if (points.empty()) {
        return {};
    }
    const std::string coordinates = "its coordinates (for example " + example(points) + ") ";
    if (crs.isGeographic()) {
        const double inRange = share(points, [](Point p) { return std::abs(p.x) <= 360.0 && std::abs(p.y) <= 90.0; });
        if (inRange < kMost) {
            return {coordinates + "are no degrees of " + crs.label() + "; " + suggestion(points)};
        }
    } else if (const std::optional<Box> degrees = crs.areaInDegrees()) {
        const double asDegrees = share(points, [&](Point p) {
            return degrees->contains(p) || degrees->contains(Point{p.y, p.x});
        });
        if (crs.isInMetres() && asDegrees >= kNearlyAll) {
            return {coordinates + "look like degrees, not metres of " + crs.label() + "; " + suggestion(points)};
        }
    }
    const std::optional<Box> area = crs.area();
    if (area && share(points, [&](Point p) { return area->contains(p); }) < kMost) {
        std::string text = coordinates + "lie outside the area of use of " + crs.label() + "; ";
        if (share(points, [&](Point p) { return area->contains(Point{p.y, p.x}); }) >= kNearlyAll) {
            return {text +
                    "with x and y exchanged they lie inside: exchange x and y (easting or longitude comes first)"};
        }
        const bool otherReading = guessCrs(points).front().share >= kNearlyAll;
        return {text + suggestion(points), otherReading || !crs.isSame(working)};
    }
    const std::optional<Box> target = working.area();
    if (operation != nullptr && target) {
        std::vector<Point> moved(points.begin(), points.end());
        operation->transform(moved, RunContext{});
        if (share(moved, [&](Point p) { return target->contains(p); }) <= 0.0) {
            return {"as " + crs.label() + " none of its points (for example " + example(points) +
                    ") falls in the area of use of " + working.label() + "; " + suggestion(points)};
        }
    }
    return {};
}

} // namespace merestone
