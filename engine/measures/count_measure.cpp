// SPDX-License-Identifier: MIT
#include "base/parallel.hpp"
#include "geometry/wkb.hpp"
#include "measures/clearance.hpp"
#include "measures/counter.hpp"
#include "measures/factories.hpp"
#include "measures/options.hpp"

#include <cmath>

namespace merestone {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGrain = 512;
constexpr std::size_t kMostEvidencePoints = 1000;

enum class Figure { count, sum, share };

Figure figureOf(const std::string& kind) {
    if (kind == "count_within") {
        return Figure::count;
    }
    return kind == "sum_within" ? Figure::sum : Figure::share;
}

/// `count_within`, `sum_within`, `share_of_count`: over the selected features within a radius of the subject, or
/// inside it.
class CountMeasure final : public Measure {
public:
    explicit CountMeasure(MeasureRequest&& request);

    MeasureColumn evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                           const RunContext& context) const override;
    Evidence evidence(const Layer& subjects, std::uint32_t row) const override;

private:
    [[nodiscard]] double figure(const Tally& tally) const;
    void widenByMissing(MeasureColumn& column, std::size_t i, const Tally& sure, const Layer& subjects,
                        std::uint32_t row, Counter::Scratch& scratch) const;

    Figure m_figure;
    Counter m_counter;
    std::unique_ptr<Counter> m_maybeCounter; ///< the sure and the maybe together
    Clearance m_clearance;
};

CounterSettings settingsOf(const MeasureSpec& spec) {
    CounterSettings settings;
    settings.radius = lengthOption(spec, "radius");
    settings.fromCentroid = wordOption(spec, "from", "edge") == "centroid";
    settings.toCentroid = wordOption(spec, "to", "edge") == "centroid";
    settings.countSelf = flagOption(spec, "count_self", false);
    return settings;
}

CountMeasure::CountMeasure(MeasureRequest&& request)
    : m_figure(figureOf(request.spec.kind)), m_counter(request.target, request.weights, settingsOf(request.spec)),
      m_clearance(request.coverage) {
    const CounterSettings settings = settingsOf(request.spec);
    m_reach = settings.radius.value_or(0.0);
    m_unit = unitOf(request.spec, m_figure == Figure::share ? percent()
                                  : m_figure == Figure::sum ? request.weightUnit
                                                            : plainNumber());
    const std::string to = settings.toCentroid ? "centroid" : "edge";
    m_method =
        settings.radius
            ? std::string("planar grid, straight line, ") + (settings.fromCentroid ? "centroid" : "edge") + " to " + to
            : std::string("planar grid, ") + (settings.toCentroid ? "centroid inside" : "meeting") + " the subject";
    if (const SelectionPtr wider = TargetSet(request.target).withMaybe()) {
        m_maybeCounter = std::make_unique<Counter>(wider, request.weights, settings);
    }
}

double CountMeasure::figure(const Tally& tally) const {
    switch (m_figure) {
    case Figure::count:
        return static_cast<double>(tally.count);
    case Figure::sum:
        return tally.unknown > 0 ? std::nan("") : tally.sum;
    case Figure::share:
        break;
    }
    // A hundred times the sum first: 8 of 80 is then exactly 10 %.
    const double scale = 1.0 / m_unit.factor;
    return tally.count > 0 ? scale * tally.sum / static_cast<double>(tally.count) : std::nan("");
}

void CountMeasure::widenByMissing(MeasureColumn& column, std::size_t i, const Tally& sure, const Layer& subjects,
                                  std::uint32_t row, Counter::Scratch& scratch) const {
    const Tally wide = m_maybeCounter ? m_maybeCounter->tally(subjects, row, 0.0, scratch) : sure;
    const double mayGain = static_cast<double>(wide.count - sure.count);
    const double clearance = m_clearance.everywhere() ? kInfinity : m_clearance.around(subjects.geometry(), row);
    const bool complete = m_reach > 0.0 ? clearance >= m_reach : clearance > 0.0;
    const double value = column.values[i];
    switch (m_figure) {
    case Figure::count:
        column.certainLow[i] = value;
        column.certainHigh[i] = complete ? value + mayGain : kInfinity;
        return;
    case Figure::sum:
        column.certainLow[i] = value;
        column.certainHigh[i] = complete && wide.unknown == 0 ? std::max(value, wide.sum) : kInfinity;
        return;
    case Figure::share:
        break;
    }
    const double all = 1.0 / m_unit.factor;
    if (!complete) {
        column.certainLow[i] = 0.0;
        column.certainHigh[i] = all;
        return;
    }
    // Each uncertain member may or may not belong, and may or may not have the property.
    const double count = static_cast<double>(sure.count);
    const double open = static_cast<double>(sure.unknown);
    column.certainLow[i] = std::min(value, all * sure.sum / (count + mayGain));
    column.certainHigh[i] = std::max(value, all * (sure.sum + open + mayGain) / (count + mayGain));
}

MeasureColumn CountMeasure::evaluate(const Layer& subjects, std::span<const std::uint32_t> rows,
                                     const RunContext& context) const {
    MeasureColumn column;
    column.values.assign(rows.size(), std::nan(""));
    const double error = std::hypot(subjects.accuracyMetres(), m_counter.target().layer().accuracyMetres());
    const bool uncertain = error > 0.0;
    const bool incomplete =
        !m_clearance.everywhere() || m_maybeCounter || (m_figure == Figure::share && m_counter.hasUnknownWeights());
    if (uncertain) {
        column.low = column.values;
        column.high = column.values;
    }
    if (incomplete) {
        column.certainLow = column.values;
        column.certainHigh = column.values;
    }
    m_counter.prepare(subjects);
    parallelFor(rows.size(), kGrain, context, [&](std::size_t begin, std::size_t end) {
        Counter::Scratch scratch;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = rows[i];
            if (!subjects.usable(row)) {
                continue;
            }
            const Tally tally = m_counter.tally(subjects, row, 0.0, scratch);
            column.values[i] = figure(tally);
            if (uncertain) {
                const double fewer = figure(m_counter.tally(subjects, row, -error, scratch));
                const double more = figure(m_counter.tally(subjects, row, error, scratch));
                column.low[i] = std::fmin(column.values[i], std::fmin(fewer, more));
                column.high[i] = std::fmax(column.values[i], std::fmax(fewer, more));
            }
            if (incomplete) {
                widenByMissing(column, i, tally, subjects, row, scratch);
            }
        }
    });
    return column;
}

Evidence CountMeasure::evidence(const Layer& subjects, std::uint32_t row) const {
    std::vector<std::uint32_t> members;
    m_counter.members(subjects, row, 0.0, members);
    std::vector<Point> points;
    Evidence result;
    for (const std::uint32_t member : members) {
        if (m_figure == Figure::share && !(m_counter.weight(member) > 0.0)) {
            continue; // show what makes the share, not everything it is a share of
        }
        if (points.empty()) {
            result.otherLayer = &m_counter.target().layer();
            result.otherRow = member;
        }
        if (points.size() < kMostEvidencePoints) {
            points.push_back(m_counter.target().layer().centroids()[member]);
        }
    }
    if (points.size() != 1) {
        result.otherLayer = nullptr; // many: none of them is "the" other feature
    }
    if (!points.empty()) {
        result.wkb = points.size() == 1 ? wkbPoint(points.front()) : wkbMultiPoint(points);
    }
    return result;
}

} // namespace

std::unique_ptr<Measure> makeCountMeasure(MeasureRequest&& request) {
    return std::make_unique<CountMeasure>(std::move(request));
}

} // namespace merestone
