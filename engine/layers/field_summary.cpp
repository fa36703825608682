// SPDX-License-Identifier: MIT
#include "layers/field_summary.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace merestone {

InspectedLayer::FieldSummary summarise(const Column& column) {
    constexpr std::size_t kMostDistinct = 10'000;
    InspectedLayer::FieldSummary summary;
    summary.name = column.name;
    summary.type = column.type;
    std::unordered_set<double> different;
    bool first = true;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isNull(row)) {
            ++summary.nulls;
            continue;
        }
        if (first) {
            summary.example = column.text(row);
        }
        if (!column.isText()) {
            const double value = column.numbers[row];
            summary.minimum = first ? value : std::min(summary.minimum, value);
            summary.maximum = first ? value : std::max(summary.maximum, value);
            if (different.size() < kMostDistinct) {
                different.insert(value);
            }
        }
        first = false;
    }
    summary.distinct = column.isText() ? std::min(column.dictionary.size(), kMostDistinct) : different.size();
    return summary;
}

} // namespace merestone
