// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/nearest.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/target_set.hpp"

#include <algorithm>
#include <cmath>

namespace merestone {

namespace {

constexpr double kDefaultGapMetres = 0.5;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// `neighbours`: how many selected features lie within a gap of the subject. `run_length`: how many selected features
/// hang together, each within the gap of the next, in the chain that the subject belongs to.
class AdjacencyMeasure final : public Measure {
public:
    explicit AdjacencyMeasure(MeasureRequest&& request)
        : m_isRun(request.spec.kind == "run_length"),
          m_gap(lengthOption(request.spec, "gap").value_or(kDefaultGapMetres)), m_target(request.target),
          m_finder(m_target.geometry(), m_target.rows()), m_clearance(request.coverage) {
        m_weights = std::move(request.weights);
        m_unit = m_weights ? request.weightUnit : unitOf(request.spec, plainNumber());
        m_method = "planar grid, edge to edge";
        m_reach = m_isRun ? kInfinity : m_gap;
    }

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override {
        MeasureColumn column;
        column.values.assign(rows.size(), std::nan(""));
        const bool incomplete = !m_clearance.everywhere() || !m_target.maybe().empty();
        if (incomplete) {
            column.certainLow = column.values;
            column.certainHigh = column.values;
        }
        parallelFor(rows.size(), 64, context, [&](std::size_t begin, std::size_t end) {
            std::vector<std::uint32_t> members;
            for (std::size_t i = begin; i < end; ++i) {
                if (!subjects.usable(rows[i])) {
                    continue;
                }
                collect(subjects, rows[i], members);
                column.values[i] = figure(members);
                if (incomplete) {
                    const bool known = m_target.maybe().empty() && !m_isRun &&
                                       m_clearance.around(subjects.geometry(), rows[i]) >= m_gap;
                    column.certainLow[i] = column.values[i];
                    column.certainHigh[i] = known ? column.values[i] : kInfinity;
                }
            }
        });
        return column;
    }

    Evidence evidence(const Layer& subjects, std::uint32_t row) const override {
        std::vector<std::uint32_t> members;
        collect(subjects, row, members);
        std::vector<Point> points;
        points.reserve(members.size());
        for (const std::uint32_t member : members) {
            points.push_back(m_target.layer().centroids()[member]);
        }
        return points.empty() ? Evidence{} : Evidence{wkbMultiPoint(points), nullptr, 0};
    }

private:
    /// The number of members, or the sum of their weights; unknown when one of those is.
    [[nodiscard]] double figure(const std::vector<std::uint32_t>& members) const {
        if (!m_weights) {
            return static_cast<double>(members.size());
        }
        double sum = 0.0;
        for (const std::uint32_t member : members) {
            sum += (*m_weights)[member];
        }
        return sum;
    }

    /// Rows of the target that count for a subject, ascending.
    void collect(const Layer& subjects, std::uint32_t row, std::vector<std::uint32_t>& members) const {
        const bool own = &subjects == &m_target.layer();
        m_finder.forEachWithin(subjects.geometry(), row, m_gap, members);
        if (!m_isRun) {
            if (own) {
                std::erase(members, row);
            }
            return;
        }
        if (own && !m_target.holds(row)) {
            members.clear(); // the subject is not one of those that make a run
            return;
        }
        std::vector<std::uint32_t> open = members;
        std::vector<std::uint32_t> near;
        while (!open.empty()) {
            const std::uint32_t next = open.back();
            open.pop_back();
            m_finder.forEachWithin(m_target.geometry(), next, m_gap, near);
            for (const std::uint32_t candidate : near) {
                const auto at = std::lower_bound(members.begin(), members.end(), candidate);
                if (at == members.end() || *at != candidate) {
                    members.insert(at, candidate);
                    open.push_back(candidate);
                }
            }
        }
    }

    bool m_isRun;
    double m_gap;
    std::shared_ptr<const std::vector<double>> m_weights; ///< `of:` of run_length
    TargetSet m_target;
    NearestFinder m_finder;
    Clearance m_clearance;
};

} // namespace

std::unique_ptr<Measure> makeAdjacencyMeasure(MeasureRequest&& request) {
    return std::make_unique<AdjacencyMeasure>(std::move(request));
}

} // namespace merestone
