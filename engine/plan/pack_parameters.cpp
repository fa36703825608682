// SPDX-License-Identifier: MIT
#include "plan/pack_parameters.hpp"

#include "plan/conditions.hpp"
#include "plan/limits.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"

#include <array>

namespace merestone {

namespace {

using Kind = PackParameter::Kind;

std::optional<ParameterValue> readFieldName(const YamlNode& node, const std::string& label, Problems& problems) {
    std::optional<std::string> name = readText(node, label, problems);
    if (name && name->find_first_of("\"{}\n") != std::string::npos) {
        problems.add(node, label + " cannot be the name of a field: " + inQuotes(*name));
        return std::nullopt;
    }
    return name ? std::optional<ParameterValue>(std::move(*name)) : std::nullopt;
}

std::optional<ParameterValue> readConditionText(const YamlNode& node, const std::string& label, Problems& problems) {
    std::optional<std::string> text = readText(node, label, problems);
    if (!text) {
        return std::nullopt;
    }
    if (const std::string why = whyNoCondition({*text, problems.placeOf(node)}); !why.empty()) {
        problems.add(node, label + " " + why);
        return std::nullopt;
    }
    return ParameterValue(std::move(*text));
}

/// `default:` holds a quantity, a number or a yes/no; its form says which.
void readDefault(PackParameter& parameter, const YamlNode& node, const std::string& label, Problems& problems) {
    std::optional<ParameterValue> value = readAnyValue(node, label, problems);
    if (!value) {
        return;
    }
    if (const auto* quantity = std::get_if<Quantity>(&*value)) {
        parameter.unit = quantity->unit;
        parameter.kind = quantity->unit.symbol.empty() ? Kind::number : Kind::quantity;
    } else if (std::holds_alternative<bool>(*value)) {
        parameter.kind = Kind::flag;
    } else {
        problems.add(node, label + " must be a number, a quantity or true/false; write 'field:', 'condition:' or "
                                   "'text:' for the others");
        return;
    }
    parameter.defaultValue = std::move(value);
    parameter.written = node.text;
}

/// `quantity: dwellings`: no default, but a unit ("number" is a plain one).
void readRequiredQuantity(PackParameter& parameter, const YamlNode& node, const std::string& label,
                          Problems& problems) {
    if (const std::optional<Unit> unit = readUnit(node, label, problems)) {
        parameter.unit = *unit;
        parameter.kind = unit->symbol.empty() ? Kind::number : Kind::quantity;
    }
}

/// `field: dwellings`; an empty value means that the plan must give it.
void readTextual(PackParameter& parameter, Kind kind, const YamlNode& node, const std::string& label,
                 Problems& problems) {
    parameter.kind = kind;
    if (!node.isNull()) {
        parameter.defaultValue = readParameterValue(parameter, node, label, problems);
    }
}

PackParameter parseParameter(const YamlEntry& entry, const std::string& what, Problems& problems) {
    PackParameter parameter;
    parameter.name = entry.key;
    parameter.place = problems.placeOf(entry);
    MapReader reader(entry.value, what, problems);
    constexpr std::array<std::string_view, 5> keys = {"default", "quantity", "field", "condition", "text"};
    int given = 0;
    for (const std::string_view key : keys) {
        const YamlNode* node = reader.find(key);
        if (node == nullptr || ++given > 1) {
            continue;
        }
        const std::string label = reader.label(key);
        if (key == "default") {
            readDefault(parameter, *node, label, problems);
        } else if (key == "quantity") {
            readRequiredQuantity(parameter, *node, label, problems);
        } else {
            const Kind kind = key == "field" ? Kind::field : key == "condition" ? Kind::condition : Kind::text;
            readTextual(parameter, kind, *node, label, problems);
        }
    }
    if (given != 1 && entry.value.isMap()) {
        problems.add(parameter.place, what + " needs one of 'default', 'quantity', 'field', 'condition' and 'text'");
    }
    parameter.help = reader.text("help", MapReader::Need::required);
    reader.finish();
    return parameter;
}

/// A value of the right kind for parameters that have none yet.
ParameterValue standIn(const PackParameter& parameter) {
    switch (parameter.kind) {
    case Kind::quantity:
    case Kind::number:
        return Quantity{1.0, parameter.unit};
    case Kind::flag:
        return false;
    case Kind::condition:
        return std::string("1 = 1");
    case Kind::field:
    case Kind::text:
        break;
    }
    return parameter.name;
}

} // namespace

std::vector<PackParameter> parsePackParameters(MapReader& rule, Problems& problems) {
    std::vector<PackParameter> parameters;
    for (const YamlEntry* entry : rule.map("parameters", KeyCase::ignored)) {
        std::string what = "parameter ";
        what += inQuotes(entry->key);
        what += " of ";
        what += rule.what();
        if (const std::string why = whyNoValueName(entry->key); !why.empty()) {
            problems.add(problems.placeOf(*entry), what + " " + why);
        }
        parameters.push_back(parseParameter(*entry, what, problems));
    }
    return parameters;
}

std::optional<ParameterValue> readParameterValue(const PackParameter& parameter, const YamlNode& node,
                                                 const std::string& label, Problems& problems) {
    if (node.isScalar() && parameter.kind != Kind::condition && node.text.size() > kMaximumParameterBytes) {
        problems.add(node, label + " is longer than " + std::to_string(kMaximumParameterBytes) + " characters");
        return std::nullopt;
    }
    switch (parameter.kind) {
    case Kind::quantity:
    case Kind::number:
        if (auto quantity = readQuantity(node, parameter.unit, label, problems)) {
            return ParameterValue(std::move(*quantity));
        }
        return std::nullopt;
    case Kind::flag:
        if (const auto flag = readFlag(node, label, problems)) {
            return ParameterValue(*flag);
        }
        return std::nullopt;
    case Kind::field:
        return readFieldName(node, label, problems);
    case Kind::condition:
        return readConditionText(node, label, problems);
    case Kind::text:
        break;
    }
    std::optional<std::string> text = readText(node, label, problems);
    return text ? std::optional<ParameterValue>(std::move(*text)) : std::nullopt;
}

std::vector<BoundParameter> defaultParameters(const PackRule& rule) {
    std::vector<BoundParameter> bound;
    for (const PackParameter& parameter : rule.parameters) {
        const bool known = parameter.defaultValue.has_value();
        bound.push_back({parameter.name, parameter.kind, known ? *parameter.defaultValue : standIn(parameter),
                         parameter.place, known});
    }
    return bound;
}

} // namespace merestone
