// SPDX-License-Identifier: MIT
#include "measures/measure_traits.hpp"

#include "measures/measure_registry.hpp"
#include "measures/options.hpp"
#include "plan/measure_names.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace merestone {

namespace {

constexpr double kDefaultSearchMetres = 5000.0;
constexpr double kDefaultGapMetres = 0.5;
constexpr double kDefaultAlongMetres = 2.0;
constexpr double kDefaultDriftMetres = 10.0;
constexpr double kDefaultFacingMetres = 100.0;
constexpr double kDefaultStreetGapMetres = 15.0;
constexpr double kDefaultSetbackMetres = 50.0;
constexpr double kLongestRunMetres = 2000.0; ///< a run of adjacent properties is never looked for further than this

template <std::size_t N> bool isOneOf(const std::string& kind, const std::array<std::string_view, N>& kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

constexpr std::array<std::string_view, 9> kAreas{"area",
                                                 "inscribed_rectangle",
                                                 "area_within",
                                                 "overlap_area",
                                                 "area_outside",
                                                 "symmetric_difference",
                                                 "gaps",
                                                 "overlaps",
                                                 ""};
constexpr std::array<std::string_view, 5> kLengths{"length", "width", "hausdorff", "distance", "length_outside"};
constexpr std::array<std::string_view, 2> kShares{"share_within", "share_of_count"};
constexpr std::array<std::string_view, 6> kSums{"sum_within", "nearest",   "total",
                                                "run_length", "component", "apportioned"};
constexpr std::array<std::string_view, 2> kRatios{"compactness", "balance"};

/// The reach that a plugin states for one of its kinds.
double addedReach(const MeasureKind& kind, const MeasureSpec& spec) {
    switch (kind.reach.kind) {
    case MeasureReach::Kind::everywhere:
        return std::numeric_limits<double>::infinity();
    case MeasureReach::Kind::option: {
        const MeasureOption* option = findMeasureOption(kind.name, kind.reach.option);
        const std::optional<Quantity> standard = parseQuantity(option->defaultText); // a length: it was checked
        return lengthOption(spec, option->name).value_or(standard ? standard->value * standard->unit.factor : 0.0);
    }
    case MeasureReach::Kind::touching:
        break;
    }
    return 0.0;
}

} // namespace

std::optional<Unit> measureUnit(const MeasureSpec& spec, const std::optional<Unit>& ofUnit) {
    if (isOneOf(spec.kind, kAreas)) {
        return unitOf(spec, squareMetres());
    }
    if (isOneOf(spec.kind, kLengths)) {
        return unitOf(spec, metres());
    }
    if (isOneOf(spec.kind, kShares)) {
        return unitOf(spec, percent());
    }
    if (isOneOf(spec.kind, kRatios)) {
        return unitOf(spec, plainNumber());
    }
    if (isOneOf(spec.kind, kSums)) {
        if (wordOption(spec, "of", "count") == "area") {
            return unitOf(spec, squareMetres());
        }
        if (ofUnit) {
            return unitOf(spec, *ofUnit);
        }
        return spec.unit; // a bare number is what the plan says it is
    }
    if (spec.kind == "per_head") {
        Unit own = wordOption(spec, "of", "area") == "area" ? squareMetres() : ofUnit.value_or(plainNumber());
        own.dimension.people = static_cast<std::int8_t>(own.dimension.people - 1);
        own.symbol += own.symbol.empty() ? "per person" : "/person";
        return unitOf(spec, own);
    }
    const MeasureName* kind = findMeasureName(spec.kind);
    if (kind != nullptr && !kind->unit.empty() && !kind->unitVaries) {
        return unitOf(spec, parseUnit(kind->unit).value_or(Unit{}));
    }
    return spec.unit; // counts
}

double measureReach(const MeasureSpec& spec) {
    double reach = 0.0;
    if (const std::optional<AddedMeasureKind> added = findAddedMeasureKind(spec.kind)) {
        return addedReach(added->kind, spec);
    }
    if (spec.kind == "total" || spec.kind == "policies_without_features" || spec.kind == "symmetric_difference" ||
        spec.kind == "hausdorff" || spec.kind == "balance" || spec.kind == "component") {
        reach = std::numeric_limits<double>::infinity();
    } else if (spec.kind == "distance" || spec.kind == "nearest" || spec.kind == "network_distance") {
        reach = lengthOption(spec, "search").value_or(kDefaultSearchMetres);
    } else if (spec.kind == "people_within") {
        // What else an output area holds decides which share of it lies in the subject.
        reach = findOption(spec, "addresses") != nullptr ? lengthOption(spec, "search").value_or(kDefaultSearchMetres)
                                                         : 0.0;
    } else if (spec.kind == "apportioned") {
        reach = wordOption(spec, "by", "place") == "people" ? std::numeric_limits<double>::infinity() : 0.0;
    } else if (spec.kind == "street_neighbours") {
        reach = lengthOption(spec, "gap").value_or(kDefaultStreetGapMetres) +
                2 * lengthOption(spec, "setback").value_or(kDefaultSetbackMetres);
    } else if (spec.kind == "boundary_along" || spec.kind == "drift") {
        reach = lengthOption(spec, "within").value_or(spec.kind == "drift" ? kDefaultDriftMetres : kDefaultAlongMetres);
    } else if (spec.kind == "facing_distance") {
        reach = lengthOption(spec, "search").value_or(kDefaultFacingMetres);
    } else if (spec.kind == "neighbours") {
        reach = lengthOption(spec, "gap").value_or(kDefaultGapMetres);
    } else if (spec.kind == "run_length") {
        reach = kLongestRunMetres;
    } else if (spec.kind == "street_run") {
        reach = kLongestRunMetres + 2 * lengthOption(spec, "setback").value_or(kDefaultSetbackMetres);
    } else {
        reach = lengthOption(spec, "radius").value_or(0.0);
    }
    return reach;
}

bool readsText(const std::string& kind) noexcept {
    return kind == "mentions" || kind == "unknown_references" || kind == "years_outside_period";
}

bool takesShapeless(const MeasureSpec& spec) {
    return (spec.kind == "total" && wordOption(spec, "of", "count") != "area") ||
           spec.kind == "policies_without_features";
}

bool needsAreas(const std::string& kind) noexcept {
    return kind == "area_within" || kind == "share_within" || kind == "area_outside" || kind == "overlap_area";
}

bool isPairMeasure(const MeasureSpec& spec) noexcept {
    return spec.target == "other";
}

} // namespace merestone
