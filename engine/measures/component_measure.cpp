// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "geometry/geos.hpp"
#include "geometry/nearest.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"
#include "measures/target_set.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace merestone {

namespace {

constexpr double kDefaultGapMetres = 20.0;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGrain = 64;

enum class Figure { count, area, reaches };

Figure figureOf(const MeasureSpec& spec) {
    const std::string word = wordOption(spec, "of", "count");
    return word == "area" ? Figure::area : word == "reaches" ? Figure::reaches : Figure::count;
}

/// The connected groups of some features: two are in one group when a chain of gaps of at most `gap` joins them.
class Groups {
public:
    Groups(const Layer& layer, std::span<const std::uint32_t> rows, double gap, const RunContext& context)
        : m_gap(gap), m_finder(layer.geometry(), rows), m_group(layer.size()) {
        std::vector<std::vector<std::uint32_t>> near(rows.size());
        parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                m_finder.forEachWithin(layer.geometry(), rows[i], gap, near[i]);
            }
        });
        std::iota(m_group.begin(), m_group.end(), 0U);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const std::uint32_t other : near[i]) {
                const std::uint32_t a = top(rows[i]);
                const std::uint32_t b = top(other);
                m_group[std::max(a, b)] = std::min(a, b);
            }
        }
        for (std::uint32_t row = 0; row < m_group.size(); ++row) {
            m_group[row] = top(row);
        }
        m_members.resize(layer.size());
        for (const std::uint32_t row : rows) {
            m_members[m_group[row]].push_back(row);
        }
    }

    /// The features of every group that a subject is part of or comes within the gap of, ascending.
    [[nodiscard]] std::vector<std::uint32_t> membersAt(const Layer& subjects, std::uint32_t row) const {
        std::vector<std::uint32_t> near;
        m_finder.forEachWithin(subjects.geometry(), row, m_gap, near);
        std::vector<std::uint32_t> groups;
        for (const std::uint32_t member : near) {
            groups.push_back(m_group[member]);
        }
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        std::vector<std::uint32_t> members;
        for (const std::uint32_t group : groups) {
            members.insert(members.end(), m_members[group].begin(), m_members[group].end());
        }
        std::sort(members.begin(), members.end());
        return members;
    }

private:
    [[nodiscard]] std::uint32_t top(std::uint32_t row) {
        while (m_group[row] != row) {
            m_group[row] = m_group[m_group[row]]; // halve the path on the way
            row = m_group[row];
        }
        return row;
    }

    double m_gap;
    NearestFinder m_finder;
    std::vector<std::uint32_t> m_group; ///< by row: the lowest row of its group
    std::vector<std::vector<std::uint32_t>> m_members;
};

/// `component`: the connected group of features that the subject belongs to: how many, how large, or whether it
/// reaches features of another layer.
class ComponentMeasure final : public Measure {
public:
    explicit ComponentMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    [[nodiscard]] std::vector<std::uint32_t> members(const Groups& groups, const Layer& subjects, std::uint32_t row,
                                                     bool isMember) const;
    [[nodiscard]] double figure(const std::vector<std::uint32_t>& members, double gap) const;
    /// Whether a subject can be part of a group at all: any of another layer can, of its own only a selected one.
    [[nodiscard]] bool belongs(const Layer& subjects, std::uint32_t row) const {
        return &subjects != &m_target.layer() || m_target.holds(row);
    }

    Figure m_figure;
    double m_gap;
    TargetSet m_target;
    SelectionPtr m_reached;
    std::optional<NearestFinder> m_reachedFinder;
    double m_error = 0.0;
    std::optional<Groups> m_groups;
    std::optional<Groups> m_closer; ///< gaps may be wider than drawn
    std::optional<Groups> m_wider;  ///< or narrower
    std::optional<Groups> m_withMaybe;
    bool m_isComplete = true;
};

ComponentMeasure::ComponentMeasure(MeasureRequest&& request)
    : m_figure(figureOf(request.spec)), m_gap(lengthOption(request.spec, "gap").value_or(kDefaultGapMetres)),
      m_target(request.target) {
    m_unit = unitOf(request.spec, m_figure == Figure::area ? squareMetres() : plainNumber());
    m_reach = kInfinity;
    m_method = "planar grid, groups joined by gaps of at most " + rounded(m_gap, 3) + " m, edge to edge";
    m_isComplete = request.coverage.kind == Completeness::Kind::everywhere && !request.coverage.hasUnplaced;
    const Layer& layer = m_target.layer();
    m_error = std::hypot(layer.accuracyMetres(), layer.accuracyMetres());
    m_groups.emplace(layer, m_target.rows(), m_gap, request.context);
    if (m_error > 0.0) {
        m_closer.emplace(layer, m_target.rows(), m_gap - m_error, request.context);
        m_wider.emplace(layer, m_target.rows(), m_gap + m_error, request.context);
    }
    if (const SelectionPtr wider = m_target.withMaybe()) {
        m_withMaybe.emplace(layer, wider->rows, m_gap, request.context);
    }
    if (const RelatedLayer* reached = request.findRelated("reaches")) {
        m_reached = reached->features;
        m_reachedFinder.emplace(m_reached->layer->geometry(), m_reached->rows);
        m_isComplete =
            m_isComplete && reached->coverage.kind == Completeness::Kind::everywhere && !reached->coverage.hasUnplaced;
    }
    (void)layer.areas();
}

std::vector<std::uint32_t> ComponentMeasure::members(const Groups& groups, const Layer& subjects, std::uint32_t row,
                                                     bool isMember) const {
    if (!isMember) {
        return {};
    }
    std::vector<std::uint32_t> found = groups.membersAt(subjects, row);
    if (found.empty() && &subjects == &m_target.layer()) {
        found.push_back(row); // alone, with a gap that the accuracy has made negative
    }
    return found;
}

double ComponentMeasure::figure(const std::vector<std::uint32_t>& members, double gap) const {
    switch (m_figure) {
    case Figure::count:
        return static_cast<double>(members.size());
    case Figure::area: {
        double sum = 0.0;
        for (const std::uint32_t member : members) {
            sum += m_target.layer().areas()[member];
        }
        return sum / m_unit.factor;
    }
    case Figure::reaches:
        break;
    }
    return std::any_of(members.begin(), members.end(),
                       [&](std::uint32_t member) {
                           return m_reachedFinder->find(m_target.geometry(), member, std::max(0.0, gap)).found();
                       })
               ? 1.0
               : 0.0;
}

MeasureColumn ComponentMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                         const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    for (std::vector<double>* bound : {&column.low, &column.high, &column.certainLow, &column.certainHigh}) {
        *bound = column.values;
    }
    parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!subjects.usable(row)) {
                continue;
            }
            const bool isMember = belongs(subjects, row);
            const auto with = [&](const std::optional<Groups>& groups, double gap) {
                return figure(members(*groups, subjects, row, isMember), gap);
            };
            const double value = with(m_groups, m_gap);
            column.values[i] = value;
            column.low[i] = m_closer ? std::min(value, with(m_closer, m_gap - m_error)) : value;
            column.high[i] = m_wider ? std::max(value, with(m_wider, m_gap + m_error)) : value;
            column.certainLow[i] = value;
            column.certainHigh[i] = value;
            if (m_withMaybe) {
                // A feature that may be meant joins groups, and is itself in one if it is the subject.
                const std::span<const std::uint32_t> maybe = m_target.maybe();
                const bool mayBelong = isMember || std::binary_search(maybe.begin(), maybe.end(), row);
                const std::vector<std::uint32_t> most = members(*m_withMaybe, subjects, row, mayBelong);
                column.certainHigh[i] = std::max(value, figure(most, m_gap));
            }
            if (!m_isComplete) {
                column.certainHigh[i] = m_figure == Figure::reaches ? 1.0 : kInfinity;
            }
        }
    });
    return column;
}

Evidence ComponentMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    const std::vector<std::uint32_t> found = members(*m_groups, subjects, row, belongs(subjects, row));
    if (found.empty()) {
        return {};
    }
    Evidence result{toWkb(*unionOf(m_target.geometry(), found)), nullptr, 0};
    if (found.size() == 1 && !(&subjects == &m_target.layer() && found.front() == row)) {
        result.otherLayer = &m_target.layer();
        result.otherRow = found.front();
    }
    return result;
}

} // namespace

std::unique_ptr<Measure> makeComponentMeasure(MeasureRequest&& request) {
    const bool needsLayer = figureOf(request.spec) == Figure::reaches;
    if (needsLayer != (request.findRelated("reaches") != nullptr)) {
        throw Error(ErrorCode::plan, request.spec.place.text() +
                                         ": component needs 'of: reaches' and 'reaches: LAYER' together or neither");
    }
    return std::make_unique<ComponentMeasure>(std::move(request));
}

} // namespace merestone
