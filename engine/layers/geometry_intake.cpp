// SPDX-License-Identifier: MIT
#include "layers/geometry_intake.hpp"

#include "layers/gdal_session.hpp"
#include "layers/straighten.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

bool isFinite(std::span<const Point> points) {
    return std::all_of(points.begin(), points.end(),
                       [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

/// Why a row of a batch has no WKB although it has a geometry; null if there is no such reason.
const std::string* faultOf(const RowBatch& batch, std::size_t row) {
    for (const RowBatch::Fault& fault : batch.faults) {
        if (fault.row == row) {
            return &fault.reason;
        }
    }
    return nullptr;
}

} // namespace

GeometryIntake::GeometryIntake(const CoordinateOperation* operation, bool swapAxes, std::optional<Box> window)
    : m_operation(operation), m_swapAxes(swapAxes), m_window(window) {}

void GeometryIntake::addEmpty(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        m_geometry.endFeature(Shape::none);
    }
}

void GeometryIntake::add(const RowBatch& batch, std::vector<char>& keep, const RunContext& context) {
    if (m_operation == nullptr && !m_swapAxes && !m_window) {
        addDirectly(batch, keep);
    } else {
        addMoved(batch, keep, context);
    }
}

void GeometryIntake::refuse(std::string reason) {
    GeometryDefect defect;
    defect.feature = static_cast<std::uint32_t>(m_geometry.size());
    defect.reason = std::move(reason);
    m_refused.push_back(std::move(defect));
}

void GeometryIntake::countShape(Shape shape) {
    m_counts.empty += shape == Shape::none ? 1 : 0;
    m_counts.points += shape == Shape::point ? 1 : 0;
    m_counts.lines += shape == Shape::line ? 1 : 0;
    m_counts.polygons += shape == Shape::polygon ? 1 : 0;
}

void GeometryIntake::note(const WkbOutcome& outcome) {
    m_counts.withZ += outcome.hadZ ? 1 : 0;
    m_counts.withM += outcome.hadM ? 1 : 0;
    m_counts.mixed += outcome.hadOtherDimensions ? 1 : 0;
    m_counts.closed += outcome.wasUnclosed ? 1 : 0;
}

WkbOutcome GeometryIntake::appendShape(PackedGeometry& to, std::string_view wkb) {
    if (wkb.empty()) {
        to.endFeature(Shape::none);
        WkbOutcome nothing;
        nothing.kind = WkbOutcome::Kind::empty;
        return nothing;
    }
    if (mayHoldCurves(wkb) && straighten(wkb, kArcStepDegrees, m_buffer)) {
        ++m_counts.curved;
        return appendWkb(to, m_buffer);
    }
    return appendWkb(to, wkb);
}

void GeometryIntake::addDirectly(const RowBatch& batch, const std::vector<char>& keep) {
    for (std::size_t row = 0; row < batch.size(); ++row) {
        if (keep[row] == 0) {
            continue;
        }
        const std::string* fault = batch.faults.empty() ? nullptr : faultOf(batch, row);
        if (fault != nullptr) {
            refuse(*fault);
            m_geometry.endFeature(Shape::none);
            continue;
        }
        const WkbOutcome outcome = appendShape(m_geometry, batch.shapes[row]);
        if (outcome.kind == WkbOutcome::Kind::refused) {
            GeometryDefect defect;
            defect.feature = static_cast<std::uint32_t>(m_geometry.size() - 1);
            defect.reason = outcome.reason;
            m_refused.push_back(std::move(defect));
            continue;
        }
        note(outcome);
        countShape(m_geometry.shape(m_geometry.size() - 1));
    }
}

void GeometryIntake::copyFeature(const PackedGeometry& from, std::size_t feature, const Point* points) {
    for (std::uint32_t part = from.firstPart(feature); part < from.firstPart(feature + 1); ++part) {
        for (std::uint32_t run = from.firstRun(part); run < from.firstRun(part + 1); ++run) {
            const std::size_t count = from.run(run).size();
            m_geometry.addPoints({points, count});
            points += count;
            m_geometry.endRun();
        }
        m_geometry.endPart();
    }
    m_geometry.endFeature(from.shape(feature));
}

void GeometryIntake::addMoved(const RowBatch& batch, std::vector<char>& keep, const RunContext& context) {
    PackedGeometry raw;
    std::vector<WkbOutcome> outcomes(batch.size());
    for (std::size_t row = 0; row < batch.size(); ++row) {
        outcomes[row] = appendShape(raw, keep[row] != 0 ? batch.shapes[row] : std::string_view());
    }
    std::vector<Point> moved;
    moved.reserve(raw.pointCount());
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const std::span<const Point> points = raw.points(row);
        moved.insert(moved.end(), points.begin(), points.end());
    }
    if (m_swapAxes) {
        for (Point& p : moved) {
            std::swap(p.x, p.y);
        }
    }
    if (m_operation != nullptr) {
        m_operation->transform(moved, context);
    }
    const Point* next = moved.data();
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const Point* first = next;
        const std::size_t count = raw.points(row).size();
        next += count;
        if (keep[row] == 0) {
            continue;
        }
        const std::string* fault = batch.faults.empty() ? nullptr : faultOf(batch, row);
        const bool refused = outcomes[row].kind == WkbOutcome::Kind::refused;
        const bool outside = !isFinite({first, count});
        Box box;
        if (refused || outside || fault != nullptr) {
            // Where it lies is known in part at best, so it is kept unless what is known lies elsewhere.
            Box finite = finiteBox(batch.shapes[row]);
            if (m_operation == nullptr && !finite.empty()) {
                box = finite;
            } else if (m_window) {
                box = *m_window;
            }
        } else {
            for (std::size_t i = 0; i < count; ++i) {
                box.extend(first[i]);
            }
        }
        // A feature without a shape may lie anywhere, so it is never outside.
        const bool placeless = count == 0 && !refused && fault == nullptr;
        if (m_window && !placeless && !box.meets(*m_window)) {
            keep[row] = 0;
            continue;
        }
        if (fault != nullptr || refused || outside) {
            m_counts.outside += outside ? 1 : 0;
            refuse(fault != nullptr ? *fault
                   : refused        ? std::string(outcomes[row].reason)
                                    : std::string("its coordinates lie where they cannot be transformed"));
            m_geometry.endFeature(Shape::none);
            continue;
        }
        note(outcomes[row]);
        copyFeature(raw, row, first);
        countShape(m_geometry.shape(m_geometry.size() - 1));
    }
}

} // namespace merestone
