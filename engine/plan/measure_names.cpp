// SPDX-License-Identifier: MIT
#include "plan/measure_names.hpp"

#include "plan/measure_table.hpp"

#include <algorithm>

namespace merestone {

const std::vector<MeasureName>& measureNames() {
    static const std::vector<MeasureName> names = [] {
        std::vector<MeasureName> all = subjectMeasureNames();
        for (std::vector<MeasureName>& group :
             std::vector{relationMeasureNames(), networkMeasureNames(), countingMeasureNames(), shareMeasureNames(),
                         coverageMeasureNames(), planMeasureNames(), textMeasureNames()}) {
            std::move(group.begin(), group.end(), std::back_inserter(all));
        }
        return all;
    }();
    return names;
}

const MeasureName* findMeasureName(std::string_view kind) noexcept {
    const auto& all = measureNames();
    const auto found = std::find_if(all.begin(), all.end(), [&](const MeasureName& m) { return m.kind == kind; });
    return found == all.end() ? nullptr : &*found;
}

const MeasureOption* findMeasureOption(const MeasureName& measure, std::string_view option) noexcept {
    const auto& all = measure.options;
    const auto found = std::find_if(all.begin(), all.end(), [&](const MeasureOption& o) { return o.name == option; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<std::string>& measureKindNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const MeasureName& measure : measureNames()) {
            all.push_back(measure.kind);
        }
        return all;
    }();
    return names;
}

} // namespace merestone
