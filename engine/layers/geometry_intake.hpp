// SPDX-License-Identifier: MIT
#pragma once

#include "base/run_context.hpp"
#include "geometry/packed_geometry.hpp"
#include "geometry/validity.hpp"
#include "geometry/wkb.hpp"
#include "layers/coordinate_operation.hpp"
#include "layers/row_source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// Takes the geometry of rows into packed form in the working CRS: curves made straight, Z and M dropped, transformed,
/// tested against the window. Counts what it changed.
class GeometryIntake {
public:
    struct Counts {
        std::size_t withZ = 0;
        std::size_t withM = 0;
        std::size_t curved = 0;
        std::size_t mixed = 0;  ///< collections of which only the highest dimension was kept
        std::size_t closed = 0; ///< rings with a small gap
        std::size_t empty = 0;
        std::size_t outside = 0; ///< with points that cannot be transformed
        std::size_t points = 0;  ///< features by shape, as kept
        std::size_t lines = 0;
        std::size_t polygons = 0;
    };

    /// `operation` is null when source and working CRS are the same; it must outlive the intake.
    GeometryIntake(const CoordinateOperation* operation, bool swapAxes, std::optional<Box> window);

    void reserve(std::size_t features, std::size_t points) { m_geometry.reserve(features, points); }
    /// Adds the rows of a batch whose `keep` is not 0. With a window, `keep` becomes 0 for those whose box does not
    /// meet it, and these are not added. Afterwards there is one feature for each row kept.
    void add(const RowBatch& batch, std::vector<char>& keep, const RunContext& context);
    /// Adds features without geometry, for tables.
    void addEmpty(std::size_t count);

    [[nodiscard]] const Counts& counts() const noexcept { return m_counts; }
    [[nodiscard]] std::size_t size() const noexcept { return m_geometry.size(); }
    [[nodiscard]] std::size_t pointCount() const noexcept { return m_geometry.pointCount(); }
    /// Features refused at the gate, by feature number.
    [[nodiscard]] const std::vector<GeometryDefect>& refused() const noexcept { return m_refused; }
    [[nodiscard]] PackedGeometry takeGeometry() { return std::move(m_geometry); }

    /// Largest angle that a chord of a straightened arc spans; the chord lies at most radius * (1 - cos(half of it))
    /// inside the arc.
    static constexpr double kArcStepDegrees = 1.0;

private:
    WkbOutcome appendShape(PackedGeometry& to, std::string_view wkb);
    void note(const WkbOutcome& outcome);
    void addDirectly(const RowBatch& batch, const std::vector<char>& keep);
    void addMoved(const RowBatch& batch, std::vector<char>& keep, const RunContext& context);
    void refuse(std::string reason);
    void copyFeature(const PackedGeometry& from, std::size_t feature, const Point* points);
    void countShape(Shape shape);

    const CoordinateOperation* m_operation;
    bool m_swapAxes;
    std::optional<Box> m_window;
    PackedGeometry m_geometry;
    std::vector<GeometryDefect> m_refused;
    Counts m_counts;
    std::string m_buffer;
};

} // namespace merestone
