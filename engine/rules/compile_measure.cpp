// SPDX-License-Identifier: MIT
#include "rules/compile_measure.hpp"

#include "base/text.hpp"
#include "measures/measure_traits.hpp"
#include "measures/options.hpp"
#include "plan/measure_names.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// Options that name a parameter take its value. `of` is left: a formula resolves its names itself.
void resolveOptions(MeasureSpec& spec, const std::vector<Parameter>& parameters) {
    for (Parameter& option : spec.options) {
        const std::string* word = std::get_if<std::string>(&option.value);
        if (word == nullptr || option.name == "of") {
            continue;
        }
        for (const Parameter& parameter : parameters) {
            if (parameter.name == *word && !std::holds_alternative<std::string>(parameter.value)) {
                option.value = parameter.value;
                break;
            }
        }
    }
}

std::string valueText(const ParameterValue& value) {
    if (const Quantity* quantity = std::get_if<Quantity>(&value)) {
        return shortest(quantity->value * quantity->unit.factor) + quantity->unit.symbol;
    }
    if (const bool* flag = std::get_if<bool>(&value)) {
        return *flag ? "true" : "false";
    }
    return std::get<std::string>(value);
}

/// Names the fields that the symbols in use come from as needed, and gives the values of the parameters in use.
std::string noteUse(const NameTable& names, const std::vector<std::size_t>& used, const std::string& layer,
                    ColumnNeeds& columns) {
    std::string values;
    for (const std::size_t symbol : used) {
        const NameTable::Origin& origin = names.origin(symbol);
        if (origin.kind == NameTable::Kind::column) {
            columns[layer].insert(origin.text);
        } else if (origin.kind == NameTable::Kind::number) {
            values += names.symbols()[symbol].name + "=" + shortest(origin.number) + ";";
        } else if (origin.kind == NameTable::Kind::text) {
            values += names.symbols()[symbol].name + "=" + origin.text + ";";
        }
    }
    return values;
}

std::string layerOf(const MeasureSpec& spec, const MeasureScope& scope) {
    const MeasureName* name = findMeasureName(spec.kind);
    const bool ofPlugin = !pluginOfMeasure(spec.kind).empty();
    const bool ofSubject =
        spec.kind == "area" || spec.kind == "length" || spec.kind == "width" || spec.kind == "compactness" ||
        spec.kind == "parts" || spec.kind == "vertices" || spec.kind == "valid" || spec.kind == "duplicate_points" ||
        spec.kind == "inscribed_rectangle" || spec.kind == "in_policies" || spec.kind == "constant" ||
        readsText(spec.kind) || (ofPlugin && name->target == MeasureTarget::subject);
    if (ofSubject || spec.target == "other") {
        return {};
    }
    return spec.target == "self" ? scope.subjectLayer : spec.target;
}

void needField(const MeasureSpec& spec, const std::string& layer, const std::string& field, const MeasureScope& scope) {
    const LayerSchema& schema = scope.schemas.at(layer);
    const FieldDescription* found = schema.find(field);
    if (found == nullptr) {
        const std::vector<std::string> known = schema.names();
        throw Error(ErrorCode::plan, spec.place.text() + ": layer '" + layer + "' has no field '" + printable(field) +
                                         "'" + didYouMean(field, known));
    }
    scope.columns[layer].insert(found->name);
}

/// Compiles `of:` where it is a formula or a condition on the target's features; fields are only noted as needed.
std::string compileOf(CompiledMeasure& measure, const MeasureScope& scope) {
    const MeasureSpec& spec = measure.spec;
    const Parameter* option = findOption(spec, "of");
    if (spec.kind == "in_policies" || spec.kind == "policies_without_features") {
        const std::string layer = spec.kind == "in_policies" ? scope.subjectLayer : measure.targetLayer;
        needField(spec, layer, wordOption(spec, "of", "policy"), scope);
        return {};
    }
    if (readsText(spec.kind)) {
        needField(spec, scope.subjectLayer, wordOption(spec, "of", "text"), scope);
        return {};
    }
    const bool ofPlugin = !pluginOfMeasure(spec.kind).empty();
    const MeasureName* kind = findMeasureName(spec.kind);
    const MeasureOption* type = kind != nullptr ? findMeasureOption(*kind, "of") : nullptr;
    if (option == nullptr || (type != nullptr && type->type == OptionType::word)) {
        return {};
    }
    const std::string* text = std::get_if<std::string>(&option->value);
    const std::string formula = text != nullptr ? *text : valueText(option->value);
    if (formula == "count" || formula == "area") {
        return {};
    }
    if (spec.kind == "share_of_count" || (ofPlugin && type->type == OptionType::condition)) {
        measure.ofCondition = std::make_shared<const Condition>(
            Condition::compile(formula, measure.targetNames->symbols(), option->place));
        return noteUse(*measure.targetNames, measure.ofCondition->usedSymbols(), measure.targetLayer, scope.columns);
    }
    measure.of =
        std::make_shared<const Formula>(Formula::compile(formula, measure.targetNames->symbols(), option->place));
    return noteUse(*measure.targetNames, measure.of->usedSymbols(), measure.targetLayer, scope.columns);
}

const std::string* relatedLayer(const CompiledMeasure& measure, const std::string& option) {
    const auto found = std::find_if(measure.related.begin(), measure.related.end(),
                                    [&option](const RelatedUse& use) { return use.option == option; });
    return found == measure.related.end() ? nullptr : &found->layer;
}

FieldUse compileField(const MeasureSpec& spec, const MeasureOption& type, const Parameter& option, FieldOwner owner,
                      const std::string& layer, const MeasureScope& scope) {
    const std::string& field = std::get<std::string>(option.value);
    needField(spec, layer, field, scope);
    auto names = std::make_shared<NameTable>();
    const LayerSpec* layerSpec = scope.plan.findLayer(layer);
    names->addColumns(scope.schemas.at(layer), layerSpec != nullptr ? layerSpec->units : decltype(LayerSpec::units){});
    std::string quoted = "\"";
    for (const char c : field) {
        quoted += c == '"' ? std::string("\\\"") : std::string(1, c);
    }
    FieldUse use{type.name, owner, layer, names, nullptr, 1.0};
    use.formula = std::make_shared<const Formula>(Formula::compile(quoted + "\"", names->symbols(), option.place));
    if (const std::optional<Unit>& unit = use.formula->unit()) {
        const Unit expected = parseUnit(type.fieldUnit).value_or(Unit{});
        if (!(unit->dimension == expected.dimension)) {
            throw Error(ErrorCode::plan, option.place.text() + ": '" + option.name + "' of " + spec.kind +
                                             " is measured in '" + expected.symbol + "', but field '" +
                                             printable(field) + "' of layer '" + layer + "' is in '" + unit->symbol +
                                             "'; change 'units:' of the layer");
        }
        use.factor = unit->factor;
    }
    return use;
}

/// The layers and the fields that options name beside the target. `of` and the entrances' own field are compiled
/// elsewhere.
void compileRelated(CompiledMeasure& measure, const MeasureScope& scope) {
    const MeasureName* kind = findMeasureName(measure.spec.kind);
    if (kind == nullptr) {
        return;
    }
    for (const MeasureOption& type : kind->options) {
        const Parameter* option = findOption(measure.spec, type.name);
        if (option != nullptr && type.type == OptionType::layer && type.name != "access_points") {
            const std::string& layer = std::get<std::string>(option->value);
            if (!scope.schemas.contains(layer)) {
                throw Error(ErrorCode::plan, measure.spec.place.text() + ": there is no layer '" + layer + "'");
            }
            measure.related.push_back({type.name, layer});
        }
    }
    for (const MeasureOption& type : kind->options) {
        const Parameter* option = findOption(measure.spec, type.name);
        const bool isField = type.type == OptionType::field || type.type == OptionType::lengthOrField;
        if (option == nullptr || !isField || type.name == "of" || type.name == "belongs_to" ||
            !std::holds_alternative<std::string>(option->value)) {
            continue;
        }
        const auto add = [&](FieldOwner owner, const std::string& layer) {
            measure.fields.push_back(compileField(measure.spec, type, *option, owner, layer, scope));
        };
        if (type.owner == FieldOwner::target || type.owner == FieldOwner::both) {
            add(FieldOwner::target, measure.targetLayer);
        }
        if (type.owner == FieldOwner::subject || type.owner == FieldOwner::both) {
            add(FieldOwner::subject, scope.subjectLayer);
        }
        if (type.owner == FieldOwner::related) {
            const std::string* layer = relatedLayer(measure, type.relatedOption);
            if (layer == nullptr) {
                throw Error(ErrorCode::plan, option->place.text() + ": '" + option->name + "' of " + measure.spec.kind +
                                                 " needs '" + type.relatedOption + "'");
            }
            add(FieldOwner::related, *layer);
        }
    }
}

MeasureSpec constantSpec(const Parameter& people) {
    MeasureSpec spec;
    spec.kind = "constant";
    spec.name = "people";
    spec.place = people.place;
    spec.options.push_back({"value", people.value, people.place});
    // People given as "15000 people" count as a plain number here.
    if (Quantity* quantity = std::get_if<Quantity>(&spec.options.back().value)) {
        quantity->unit = Unit{};
    }
    return spec;
}

/// The two parts of `per_head`: what lies inside the subject, and its people.
std::vector<MeasureSpec> perHeadParts(const MeasureSpec& spec) {
    MeasureSpec amount;
    const std::string of = wordOption(spec, "of", "area");
    amount.kind = of == "area" ? "area_within" : of == "count" ? "count_within" : "sum_within";
    amount.name = "amount";
    amount.place = spec.place;
    amount.target = spec.target;
    amount.where = spec.where;
    if (of != "area") {
        amount.options.push_back({"to", std::string("centroid"), spec.place});
    }
    if (amount.kind == "sum_within") {
        amount.options.push_back(*findOption(spec, "of"));
    }
    std::vector<MeasureSpec> parts{amount};
    for (const MeasureSpec& inner : spec.inner) {
        if (inner.name == "people") {
            parts.push_back(inner);
        }
    }
    if (parts.size() == 1) {
        const Parameter* people = findOption(spec, "people");
        if (people == nullptr) {
            throw Error(ErrorCode::plan, spec.place.text() + ": per_head needs 'people': a measure or a number");
        }
        parts.push_back(constantSpec(*people));
    }
    return parts;
}

/// The parts of `balance`, value first.
std::vector<MeasureSpec> balanceParts(const MeasureSpec& spec) {
    std::vector<MeasureSpec> parts;
    for (const char* name : {"value", "per"}) {
        for (const MeasureSpec& inner : spec.inner) {
            if (inner.name == name) {
                parts.push_back(inner);
            }
        }
    }
    if (parts.empty() || parts.front().name != "value") {
        throw Error(ErrorCode::plan, spec.place.text() + ": balance needs 'value': a measure of each sub-area");
    }
    return parts;
}

void compileInner(CompiledMeasure& measure, const MeasureScope& scope) {
    std::vector<MeasureSpec> parts;
    MeasureScope inside = scope;
    if (measure.spec.kind == "per_head") {
        parts = perHeadParts(measure.spec);
    } else if (measure.spec.kind == "balance") {
        parts = balanceParts(measure.spec);
        inside.subjectLayer = measure.targetLayer;
    }
    for (const MeasureSpec& part : parts) {
        measure.inner.push_back(compileMeasure(part, inside));
    }
}

std::string keyOf(const CompiledMeasure& measure, const MeasureScope& scope, const std::string& values) {
    std::vector<std::string> options;
    for (const Parameter& option : measure.spec.options) {
        options.push_back(option.name + "=" + valueText(option.value));
    }
    std::sort(options.begin(), options.end());
    std::string key = scope.subjectLayer + "|" + measure.spec.kind + "|" + measure.targetLayer + "|" +
                      measure.spec.target + "|" + measure.spec.where.text + "|" + values + "|" +
                      (measure.unit ? measure.unit->symbol : "");
    for (const std::string& option : options) {
        key += "|" + option;
    }
    for (const CompiledMeasure& inner : measure.inner) {
        key += "[" + inner.key + "]";
    }
    return key;
}

} // namespace

CompiledMeasure compileMeasure(const MeasureSpec& spec, const MeasureScope& scope) {
    CompiledMeasure measure;
    measure.spec = spec;
    resolveOptions(measure.spec, scope.parameters);
    measure.pair = isPairMeasure(spec);
    measure.targetLayer = layerOf(spec, scope);
    auto names = std::make_shared<NameTable>();
    for (const Parameter& parameter : scope.parameters) {
        names->addParameter(parameter);
    }
    if (!measure.targetLayer.empty()) {
        const auto schema = scope.schemas.find(measure.targetLayer);
        if (schema == scope.schemas.end()) {
            throw Error(ErrorCode::plan, spec.place.text() + ": there is no layer '" + measure.targetLayer + "'");
        }
        const LayerSpec* layer = scope.plan.findLayer(measure.targetLayer);
        names->addColumns(schema->second, layer != nullptr ? layer->units : decltype(LayerSpec::units){});
    }
    measure.targetNames = names;
    std::string values;
    if (!spec.where.empty()) {
        measure.where =
            std::make_shared<const Condition>(Condition::compile(spec.where.text, names->symbols(), spec.where.place));
        values = noteUse(*names, measure.where->usedSymbols(), measure.targetLayer, scope.columns);
    }
    values += compileOf(measure, scope);
    if (wordOption(measure.spec, "to", "edge") == "access_point") {
        measure.accessLayer = wordOption(measure.spec, "access_points", "");
        measure.belongsTo = wordOption(measure.spec, "belongs_to", "");
        needField(spec, measure.accessLayer, measure.belongsTo, scope);
    }
    compileRelated(measure, scope);
    compileInner(measure, scope);
    measure.unit = measureUnit(measure.spec, measure.of ? measure.of->unit() : std::nullopt);
    measure.key = keyOf(measure, scope, values);
    return measure;
}

} // namespace merestone
