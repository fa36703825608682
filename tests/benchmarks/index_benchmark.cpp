// SPDX-License-Identifier: MIT
#include "benchmarks/geos_handle.hpp"
#include "benchmarks/made_town.hpp"
#include "geometry/box_index.hpp"

#include <benchmark/benchmark.h>

#include <memory>

namespace merestone {
namespace {

constexpr std::size_t kParcels = 50'000;
constexpr double kReach = 50.0;

/// GEOS's tree over the same features, as a program without our index would use it.
class GeosTree {
public:
    explicit GeosTree(const std::vector<GeosGeometry>& items) : m_tree(GEOSSTRtree_create_r(m_geos.get(), 10)) {
        for (const GeosGeometry& item : items) {
            GEOSSTRtree_insert_r(m_geos.get(), m_tree, item.get(), item.get());
        }
        count(items.front().get()); // the first query builds the tree
    }
    GeosTree(const GeosTree&) = delete;
    GeosTree& operator=(const GeosTree&) = delete;
    ~GeosTree() { GEOSSTRtree_destroy_r(m_geos.get(), m_tree); }

    std::size_t count(const GEOSGeometry* window) {
        std::size_t found = 0;
        GEOSSTRtree_query_r(
            m_geos.get(), m_tree, window, [](void*, void* counter) { ++*static_cast<std::size_t*>(counter); }, &found);
        return found;
    }

private:
    GeosHandle m_geos;
    GEOSSTRtree* m_tree;
};

std::size_t countOurs(const BoxIndex& index, const Box& window) {
    std::size_t found = 0;
    index.query(window, [&found](std::uint32_t) {
        ++found;
        return true;
    });
    return found;
}

void indexBuild(benchmark::State& state) {
    const std::vector<Box> boxes = boxesOf(madeParcels(kParcels));
    for (auto _ : state) {
        BoxIndex index(boxes);
        benchmark::DoNotOptimize(index);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(boxes.size()));
}
BENCHMARK(indexBuild)->Unit(benchmark::kMillisecond);

void indexBuildGeos(benchmark::State& state) {
    const std::vector<GeosGeometry> items = toGeos(madeParcels(kParcels));
    for (auto _ : state) {
        GeosTree tree(items);
        benchmark::DoNotOptimize(tree);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items.size()));
}
BENCHMARK(indexBuildGeos)->Unit(benchmark::kMillisecond);

void indexQuery(benchmark::State& state) {
    const std::vector<Box> boxes = boxesOf(madeParcels(kParcels));
    const BoxIndex index(boxes);
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(countOurs(index, boxes[i].grown(kReach)));
        i = (i + 7919) % boxes.size();
    }
}
BENCHMARK(indexQuery);

void indexQueryGeos(benchmark::State& state) {
    const PackedGeometry parcels = madeParcels(kParcels);
    const std::vector<Box> boxes = boxesOf(parcels);
    const std::vector<GeosGeometry> items = toGeos(parcels);
    const BoxIndex index(boxes);
    GeosTree tree(items);
    for (std::size_t i = 0; i < boxes.size(); i += 997) {
        if (tree.count(toGeos(boxes[i].grown(kReach)).get()) != countOurs(index, boxes[i].grown(kReach))) {
            state.SkipWithError("the two indexes differ");
            return;
        }
    }
    std::vector<GeosGeometry> windows;
    for (const Box& box : boxes) {
        windows.push_back(toGeos(box.grown(kReach)));
    }
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tree.count(windows[i].get()));
        i = (i + 7919) % boxes.size();
    }
}
BENCHMARK(indexQueryGeos);

} // namespace
} // namespace merestone
