// SPDX-License-Identifier: MIT
#include "plan/measure_names.hpp"

#include "base/error.hpp"
#include "plan/measure_table.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

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

/// Kinds that plugins bring. Plugins are never unloaded, so this holds for the process and only grows.
class AddedNames {
public:
    [[nodiscard]] const MeasureName* find(std::string_view kind) const {
        const std::shared_lock lock(m_mutex);
        const auto found = m_names.find(kind);
        return found == m_names.end() ? nullptr : &found->second.name;
    }

    [[nodiscard]] std::string pluginOf(std::string_view kind) const {
        const std::shared_lock lock(m_mutex);
        const auto found = m_names.find(kind);
        return found == m_names.end() ? std::string() : found->second.plugin;
    }

    void add(MeasureName name, const std::string& plugin) {
        const std::unique_lock lock(m_mutex);
        const std::string kind = name.kind;
        const auto [place, isNew] = m_names.try_emplace(kind, Added{std::move(name), plugin});
        if (!isNew) {
            throw Error(ErrorCode::plan, "plugin '" + plugin + "' brings the measure '" + kind + "', which plugin '" +
                                             place->second.plugin + "' has brought already; use one of the two");
        }
    }

    void appendKinds(std::vector<std::string>& kinds) const {
        const std::shared_lock lock(m_mutex);
        for (const auto& [kind, added] : m_names) {
            kinds.push_back(kind);
        }
    }

private:
    struct Added {
        MeasureName name;
        std::string plugin;
    };
    mutable std::shared_mutex m_mutex;
    std::map<std::string, Added, std::less<>> m_names; ///< its elements stay where they are
};

AddedNames& addedNames() {
    static AddedNames names;
    return names;
}

const MeasureName* findOwn(std::string_view kind) {
    const auto& all = measureNames();
    const auto found = std::find_if(all.begin(), all.end(), [&](const MeasureName& m) { return m.kind == kind; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const std::vector<MeasureName>& measureNames() {
    static const std::vector<MeasureName> names = allMeasureNames();
    return names;
}

const MeasureName* findMeasureName(std::string_view kind) {
    const MeasureName* own = findOwn(kind);
    return own != nullptr ? own : addedNames().find(kind);
}

const MeasureOption* findMeasureOption(const MeasureName& measure, std::string_view option) noexcept {
    const auto& all = measure.options;
    const auto found = std::find_if(all.begin(), all.end(), [&](const MeasureOption& o) { return o.name == option; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> measureKindNames() {
    std::vector<std::string> all;
    for (const MeasureName& measure : measureNames()) {
        all.push_back(measure.kind);
    }
    addedNames().appendKinds(all);
    return all;
}

void addMeasureName(MeasureName name, const std::string& plugin) {
    if (findOwn(name.kind) != nullptr) {
        throw Error(ErrorCode::plan, "plugin '" + plugin + "' brings the measure '" + name.kind +
                                         "', which the engine has itself; give it another name");
    }
    addedNames().add(std::move(name), plugin);
}

std::string pluginOfMeasure(std::string_view kind) {
    return addedNames().pluginOf(kind);
}

} // namespace merestone
