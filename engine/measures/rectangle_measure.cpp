// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/wkb.hpp"
#include "measures/factories.hpp"
#include "measures/inscribed_rectangle.hpp"
#include "measures/options.hpp"

#include <array>
#include <cmath>

namespace merestone {

namespace {

/// `inscribed_rectangle`: area of a largest rectangle inside the subject, drawn as its outline.
class RectangleMeasure final : public Measure {
public:
    explicit RectangleMeasure(const MeasureSpec& spec) : m_ratio(numberOption(spec, "ratio")) {
        if (m_ratio && !(*m_ratio > 0.0)) {
            throw Error(ErrorCode::plan, spec.place.text() + ": option 'ratio' must be above 0");
        }
        m_unit = unitOf(spec, squareMetres());
        m_method = "planar grid, rectangle of any direction";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        MeasureColumn column;
        column.values.assign(rows.size(), std::nan(""));
        parallelFor(rows.size(), 8, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                if (subjects.usable(rows[i]) && subjects.geometry().shape(rows[i]) == Shape::polygon) {
                    column.values[i] = inscribedRectangle(subjects.geometry(), rows[i], m_ratio).area() / m_unit.factor;
                }
            }
        });
        return column;
    }

    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        if (!subjects.usable(row) || subjects.geometry().shape(row) != Shape::polygon) {
            return {};
        }
        const Rectangle found = inscribedRectangle(subjects.geometry(), row, m_ratio);
        if (!(found.area() > 0.0)) {
            return {};
        }
        PackedGeometry outline;
        outline.addPoints(found.corners);
        outline.addPoint(found.corners.front());
        outline.endRun();
        outline.endPart();
        outline.endFeature(Shape::polygon);
        return {toWkb(outline, 0), nullptr, 0};
    }

private:
    std::optional<double> m_ratio;
};

} // namespace

std::unique_ptr<Measure> makeInscribedRectangle(MeasureRequest&& request) {
    return std::make_unique<RectangleMeasure>(request.spec);
}

} // namespace merestone
