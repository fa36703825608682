// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/geos.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/target_set.hpp"
#include "measures/views/view_cone.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultEyeMetres = 1.6;
constexpr double kTowering = 1e7; ///< metres; what has no known height may be this tall

/// A height that is one number for all, or a field of the subject.
class Height {
public:
    Height(const MeasureRequest& request, std::string_view option, double fallback)
        : m_field(request.findField(option, true)),
          m_metres(m_field ? 0.0 : lengthOption(request.spec, option).value_or(fallback)) {}
    [[nodiscard]] double of(std::uint32_t row) const { return m_field ? (*m_field)[row] : m_metres; }

private:
    std::shared_ptr<const std::vector<double>> m_field;
    double m_metres;
};

/// `visibility`: the share of a view line or cone that no building stands in.
class VisibilityMeasure final : public Measure {
public:
    explicit VisibilityMeasure(MeasureRequest&& request)
        : m_target(request.target), m_heights(request.findField("height")), m_eye(request, "eye", kDefaultEyeMetres),
          m_end(request, "target_height", 0.0), m_clearance(request.coverage) {
        if (const SelectionPtr wider = m_target.withMaybe()) {
            m_withMaybe.emplace(wider);
        }
        m_unit = unitOf(request.spec, percent());
        m_method = "sight lines from the eye at the view's start to the target's height at its end, over flat ground "
                   "or heights above one level; buildings with flat tops";
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    enum class Unknown { ignored, towering };
    /// Buildings whose box the view meets, their walls moved outwards by `moved` metres into `shapes`.
    [[nodiscard]] std::vector<ViewCone::Block> blocks(const Layer& subjects, std::uint32_t row, Unknown unknown,
                                                      double moved, PackedGeometry& shapes) const;
    [[nodiscard]] double share(const ViewCone& view, const Layer& subjects, std::uint32_t row, Unknown unknown,
                               double moved) const {
        PackedGeometry shapes;
        const std::vector<ViewCone::Block> found = blocks(subjects, row, unknown, moved, shapes);
        return view.openShare(found, m_eye.of(row), m_end.of(row)) / m_unit.factor;
    }
    [[nodiscard]] std::optional<ViewCone> view(const Layer& subjects, std::uint32_t row) const {
        const bool isKnown = subjects.usable(row) && !std::isnan(m_eye.of(row)) && !std::isnan(m_end.of(row));
        return isKnown ? ViewCone::of(subjects.geometry(), row) : std::nullopt;
    }

    TargetSet m_target;
    std::optional<TargetSet> m_withMaybe;
    std::shared_ptr<const std::vector<double>> m_heights;
    Height m_eye;
    Height m_end;
    Clearance m_clearance;
};

std::vector<ViewCone::Block> VisibilityMeasure::blocks(const Layer& subjects, std::uint32_t row, Unknown unknown,
                                                       double moved, PackedGeometry& shapes) const {
    const TargetSet& set = unknown == Unknown::towering && m_withMaybe ? *m_withMaybe : m_target;
    std::vector<std::uint32_t> near;
    set.index().query(subjects.boxes()[row].grown(std::max(0.0, moved)), [&near](std::uint32_t building) {
        near.push_back(building);
        return true;
    });
    std::sort(near.begin(), near.end());
    std::vector<ViewCone::Block> result;
    for (const std::uint32_t building : near) {
        double height = (*m_heights)[building];
        if (m_target.geometry().shape(building) != Shape::polygon ||
            (std::isnan(height) && unknown == Unknown::ignored)) {
            continue;
        }
        if (std::isnan(height)) {
            height = kTowering;
        }
        if (moved == 0.0) {
            result.push_back({&m_target.geometry(), building, height});
            continue;
        }
        const GeosGeometry shape = buffer(*toGeos(m_target.geometry(), building), moved);
        if (!isEmpty(*shape)) {
            appendGeos(shapes, *shape);
            result.push_back({&shapes, static_cast<std::uint32_t>(shapes.size() - 1), height});
        }
    }
    return result;
}

MeasureColumn VisibilityMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                          const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    const double error = std::hypot(subjects.accuracyMetres(), m_target.layer().accuracyMetres());
    parallelFor(rows.size(), 1, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::optional<ViewCone> seen = view(subjects, rows[i]);
            if (!seen) {
                continue;
            }
            const double value = share(*seen, subjects, rows[i], Unknown::ignored, 0.0);
            column.values[i] = value;
            column.low[i] =
                error > 0.0 ? std::min(value, share(*seen, subjects, rows[i], Unknown::ignored, error)) : value;
            column.high[i] =
                error > 0.0 ? std::max(value, share(*seen, subjects, rows[i], Unknown::ignored, -error)) : value;
            column.certainHigh[i] = value;
            const bool known = m_clearance.everywhere() || m_clearance.around(subjects.geometry(), rows[i]) > 0.0;
            column.certainLow[i] =
                known ? std::min(value, share(*seen, subjects, rows[i], Unknown::towering, 0.0)) : 0.0;
        }
    });
    return column;
}

/// The ground of the buildings that stand in the view.
Evidence VisibilityMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    const std::optional<ViewCone> seen = view(subjects, row);
    if (!seen) {
        return {};
    }
    PackedGeometry shapes;
    std::vector<std::uint32_t> blocking;
    for (const ViewCone::Block& block : blocks(subjects, row, Unknown::ignored, 0.0, shapes)) {
        if (seen->openShare({block}, m_eye.of(row), m_end.of(row)) < 1.0) {
            blocking.push_back(block.feature);
        }
    }
    if (blocking.empty()) {
        return {};
    }
    Evidence result{toWkb(*intersection(*toGeos(subjects.geometry(), row), *unionOf(m_target.geometry(), blocking))),
                    nullptr, 0};
    if (blocking.size() == 1) {
        result.otherLayer = &m_target.layer();
        result.otherRow = blocking.front();
    }
    return result;
}

} // namespace

std::unique_ptr<Measure> makeVisibilityMeasure(MeasureRequest&& request) {
    if (!request.findField("height")) {
        throw Error(ErrorCode::plan, request.spec.place.text() +
                                         ": visibility needs 'height': the field with the height of a building's top");
    }
    return std::make_unique<VisibilityMeasure>(std::move(request));
}

} // namespace merestone
