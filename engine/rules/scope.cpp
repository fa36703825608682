// SPDX-License-Identifier: MIT
#include "rules/scope.hpp"

#include "base/parallel.hpp"
#include "geometry/nearest.hpp"
#include "measures/inside_area.hpp"
#include "rules/compiled_rule.hpp"

#include <numeric>

namespace merestone {

namespace {

constexpr double kSliverM2 = 1.0; ///< a neighbour that only touches the area along its border is not in it
constexpr double kMostOf = 0.5;   ///< but a feature that is mostly in the area is in it, however small it is

} // namespace

std::vector<std::uint32_t> rowsInScope(const Plan& plan, const LayerMap& layers, const std::string& layer, Scope scope,
                                       const RunContext& context) {
    const Layer& subjects = *layers.at(layer);
    std::vector<std::uint32_t> all(subjects.size());
    std::iota(all.begin(), all.end(), 0U);
    const LayerSpec* spec = plan.findLayer(layer);
    const LayerPtr area = layers.at(kPlanLayer);
    if (scope == Scope::everything || spec == nullptr || isPlanRole(spec->role) || area->boxes()[0].empty()) {
        return all;
    }
    auto selection = std::make_shared<Selection>();
    selection->layer = area;
    selection->rows.push_back(0);
    const InsideArea inside(selection, context);
    const std::uint32_t first = 0;
    const NearestFinder border(area->geometry(), std::span(&first, 1));
    std::vector<char> keep(subjects.size(), 0);
    parallelFor(all.size(), 1024, context, [&](std::size_t begin, std::size_t end) {
        OverlapKernel kernel;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = all[i];
            if (!subjects.usable(row)) {
                keep[i] = 1;
            } else if (subjects.geometry().shape(row) == Shape::polygon) {
                const double shared = inside.unionArea(subjects, row, kernel);
                const bool mostly = shared > 0.0 && shared >= kMostOf * subjects.areas()[row];
                keep[i] = shared > kSliverM2 || mostly ? 1 : 0;
            } else {
                keep[i] = border.find(subjects.geometry(), row, 0.0).found() ? 1 : 0;
            }
        }
    });
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (keep[i] != 0) {
            rows.push_back(all[i]);
        }
    }
    return rows;
}

} // namespace merestone
