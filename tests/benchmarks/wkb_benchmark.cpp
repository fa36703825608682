// SPDX-License-Identifier: MIT
#include "benchmarks/geos_handle.hpp"
#include "benchmarks/made_town.hpp"
#include "geometry/wkb.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace merestone {
namespace {

constexpr std::size_t kParcels = 20'000;

std::vector<std::string> madeWkb() {
    const PackedGeometry parcels = madeParcels(kParcels);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < parcels.size(); ++i) {
        all.push_back(toWkb(parcels, i));
    }
    return all;
}

void wkbDecode(benchmark::State& state) {
    const std::vector<std::string> wkb = madeWkb();
    for (auto _ : state) {
        PackedGeometry geometry;
        for (const std::string& each : wkb) {
            appendWkb(geometry, each);
        }
        if (geometry.size() != wkb.size()) {
            state.SkipWithError("features were lost");
        }
        benchmark::DoNotOptimize(geometry);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(wkb.size()));
}
BENCHMARK(wkbDecode)->Unit(benchmark::kMillisecond);

void wkbDecodeGeos(benchmark::State& state) {
    const std::vector<std::string> wkb = madeWkb();
    const GeosHandle geos;
    GEOSWKBReader* reader = GEOSWKBReader_create_r(geos.get());
    for (auto _ : state) {
        for (const std::string& each : wkb) {
            GEOSGeometry* geometry = GEOSWKBReader_read_r(
                geos.get(), reader, reinterpret_cast<const unsigned char*>(each.data()), each.size());
            benchmark::DoNotOptimize(geometry);
            GEOSGeom_destroy_r(geos.get(), geometry);
        }
    }
    GEOSWKBReader_destroy_r(geos.get(), reader);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(wkb.size()));
}
BENCHMARK(wkbDecodeGeos)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace merestone
