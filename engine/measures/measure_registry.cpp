// SPDX-License-Identifier: MIT
#include "measures/measure_registry.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

namespace merestone {

namespace {

/// Kinds of plugins, which are never unloaded: this only grows.
struct Added {
    std::mutex mutex;
    std::map<std::string, AddedMeasureKind, std::less<>> kinds;
};

Added& added() {
    static Added all;
    return all;
}

bool isLowerCaseWord(const std::string& text) {
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

/// Keys that stand beside a kind in some measure of the engine.
const std::set<std::string>& engineOptions() {
    static const std::set<std::string> names = [] {
        std::set<std::string> all{"where", "unit"};
        for (const MeasureName& measure : measureNames()) {
            for (const MeasureOption& option : measure.options) {
                all.insert(option.name);
            }
        }
        return all;
    }();
    return names;
}

bool isEngineKind(const std::string& name) {
    const auto& all = measureNames();
    return std::any_of(all.begin(), all.end(), [&](const MeasureName& measure) { return measure.kind == name; });
}

/// Fields come as numbers of a layer: the subjects', the target or one that an option names.
std::string whyNoField(const MeasureName& name, const MeasureOption& option) {
    const bool ofTarget = option.owner == FieldOwner::target || option.owner == FieldOwner::both;
    if (ofTarget && name.target != MeasureTarget::layer) {
        return "names a field of the target, which is not always a layer";
    }
    if (option.owner == FieldOwner::related) {
        const MeasureOption* layer = findMeasureOption(name, option.relatedOption);
        if (layer == nullptr || layer->type != OptionType::layer) {
            return "names a field of '" + option.relatedOption + "', which is no option that names a layer";
        }
    }
    if (!option.fieldUnit.empty() && !parseUnit(option.fieldUnit)) {
        return "names a field in '" + option.fieldUnit + "', which is no unit";
    }
    return option.defaultText.empty() ? "" : "names a field by default, which no layer need have";
}

std::string whyNoOptionType(const MeasureName& name, const MeasureOption& option) {
    switch (option.type) {
    case OptionType::length:
    case OptionType::area:
    case OptionType::number:
    case OptionType::flag:
    case OptionType::layer:
    case OptionType::text:
        return {};
    case OptionType::word:
        return option.words.empty() ? "takes a word and names none" : "";
    case OptionType::field:
        return whyNoField(name, option);
    case OptionType::formula:
    case OptionType::condition:
        if (option.name != "of" || name.target != MeasureTarget::layer) {
            return "takes a formula, which only 'of' of a measure against a layer can";
        }
        return {};
    default:
        return "is of a type that options of plugins cannot have";
    }
}

std::string whyNoOption(const MeasureName& name, const MeasureOption& option) {
    if (!isLowerCaseWord(option.name) || option.name == "where" || option.name == "unit") {
        return "has no name that an option can have";
    }
    if (isEngineKind(option.name)) {
        return "has the name of a measure";
    }
    if (option.name == "access_points" || option.name == "belongs_to") {
        return "has a name that means the entrances of the engine's own measures";
    }
    const bool isFormula = option.type == OptionType::formula || option.type == OptionType::condition;
    if (option.name == "of" && !isFormula && option.type != OptionType::word) {
        return "is no formula, condition or word, which alone stand under that name";
    }
    if (std::find(option.words.begin(), option.words.end(), "access_point") != option.words.end()) {
        return "knows the word 'access_point', which is of the engine's own measures";
    }
    return whyNoOptionType(name, option);
}

std::string whyNoReach(const MeasureKind& kind) {
    if (kind.reach.kind != MeasureReach::Kind::option) {
        return {};
    }
    const MeasureOption* option = findMeasureOption(kind.name, kind.reach.option);
    if (option == nullptr || option->type != OptionType::length) {
        return "its reach is to come from '" + kind.reach.option + "', which is no option that takes a length";
    }
    const std::optional<Quantity> standard = parseQuantity(option->defaultText);
    if (!option->defaultText.empty() && (!standard || !(standard->unit.dimension == Dimension{.metres = 1}))) {
        return "the default of '" + option->name + "' is no length such as 400 m";
    }
    return {};
}

} // namespace

std::string whyNoMeasureKind(const MeasureKind& kind) {
    const MeasureName& name = kind.name;
    if (!isLowerCaseWord(name.kind)) {
        return "its name is not of lower-case letters, digits and _";
    }
    if (isEngineKind(name.kind)) {
        return "the engine has a measure of that name itself";
    }
    if (engineOptions().contains(name.kind)) {
        return "an option of the engine's measures has that name";
    }
    if (name.unitVaries || (!name.unit.empty() && !parseUnit(name.unit))) {
        return "it needs one unit that is known, or none";
    }
    std::set<std::string> names;
    for (const MeasureOption& option : name.options) {
        const std::string why = names.insert(option.name).second ? whyNoOption(name, option) : "is there twice";
        if (!why.empty()) {
            return "its option '" + option.name + "' " + why;
        }
    }
    return whyNoReach(kind);
}

void addMeasureKinds(const std::vector<MeasureKind>& kinds, const std::string& plugin, const FactorySource& source) {
    Added& all = added();
    const std::lock_guard lock(all.mutex);
    std::set<std::string> names;
    for (const MeasureKind& kind : kinds) {
        std::string why = whyNoMeasureKind(kind);
        if (const auto other = all.kinds.find(kind.name.kind); other != all.kinds.end()) {
            why = "plugin '" + other->second.plugin + "' brings it already; use one of the two";
        } else if (!names.insert(kind.name.kind).second) {
            why = "it is there twice";
        }
        if (!why.empty()) {
            throw Error(ErrorCode::plan,
                        "plugin '" + plugin + "' cannot bring the measure '" + kind.name.kind + "': " + why);
        }
    }
    for (const MeasureKind& kind : kinds) { // how it is made comes first: a name that can be read can also be run
        all.kinds.emplace(kind.name.kind,
                          AddedMeasureKind{kind, plugin, source, std::make_shared<std::atomic<int>>(0)});
        addMeasureName(kind.name, plugin);
    }
}

std::optional<AddedMeasureKind> findAddedMeasureKind(std::string_view kind) {
    Added& all = added();
    const std::lock_guard lock(all.mutex);
    const auto found = all.kinds.find(kind);
    return found == all.kinds.end() ? std::nullopt : std::optional(found->second);
}

} // namespace merestone
