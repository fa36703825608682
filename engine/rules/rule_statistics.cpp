// SPDX-License-Identifier: MIT
#include "rules/rule_statistics.hpp"

#include "base/parallel.hpp"
#include "rules/judge.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace merestone {

namespace {

constexpr std::size_t kGrain = 4096;        ///< rows of one thread's turn
constexpr std::size_t kBlock = 16 * kGrain; ///< values kept at once

void add(Statistic& statistic, double value) {
    if (!std::isfinite(value)) {
        return;
    }
    statistic.minimum = statistic.count == 0 ? value : std::min(statistic.minimum, value);
    statistic.maximum = statistic.count == 0 ? value : std::max(statistic.maximum, value);
    statistic.sum += value;
    ++statistic.count;
}

/// Adds up the finite ones of the values of `count` rows; `value(i)` is called from several threads. A block at a time:
/// a second column as long as the layer would be the greatest thing in memory.
template <class Value> void addUp(Statistic& statistic, std::size_t count, const RunContext& context, Value value) {
    std::vector<double> values(std::min(count, kBlock));
    for (std::size_t first = 0; first < count; first += kBlock) {
        const std::size_t size = std::min(kBlock, count - first);
        parallelFor(size, kGrain, context, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                values[i] = value(first + i);
            }
        });
        std::for_each_n(values.begin(), size, [&statistic](double v) { add(statistic, v); });
    }
}

/// Of the left side of the requirement; the unit is that of the last row that has one.
Statistic measuredStatistic(const CompiledRule& rule, const RowValues& values, std::span<const std::uint32_t> rows,
                            const RunContext& context) {
    Statistic statistic{"measured", "", "", 0, 0.0, 0.0, 0.0};
    std::vector<std::string> units(rows.size() / kGrain + 1); // of each chunk
    addUp(statistic, rows.size(), context, [&](std::size_t i) {
        const Comparison comparison = rule.require->comparison(values, rows[i]);
        if (!comparison.present) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        if (comparison.unit) {
            units[i / kGrain] = comparison.unit->symbol;
        }
        return comparison.measured.value;
    });
    const auto named =
        std::find_if(units.rbegin(), units.rend(), [](const std::string& unit) { return !unit.empty(); });
    statistic.unit = named == units.rend() ? "" : *named;
    return statistic;
}

} // namespace

std::vector<Statistic> statisticsOf(const CompiledRule& rule, const Layer& subjects,
                                    const std::vector<const MeasureColumn*>& columns,
                                    std::span<const std::uint32_t> rows, const RunContext& context) {
    std::vector<Statistic> statistics;
    for (std::size_t i = 0; i < rule.measures.size(); ++i) {
        const CompiledMeasure& measure = rule.measures[i];
        if (columns[i] != nullptr) {
            Statistic& statistic = statistics.emplace_back();
            statistic.name = measure.spec.name;
            statistic.kind = measure.spec.kind;
            statistic.unit = measure.unit ? measure.unit->symbol : "";
            addUp(statistic, rows.size(), context, [&](std::size_t row) { return columns[i]->values[rows[row]]; });
        }
    }
    if (rule.require && rule.spec->against.empty()) {
        Statistic measured = measuredStatistic(rule, RowValues(rule.names, subjects, columns), rows, context);
        if (measured.count > 0) {
            statistics.push_back(std::move(measured));
        }
    }
    return statistics;
}

} // namespace merestone
