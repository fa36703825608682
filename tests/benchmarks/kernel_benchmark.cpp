// SPDX-License-Identifier: MIT
#include "benchmarks/made_town.hpp"
#include "geometry/box_index.hpp"
#include "geometry/kernels.hpp"
#include "geometry/nearest.hpp"
#include "geometry/overlap.hpp"
#include "geometry/polygon_locator.hpp"
#include "geometry/validity.hpp"
#include "geometry/wkb.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>

namespace merestone {
namespace {

constexpr std::size_t kParcels = 20'000;
constexpr std::size_t kParks = 200;
constexpr std::size_t kVertices = 20'000;
constexpr double kRadius = 400.0;

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b));
}

std::vector<std::uint32_t> allRows(const PackedGeometry& geometry) {
    std::vector<std::uint32_t> rows(geometry.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

void nearestPark(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const PackedGeometry parks = madeParks(kParcels, kParks);
    const NearestFinder finder(parks, allRows(parks));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(finder.find(parcels, i, 5000.0));
        i = (i + 1) % parcels.size();
    }
}
BENCHMARK(nearestPark);

/// GEOS: exact distance to each park whose box is not farther than the best so far.
double nearestByGeos(const GeosGeometry& parcel, const Box& box, const std::vector<GeosGeometry>& parks,
                     const std::vector<Box>& boxes) {
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t p = 0; p < parks.size(); ++p) {
        if (box.squaredDistance(boxes[p]) < best * best) {
            best = std::min(best, distance(*parcel, *parks[p]));
        }
    }
    return best;
}

void nearestParkGeos(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const PackedGeometry parks = madeParks(kParcels, kParks);
    const std::vector<GeosGeometry> geosParcels = toGeos(parcels);
    const std::vector<GeosGeometry> geosParks = toGeos(parks);
    const std::vector<Box> boxes = boxesOf(parcels);
    const std::vector<Box> parkBoxes = boxesOf(parks);
    const NearestFinder finder(parks, allRows(parks));
    for (std::size_t i = 0; i < parcels.size(); i += 499) {
        if (!near(std::sqrt(finder.find(parcels, i, 50'000.0).squaredDistance),
                  nearestByGeos(geosParcels[i], boxes[i], geosParks, parkBoxes))) {
            state.SkipWithError("distances differ from GEOS");
            return;
        }
    }
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(nearestByGeos(geosParcels[i], boxes[i], geosParks, parkBoxes));
        i = (i + 1) % parcels.size();
    }
}
BENCHMARK(nearestParkGeos);

void overlapWithLargePolygon(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const PackedGeometry zone = madeBlob(kParcels, kVertices, kRadius);
    const std::vector<Box> boxes = boxesOf(parcels);
    const StripedPolygon striped(zone, 0);
    OverlapKernel kernel;
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(kernel.area(parcels, i, boxes[i], striped));
        i = (i + 1) % parcels.size();
    }
}
BENCHMARK(overlapWithLargePolygon);

/// Clipping to the parcel's box first is what makes GEOS bearable here.
double overlapByGeos(const GeosGeometry& parcel, const Box& box, const GeosGeometry& zone) {
    return area(*intersection(*parcel, *clip(*zone, box.grown(1.0))));
}

void overlapWithLargePolygonGeos(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const PackedGeometry zone = madeBlob(kParcels, kVertices, kRadius);
    const std::vector<Box> boxes = boxesOf(parcels);
    const std::vector<GeosGeometry> geosParcels = toGeos(parcels);
    const GeosGeometry geosZone = toGeos(zone, 0);
    const StripedPolygon striped(zone, 0);
    OverlapKernel kernel;
    for (std::size_t i = 0; i < parcels.size(); i += 499) {
        if (!near(kernel.area(parcels, i, boxes[i], striped), overlapByGeos(geosParcels[i], boxes[i], geosZone))) {
            state.SkipWithError("overlaps differ from GEOS");
            return;
        }
    }
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(overlapByGeos(geosParcels[i], boxes[i], geosZone));
        i = (i + 1) % parcels.size();
    }
}
BENCHMARK(overlapWithLargePolygonGeos);

constexpr Point kShift{1.7, 0.6}; // a parcel and its copy share most of their area, and their edges cross

void overlapOfPairs(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const PackedGeometry copies = madeParcels(kParcels, kShift);
    const std::vector<Box> boxes = boxesOf(parcels);
    const std::vector<Box> copyBoxes = boxesOf(copies);
    OverlapKernel kernel;
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(kernel.area(parcels, i, copies, i, boxes[i], copyBoxes[i]));
        i = (i + 1) % parcels.size();
    }
}
BENCHMARK(overlapOfPairs);

void overlapOfPairsGeos(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const PackedGeometry copies = madeParcels(kParcels, kShift);
    const std::vector<GeosGeometry> geosParcels = toGeos(parcels);
    const std::vector<GeosGeometry> geosCopies = toGeos(copies);
    OverlapKernel kernel;
    for (std::size_t i = 0; i < parcels.size(); i += 499) {
        if (!near(kernel.area(parcels, i, copies, i, parcels.box(i), copies.box(i)),
                  area(*intersection(*geosParcels[i], *geosCopies[i])))) {
            state.SkipWithError("overlaps differ from GEOS");
            return;
        }
    }
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(area(*intersection(*geosParcels[i], *geosCopies[i])));
        i = (i + 1) % parcels.size();
    }
}
BENCHMARK(overlapOfPairsGeos);

void pointInLargePolygon(benchmark::State& state) {
    const std::vector<Point> points = centresOf(madeParcels(kParcels));
    const PackedGeometry zone = madeBlob(kParcels, kVertices, kRadius);
    const PolygonLocator locator(zone, 0);
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(locator.contains(points[i]));
        i = (i + 1) % points.size();
    }
}
BENCHMARK(pointInLargePolygon);

void pointInLargePolygonGeos(benchmark::State& state) {
    const std::vector<Point> points = centresOf(madeParcels(kParcels));
    const PackedGeometry zone = madeBlob(kParcels, kVertices, kRadius);
    const PolygonLocator locator(zone, 0);
    const GeosGeometry geosZone = toGeos(zone, 0);
    const GeosPrepared prepared = prepare(*geosZone);
    std::vector<GeosGeometry> geosPoints;
    for (const Point p : points) {
        geosPoints.push_back(fromWkb(wkbPoint(p)));
        if (covers(*prepared, *geosPoints.back()) != locator.contains(p)) {
            state.SkipWithError("point in polygon differs from GEOS");
            return;
        }
    }
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(covers(*prepared, *geosPoints[i]));
        i = (i + 1) % points.size();
    }
}
BENCHMARK(pointInLargePolygonGeos);

void validity(benchmark::State& state) {
    PackedGeometry parcels = madeParcels(kParcels);
    for (auto _ : state) {
        benchmark::DoNotOptimize(checkValidity(parcels, InvalidPolicy::leaveOut, RunContext{}));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(parcels.size()));
}
BENCHMARK(validity)->Unit(benchmark::kMillisecond);

void validityGeos(benchmark::State& state) {
    const std::vector<GeosGeometry> parcels = toGeos(madeParcels(kParcels));
    for (auto _ : state) {
        for (const GeosGeometry& parcel : parcels) {
            benchmark::DoNotOptimize(isValid(*parcel));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(parcels.size()));
}
BENCHMARK(validityGeos)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace merestone
