// SPDX-License-Identifier: MIT
#include "plan/measure_parser.hpp"

#include "base/text.hpp"
#include "plan/map_reader.hpp"
#include "plan/measure_names.hpp"
#include "plan/measure_options.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr std::size_t kKeysToGuessFrom = 20;

/// What every part of a measure is read with.
struct Reading {
    const RuleScope& scope;
    const SubjectKind& subjects;
    Problems& problems;
};

MeasureSpec parseMeasure(const std::string& name, const YamlNode& node, const std::string& what, const Reading& in);

/// "; did you mean 'distance'?" for the first key that looks like a kind, or all kinds.
std::string guessKind(const YamlNode& node) {
    for (std::size_t i = 0; i < std::min(node.entries.size(), kKeysToGuessFrom); ++i) {
        if (std::string guess = didYouMean(node.entries[i].key, measureKindNames()); !guess.empty()) {
            return guess;
        }
    }
    return "; kinds: " + listed(measureKindNames());
}

/// The one key that is a kind of measure; reports when there is none or more than one.
const MeasureName* findKind(const YamlNode& node, const std::string& what, Problems& problems) {
    const MeasureName* kind = nullptr;
    for (const YamlEntry& entry : node.entries) {
        const MeasureName* named = findMeasureName(entry.key);
        if (named != nullptr && kind != nullptr && named != kind) {
            problems.add(problems.placeOf(entry), what + " names two kinds, '" + kind->kind + "' and '" + named->kind +
                                                      "'; give each a name of its own");
            return nullptr;
        }
        kind = named == nullptr ? kind : named;
    }
    if (kind == nullptr) {
        problems.add(node, what + " names no kind of measure such as {distance: parks}" + guessKind(node));
    }
    return kind;
}

void readTarget(MeasureSpec& spec, const MeasureName& kind, MapReader& reader, const Reading& in) {
    const RuleScope& scope = in.scope;
    Problems& problems = in.problems;
    const PlacedText target = reader.placed(kind.kind);
    const std::string label = reader.label(kind.kind);
    spec.target = target.text;
    if (target.empty()) {
        return;
    }
    const bool takesSubject = kind.target == MeasureTarget::subject;
    if (takesSubject && target.text != "self") {
        problems.add(target.place, label + " measures the subject alone: write '" + kind.kind + ": self'");
    } else if (!takesSubject && target.text == "self") {
        problems.add(target.place, label + " needs the name of a " + scope.layerWord + ", not 'self'");
    } else if (target.text == "other" && kind.target != MeasureTarget::layerOrOther) {
        problems.add(target.place, label + " needs the name of a " + scope.layerWord + ", not 'other'");
    } else if (target.text == "other" && !in.subjects.inPairs) {
        problems.add(target.place, label + " is 'other', which only rules with 'against' have");
    } else if (target.text != "self" && target.text != "other") {
        checkLayerName(target.text, target.place, label, scope, problems);
    }
}

void readUnit(MeasureSpec& spec, const MeasureName& kind, MapReader& reader, Problems& problems) {
    const YamlNode* node = reader.find("unit");
    if (node == nullptr) {
        return;
    }
    const std::string label = reader.label("unit");
    spec.unit = merestone::readUnit(*node, label, problems);
    const Unit expected = knownUnit(kind.unit);
    if (spec.unit && !kind.unitVaries && !(spec.unit->dimension == expected.dimension)) {
        problems.add(*node, label + " is " + spec.unit->symbol + ", " + dimensionName(spec.unit->dimension) +
                                ", but '" + kind.kind + "' gives " + dimensionName(expected.dimension));
        spec.unit.reset();
    }
}

/// A condition only makes sense on the features of a layer.
void readWhere(MeasureSpec& spec, MapReader& reader) {
    if (spec.target == "self" || spec.target == "other") {
        reader.refuse("where", "has no meaning on '" + spec.target + "', which is one feature");
    } else {
        spec.where = reader.placed("where");
    }
}

void readOption(MeasureSpec& spec, const MeasureOption& option, const YamlNode& node, const std::string& label,
                const Reading& in) {
    const bool takesMeasure = option.type == OptionType::measure || option.type == OptionType::measureOrNumber;
    if (takesMeasure && node.isMap()) {
        spec.inner.push_back(parseMeasure(option.name, node, label, in));
    } else if (option.type == OptionType::measure) {
        in.problems.add(node, label + " must be a measure of its own, such as {area_within: parks}");
    } else if (auto value = readOptionValue(option, node, label, in.problems)) {
        const Place place = in.problems.placeOf(node);
        if (option.type == OptionType::layer) {
            checkLayerName(std::get<std::string>(*value), place, label, in.scope, in.problems);
        }
        spec.options.push_back({option.name, std::move(*value), place});
    }
}

void readOptions(MeasureSpec& spec, const MeasureName& kind, MapReader& reader, const Reading& in) {
    for (const MeasureOption& option : kind.options) {
        const auto need = option.required ? MapReader::Need::required : MapReader::Need::optional;
        if (const YamlNode* node = reader.find(option.name, need)) {
            readOption(spec, option, *node, reader.label(option.name), in);
        }
    }
}

MeasureSpec parseMeasure(const std::string& name, const YamlNode& node, const std::string& what, const Reading& in) {
    Problems& problems = in.problems;
    MeasureSpec spec;
    spec.name = name;
    spec.place = problems.placeOf(node);
    if (!node.isMap()) {
        problems.add(node, what + " must be a mapping such as {distance: parks}, not " + kindName(node));
        return spec;
    }
    const MeasureName* kind = findKind(node, what, problems);
    if (kind == nullptr) {
        return spec;
    }
    MapReader reader(node, what, problems);
    spec.kind = kind->kind;
    readTarget(spec, *kind, reader, in);
    readWhere(spec, reader);
    readUnit(spec, *kind, reader, problems);
    readOptions(spec, *kind, reader, in);
    if (in.subjects.planWide && !kind->planWide) {
        problems.add(node, what + ": '" + kind->kind +
                               "' looks at the neighbours of one feature; it cannot stand in a rule 'for: plan'");
    }
    reader.finish();
    return spec;
}

} // namespace

std::vector<MeasureSpec> parseMeasures(const YamlNode& node, const RuleScope& scope, const SubjectKind& subjects,
                                       Problems& problems) {
    const Reading in{scope, subjects, problems};
    std::vector<MeasureSpec> measures;
    if (!node.isMap()) {
        problems.add(node, "'measure' must be a mapping of names and measures, such as {gap: {distance: parks}}");
        return measures;
    }
    for (const YamlEntry* entry : distinctEntries(node, "'measure'", problems, KeyCase::ignored)) {
        const std::string what = "measure " + inQuotes(entry->key);
        if (const std::string why = whyNoValueName(entry->key); !why.empty()) {
            problems.add(problems.placeOf(*entry), what + " " + why);
        } else if (findBound(scope.values, entry->key) != nullptr) {
            problems.add(problems.placeOf(*entry), what + " has the name of a " + scope.valueWord + "; rename it");
        }
        measures.push_back(parseMeasure(entry->key, entry->value, what, in));
        measures.back().place = problems.placeOf(*entry);
    }
    return measures;
}

} // namespace merestone
