// SPDX-License-Identifier: MIT
#include "plan/measure_options.hpp"

#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"
#include "plan/scalars.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// The unit whose dimension a number must have; nothing for options that are no numbers.
std::optional<Unit> expectedUnit(OptionType type) {
    switch (type) {
    case OptionType::length:
    case OptionType::lengthOrField:
        return knownUnit("m");
    case OptionType::area:
        return knownUnit("ha");
    case OptionType::measureOrNumber:
        return knownUnit("people"); // only `people:` is of this type
    case OptionType::number:
        return Unit{};
    default:
        return std::nullopt;
    }
}

/// Why the quantity cannot be the option's value, or an empty string. A bare count of people is one of people.
std::string whyNoOptionQuantity(OptionType type, Quantity& quantity, const std::string& label) {
    const Unit expected = *expectedUnit(type);
    if (type == OptionType::measureOrNumber && quantity.unit.dimension == Dimension{}) {
        quantity = {quantity.value * quantity.unit.factor, expected};
    }
    if (std::string why = whyNotIn(quantity, expected, label); !why.empty()) {
        return why;
    }
    if (quantity.value < 0.0 || (type == OptionType::number && quantity.value == 0.0)) {
        return label + (type == OptionType::number ? " must be more than 0" : " must not be negative");
    }
    return {};
}

std::optional<ParameterValue> readNumber(const MeasureOption& option, const YamlNode& node, const std::string& text,
                                         const std::string& label, Problems& problems) {
    std::optional<Quantity> quantity = parseQuantity(text);
    if (!quantity && isConditionName(text)) {
        return ParameterValue(text);
    }
    const std::string why = quantity ? whyNoOptionQuantity(option.type, *quantity, label)
                                     : whyNoQuantity(text, *expectedUnit(option.type), label);
    if (!why.empty()) {
        problems.add(node, why);
        return std::nullopt;
    }
    return ParameterValue(*quantity);
}

/// Where a value is resolved, for messages.
struct Resolving {
    std::span<const BoundParameter> values;
    const std::string& valueWord;
    Problems& problems;
};

std::vector<std::string> namesOf(std::span<const BoundParameter> values) {
    std::vector<std::string> names;
    for (const BoundParameter& value : values) {
        names.push_back(value.name);
    }
    return names;
}

void reportUnknown(const std::string& name, const Place& place, const std::string& wanted, const Resolving& in) {
    const std::vector<std::string> names = namesOf(in.values);
    in.problems.add(place, wanted + ", and there is no " + in.valueWord + " " + inQuotes(name) +
                               suggestion(name, names, in.valueWord + "s"));
}

void resolveNumber(Parameter& option, OptionType type, const std::string& label, const Resolving& in) {
    const std::string name = std::get<std::string>(option.value);
    const BoundParameter* bound = findBound(in.values, name);
    if (type == OptionType::lengthOrField) {
        if (bound == nullptr) {
            return; // a field; whether there is one is known with the layers
        }
        if (bound->kind == PackParameter::Kind::field) {
            option.value = bound->value;
            return;
        }
    }
    if (bound == nullptr) {
        const std::string kind = dimensionName(expectedUnit(type)->dimension);
        reportUnknown(name, option.place, label + " must be " + kind + ", not " + inQuotes(name), in);
        return;
    }
    if (!std::holds_alternative<Quantity>(bound->value)) {
        in.problems.add(option.place, label + " must be a number, but " + inQuotes(name) + " is none");
        return;
    }
    Quantity quantity = std::get<Quantity>(bound->value);
    if (const std::string why = whyNoOptionQuantity(type, quantity, label + " (" + name + ")"); !why.empty()) {
        in.problems.add(bound->place, why);
        return;
    }
    option.value = quantity;
}

void resolveFlag(Parameter& option, const std::string& label, const Resolving& in) {
    const std::string name = std::get<std::string>(option.value);
    const BoundParameter* bound = findBound(in.values, name);
    if (bound == nullptr) {
        reportUnknown(name, option.place, label + " must be true or false, not " + inQuotes(name), in);
    } else if (!std::holds_alternative<bool>(bound->value)) {
        in.problems.add(option.place, label + " must be true or false, but " + inQuotes(name) + " is neither");
    } else {
        option.value = bound->value;
    }
}

void resolveWord(Parameter& option, const MeasureOption& type, const std::string& label, const Resolving& in) {
    const std::string name = std::get<std::string>(option.value);
    const auto isWord = [&](const std::string& text) {
        return std::find(type.words.begin(), type.words.end(), text) != type.words.end();
    };
    if (isWord(name)) {
        return;
    }
    const BoundParameter* bound = findBound(in.values, name);
    const bool isText = bound != nullptr && std::holds_alternative<std::string>(bound->value);
    if (isText && !bound->known) {
        return;
    }
    const std::string text = isText ? std::get<std::string>(bound->value) : name;
    if (!isWord(text)) {
        in.problems.add(isText ? bound->place : option.place,
                        label + " cannot be " + inQuotes(text) + suggestion(text, type.words, "values"));
        return;
    }
    option.value = text;
}

void resolveField(Parameter& option, const Resolving& in) {
    const BoundParameter* bound = findBound(in.values, std::get<std::string>(option.value));
    if (bound != nullptr && bound->kind == PackParameter::Kind::field) {
        option.value = bound->value;
    }
}

void resolveOption(Parameter& option, const MeasureOption& type, const std::string& label, const Resolving& in) {
    if (!std::holds_alternative<std::string>(option.value)) {
        return;
    }
    if (expectedUnit(type.type)) {
        resolveNumber(option, type.type, label, in);
    } else if (type.type == OptionType::flag) {
        resolveFlag(option, label, in);
    } else if (type.type == OptionType::word) {
        resolveWord(option, type, label, in);
    } else if (type.type == OptionType::field) {
        resolveField(option, in);
    }
}

const Parameter* findOption(const MeasureSpec& spec, std::string_view name) {
    const auto found = std::find_if(spec.options.begin(), spec.options.end(),
                                    [&](const Parameter& option) { return option.name == name; });
    return found == spec.options.end() ? nullptr : &*found;
}

/// `to: access_point` needs to know the entrances, and nothing else does.
void checkAccessPoints(const MeasureSpec& spec, Problems& problems) {
    const Parameter* to = findOption(spec, "to");
    const std::string end = to == nullptr ? "edge" : std::get<std::string>(to->value);
    for (const std::string name : {"access_points", "belongs_to"}) {
        const Parameter* given = findOption(spec, name);
        if (end == "access_point" && given == nullptr) {
            problems.add(spec.place, "measure " + inQuotes(spec.name) + " needs '" + name + "' for 'to: access_point'");
        } else if ((end == "edge" || end == "centroid") && given != nullptr) {
            problems.add(given->place, "'" + name + "' of measure " + inQuotes(spec.name) +
                                           " has no effect without 'to: access_point'");
        }
    }
}

void resolveMeasure(MeasureSpec& spec, const Resolving& in) {
    const MeasureName* kind = findMeasureName(spec.kind);
    if (kind == nullptr) {
        return; // reported by the parser
    }
    for (Parameter& option : spec.options) {
        if (const MeasureOption* type = findMeasureOption(*kind, option.name)) {
            resolveOption(option, *type, "'" + option.name + "' of measure " + inQuotes(spec.name), in);
        }
    }
    if (findMeasureOption(*kind, "access_points") != nullptr) {
        checkAccessPoints(spec, in.problems);
    }
    for (MeasureSpec& inner : spec.inner) {
        resolveMeasure(inner, in);
    }
}

} // namespace

std::optional<ParameterValue> readOptionValue(const MeasureOption& option, const YamlNode& node,
                                              const std::string& label, Problems& problems) {
    const bool isFlag = option.type == OptionType::flag;
    if (isFlag && node.isScalar() && (node.text == "true" || node.text == "false")) {
        return ParameterValue(node.text == "true");
    }
    std::optional<std::string> text = readText(node, label, problems);
    if (!text) {
        return std::nullopt;
    }
    if (expectedUnit(option.type)) {
        return readNumber(option, node, *text, label, problems);
    }
    if (isFlag && !isConditionName(*text)) {
        problems.add(node, label + " must be true or false, not " + inQuotes(*text));
        return std::nullopt;
    }
    return ParameterValue(std::move(*text));
}

void resolveMeasures(std::vector<MeasureSpec>& measures, std::span<const BoundParameter> values,
                     const std::string& valueWord, Problems& problems) {
    const Resolving in{values, valueWord, problems};
    for (MeasureSpec& measure : measures) {
        resolveMeasure(measure, in);
    }
}

} // namespace merestone
