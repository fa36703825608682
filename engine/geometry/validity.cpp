// SPDX-License-Identifier: MIT
#include "geometry/validity.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "geometry/geos_repair.hpp"
#include "geometry/repair_bound.hpp"
#include "geometry/ring_clip.hpp"
#include "geometry/valid_ring.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 1024;
constexpr const char* kStage = "checking geometry";

/// Absolute ring area in m2; holes count against their shell, having the other orientation.
double storedArea(const PackedGeometry& geometry, std::size_t feature) {
    double sum = 0.0;
    if (geometry.shape(feature) == Shape::polygon) {
        for (std::uint32_t run = geometry.runsBegin(feature); run < geometry.runsEnd(feature); ++run) {
            sum += signedArea(geometry.run(run));
        }
    }
    return std::abs(sum);
}

/// Whether a feature is valid without asking GEOS; false means "not certain".
bool certainlyValid(const PackedGeometry& geometry, std::size_t feature) {
    const std::uint32_t begin = geometry.runsBegin(feature);
    const std::uint32_t end = geometry.runsEnd(feature);
    switch (geometry.shape(feature)) {
    case Shape::none:
    case Shape::point:
        return true;
    case Shape::line: // GEOS asks for two different points in each line, and for nothing else
        for (std::uint32_t r = begin; r < end; ++r) {
            const std::span<const Point> line = geometry.run(r);
            if (std::all_of(line.begin(), line.end(), [&](Point p) { return p == line.front(); })) {
                return false;
            }
        }
        return true;
    case Shape::polygon:
        return end - begin == 1 && surelyValid(geometry.run(begin));
    }
    return false;
}

/// What one chunk of features gave; chunks are joined in order, so that threads do not show in the result.
struct Chunk {
    std::vector<GeometryDefect> defects;
    PackedGeometry shapes; ///< the repaired shapes, in the order of their features
};

/// Tells the caller how far the work is, a few times a second.
class Progress {
public:
    Progress(const RunContext& context, std::size_t total) : m_context(context), m_total(total) {}

    void add(std::size_t count) {
        const std::size_t done = m_done.fetch_add(count) + count;
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        auto last = m_last.load();
        if (now - last > kTicksBetween && m_last.compare_exchange_strong(last, now)) {
            m_context.report(kStage, static_cast<double>(done) / static_cast<double>(m_total));
        }
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr Clock::rep kTicksBetween = Clock::duration(std::chrono::milliseconds(300)).count();

    const RunContext& m_context;
    std::size_t m_total;
    std::atomic<std::size_t> m_done{0};
    std::atomic<Clock::rep> m_last{Clock::now().time_since_epoch().count()};
};

class Validator {
public:
    Validator(const PackedGeometry& geometry, InvalidPolicy policy, const RunContext& context)
        : m_geometry(geometry), m_policy(policy), m_context(context) {}

    GeometryState check(std::uint32_t feature, Chunk& chunk) const {
        if (m_geometry.shape(feature) == Shape::none) {
            return GeometryState::empty;
        }
        if (certainlyValid(m_geometry, feature)) {
            return GeometryState::valid;
        }
        m_context.throwIfStopped(); // from here on a feature may take a second or two
        GeometryDefect defect;
        defect.feature = feature;
        defect.areaBefore = storedArea(m_geometry, feature);
        GeometryState state = GeometryState::unreadable;
        try {
            state = ask(defect, chunk);
        } catch (const Error& error) { // one feature that GEOS cannot take does not end the run
            defect.reason = error.what();
        }
        if (state != GeometryState::valid) {
            chunk.defects.push_back(std::move(defect));
        }
        return state;
    }

private:
    GeometryState ask(GeometryDefect& defect, Chunk& chunk) const {
        const GeosGeometry shape = toGeos(m_geometry, defect.feature);
        const std::optional<Invalidity> why = invalidity(*shape);
        if (!why) {
            return GeometryState::valid;
        }
        defect.reason = why->reason;
        defect.place = why->place;
        defect.hasPlace = true;
        return m_policy == InvalidPolicy::leaveOut ? GeometryState::leftOut : repair(*shape, defect, chunk);
    }

    GeometryState repair(const GEOSGeom_t& shape, GeometryDefect& defect, Chunk& chunk) const {
        const char* const why = whyNotRepaired(m_geometry, defect.feature);
        const GeosGeometry better = why == nullptr ? repaired(shape) : nullptr;
        if (!better) {
            defect.reason += std::string("; ") + (why != nullptr ? why : "cannot be repaired");
            return GeometryState::unreadable;
        }
        defect.areaAfter = area(*better);
        appendGeos(chunk.shapes, *better);
        return GeometryState::repaired;
    }

    const PackedGeometry& m_geometry;
    InvalidPolicy m_policy;
    const RunContext& m_context;
};

/// The array with the repaired shapes in place of the old ones, and no shape where repair failed.
PackedGeometry rebuilt(const PackedGeometry& old, const std::vector<GeometryState>& states,
                       const std::vector<Chunk>& chunks) {
    std::size_t points = old.pointCount();
    for (const Chunk& chunk : chunks) {
        points += chunk.shapes.pointCount();
    }
    PackedGeometry result;
    result.reserve(old.size(), points);
    for (std::size_t begin = 0; begin < old.size(); begin += kGrain) {
        const Chunk& chunk = chunks[begin / kGrain];
        std::size_t next = 0;
        for (std::size_t feature = begin; feature < std::min(begin + kGrain, old.size()); ++feature) {
            if (states[feature] == GeometryState::repaired) {
                result.append(chunk.shapes, next++);
            } else if (states[feature] == GeometryState::unreadable) {
                result.endFeature(Shape::none);
            } else {
                result.append(old, feature);
            }
        }
    }
    return result;
}

} // namespace

ValidityReport checkValidity(PackedGeometry& geometry, InvalidPolicy policy, const RunContext& context) {
    ValidityReport report;
    report.states.resize(geometry.size());
    std::vector<Chunk> chunks((geometry.size() + kGrain - 1) / kGrain);
    const Validator validator(geometry, policy, context);
    Progress progress(context, geometry.size());
    parallelFor(geometry.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t feature = begin; feature < end; ++feature) {
            report.states[feature] = validator.check(static_cast<std::uint32_t>(feature), chunks[begin / kGrain]);
        }
        progress.add(end - begin);
    });
    const bool replaces = std::any_of(report.states.begin(), report.states.end(), [](GeometryState state) {
        return state == GeometryState::repaired || state == GeometryState::unreadable;
    });
    if (replaces) {
        geometry = rebuilt(geometry, report.states, chunks);
    }
    for (Chunk& chunk : chunks) {
        std::move(chunk.defects.begin(), chunk.defects.end(), std::back_inserter(report.defects));
    }
    return report;
}

} // namespace merestone
