// SPDX-License-Identifier: MIT
#include "layers/coordinate_operation.hpp"

#include "base/parallel.hpp"
#include "base/text.hpp"

#include <cmath>
#include <mutex>
#include <proj.h>
#include <vector>

namespace merestone {

namespace {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};
struct OperationDeleter {
    void operator()(PJ* object) const noexcept { proj_destroy(object); }
};
struct ListDeleter {
    void operator()(PJ_OBJ_LIST* list) const noexcept { proj_list_destroy(list); }
};
struct FactoryDeleter {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const noexcept {
        proj_operation_factory_context_destroy(factory);
    }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using ProjObject = std::unique_ptr<PJ, OperationDeleter>;
using ObjectList = std::unique_ptr<PJ_OBJ_LIST, ListDeleter>;
using Factory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDeleter>;

constexpr std::size_t kGrain = 32 * 1024;

Context makeContext() {
    Context context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

ObjectList operations(PJ_CONTEXT* context, const Crs& from, const Crs& to, PROJ_GRID_AVAILABILITY_USE grids,
                      PROJ_INTERMEDIATE_CRS_USE pivots) {
    const ProjObject source(proj_create(context, from.definition().c_str()));
    const ProjObject target(proj_create(context, to.definition().c_str()));
    if (!source || !target) {
        return nullptr;
    }
    const Factory factory(proj_create_operation_factory_context(context, nullptr));
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(context, factory.get(), grids);
    proj_operation_factory_context_set_allow_use_intermediate_crs(context, factory.get(), pivots);
    if (const std::optional<Box> area = to.areaInDegrees()) {
        proj_operation_factory_context_set_area_of_interest(context, factory.get(), area->minX, area->minY, area->maxX,
                                                            area->maxY);
    }
    return ObjectList(proj_create_operations(context, source.get(), target.get(), factory.get()));
}

std::string nameOf(const PJ* operation) {
    const char* name = proj_get_name(operation);
    return name == nullptr ? std::string("unnamed operation") : printable(name);
}

/// In metres; negative where PROJ states none. Of a bare conversion (OSGB36 in degrees to the National Grid, say) it
/// states none either, because it stays in one datum and is exact.
double statedAccuracy(PJ_CONTEXT* context, const PJ* operation) {
    return proj_get_type(operation) == PJ_TYPE_CONVERSION ? 0.0 : proj_coordoperation_get_accuracy(context, operation);
}

/// The first operation of a list whose accuracy is stated. PROJ's order weighs the area that an operation is meant for
/// before its accuracy, so a local one does not win over one for the whole country.
ProjObject firstStated(PJ_CONTEXT* context, const PJ_OBJ_LIST* list, double& accuracy) {
    const int count = list == nullptr ? 0 : proj_list_get_count(list);
    for (int i = 0; i < count; ++i) {
        ProjObject candidate(proj_list_get(context, list, i));
        accuracy = statedAccuracy(context, candidate.get());
        if (accuracy >= 0.0 && proj_coordoperation_has_ballpark_transformation(context, candidate.get()) == 0) {
            return candidate;
        }
    }
    return nullptr;
}

} // namespace

struct CoordinateOperation::Handles {
    Context context = makeContext();
    ProjObject operation;
    // One clone for each thread at work: a PJ belongs to one thread at a time.
    struct Clone {
        Context context;
        ProjObject operation;
    };
    std::mutex mutex;
    std::vector<Clone> idle;

    Clone take() {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                Clone clone = std::move(idle.back());
                idle.pop_back();
                return clone;
            }
        }
        Clone clone{makeContext(), nullptr};
        const std::lock_guard lock(mutex);
        clone.operation.reset(proj_clone(clone.context.get(), operation.get()));
        return clone;
    }
    void giveBack(Clone clone) {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(clone));
    }
};

CoordinateOperation::CoordinateOperation(const LayerRequest& request, const Crs& from, const Crs& to)
    : m_handles(std::make_unique<Handles>()) {
    choose(request, from, to);
}

CoordinateOperation::~CoordinateOperation() {
    m_handles->idle.clear();
    m_handles->operation.reset(); // before its context
}

void CoordinateOperation::choose(const LayerRequest& request, const Crs& from, const Crs& to) {
    PJ_CONTEXT* context = m_handles->context.get();
    ProjObject best;
    for (const PROJ_INTERMEDIATE_CRS_USE pivots :
         {PROJ_INTERMEDIATE_CRS_USE_IF_NO_DIRECT_TRANSFORMATION, PROJ_INTERMEDIATE_CRS_USE_ALWAYS}) {
        const ObjectList usable =
            operations(context, from, to, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID, pivots);
        best = firstStated(context, usable.get(), m_accuracyMetres);
        if (best) {
            break;
        }
    }
    if (!best) {
        failRequest(request, "PROJ knows no way of stated accuracy from " + from.label() + " to " + to.label() +
                                 " with the grids installed here: install PROJ's grids, or transform the data first");
    }
    m_name = nameOf(best.get());
    m_handles->operation.reset(proj_normalize_for_visualization(context, best.get()));
    if (!m_handles->operation) {
        failRequest(request, "PROJ cannot carry out '" + m_name + "' from " + from.label() + " to " + to.label());
    }
    const ObjectList all = operations(context, from, to, PROJ_GRID_AVAILABILITY_IGNORED,
                                      PROJ_INTERMEDIATE_CRS_USE_IF_NO_DIRECT_TRANSFORMATION);
    double accuracy = 0.0;
    const ProjObject ideal = firstStated(context, all.get(), accuracy);
    if (ideal && accuracy < m_accuracyMetres) {
        m_better = nameOf(ideal.get());
        m_betterAccuracyMetres = accuracy;
    }
}

void CoordinateOperation::transform(std::span<Point> points, const RunContext& context) const {
    parallelFor(points.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        Handles::Clone clone = m_handles->take();
        Point* first = points.data() + begin;
        proj_trans_generic(clone.operation.get(), PJ_FWD, &first->x, sizeof(Point), end - begin, &first->y,
                           sizeof(Point), end - begin, nullptr, 0, 0, nullptr, 0, 0);
        m_handles->giveBack(std::move(clone));
    });
}

Box CoordinateOperation::sourceBox(const Box& window) const {
    constexpr int kDensify = 21;
    // The corners of a window are rarely round in the source: a metre and a thousandth are far more than the curvature
    // between two of the points on its sides, and what lies outside after all is found by the exact test.
    const Box wide = window.grown(1.0 + 0.01 * std::max(window.maxX - window.minX, window.maxY - window.minY));
    Box result;
    proj_errno_reset(m_handles->operation.get());
    if (proj_trans_bounds(m_handles->context.get(), m_handles->operation.get(), PJ_INV, wide.minX, wide.minY, wide.maxX,
                          wide.maxY, &result.minX, &result.minY, &result.maxX, &result.maxY, kDensify) == 0 ||
        result.empty() || !std::isfinite(result.minX + result.minY + result.maxX + result.maxY)) {
        constexpr double kEverything = 1e12;
        return {-kEverything, -kEverything, kEverything, kEverything};
    }
    return result;
}

std::optional<Box> boundsFromDegrees(const Crs& crs, const Box& degrees) {
    constexpr int kDensify = 21;
    const Context context = makeContext();
    // The base CRS of the projection is near enough to WGS 84 for an area of use, and needs no datum shift.
    const ProjObject target(proj_create(context.get(), crs.definition().c_str()));
    if (!target) {
        return std::nullopt;
    }
    const ProjObject base(proj_crs_get_geodetic_crs(context.get(), target.get()));
    if (!base) {
        return std::nullopt;
    }
    const ProjObject raw(proj_create_crs_to_crs_from_pj(context.get(), base.get(), target.get(), nullptr, nullptr));
    if (!raw) {
        return std::nullopt;
    }
    const ProjObject operation(proj_normalize_for_visualization(context.get(), raw.get()));
    Box result;
    if (!operation ||
        proj_trans_bounds(context.get(), operation.get(), PJ_FWD, degrees.minX, degrees.minY, degrees.maxX,
                          degrees.maxY, &result.minX, &result.minY, &result.maxX, &result.maxY, kDensify) == 0 ||
        result.empty()) {
        return std::nullopt;
    }
    return result;
}

} // namespace merestone
