// SPDX-License-Identifier: MIT
#include "plan/measure_names.hpp"

#include "plan/measure_table.hpp"

#include <algorithm>

namespace merestone {

namespace {

void append(std::vector<MeasureName>& all, std::vector<MeasureName> group) {
    std::move(group.begin(), group.end(), std::back_inserter(all));
}

std::vector<MeasureName> allMeasureNames() {
    std::vector<MeasureName> all = subjectMeasureNames();
    append(all, relationMeasureNames());
    append(all, networkMeasureNames());
    append(all, countingMeasureNames());
    append(all, streetMeasureNames());
    append(all, shareMeasureNames());
    append(all, outlineMeasureNames());
    append(all, viewMeasureNames());
    append(all, coverageMeasureNames());
    append(all, planMeasureNames());
    append(all, textMeasureNames());
    return all;
}

} // namespace

const std::vector<MeasureName>& measureNames() {
    static const std::vector<MeasureName> names = allMeasureNames();
    return names;
}

const MeasureName* findMeasureName(std::string_view kind) {
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
