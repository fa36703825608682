// SPDX-License-Identifier: MIT
#include "plan/rule_parser.hpp"

#include "plan/conditions.hpp"
#include "plan/measure_names.hpp"
#include "plan/measure_options.hpp"
#include "plan/measure_parser.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"
#include "plan/rule_parts.hpp"

namespace merestone {

namespace {

/// `for:` and `against:`.
SubjectKind readSubjects(RuleSpec& rule, MapReader& reader, const RuleScope& scope, Problems& problems) {
    const auto need = scope.inPack ? MapReader::Need::optional : MapReader::Need::required;
    const PlacedText subjects = reader.placed("for", need);
    rule.subjects = subjects.text;
    const SubjectKind kind{reader.has("against"), subjects.text == "plan"};
    if (!subjects.empty() && !isBuiltInLayer(subjects.text)) {
        checkLayerName(subjects.text, subjects.place, reader.label("for"), scope, problems);
    }
    const PlacedText against = reader.placed("against");
    rule.against = against.text == subjects.text ? "self" : against.text;
    if (against.empty()) {
        rule.against.clear();
    } else if (kind.planWide) {
        problems.add(against.place, reader.label("against") + " makes pairs of features, but the rule is 'for: plan'");
    } else if (against.text != "self") {
        checkLayerName(against.text, against.place, reader.label("against"), scope, problems);
    }
    return kind;
}

/// `within:` of a rule with pairs; in a pack it may name a parameter.
void readWithin(ParsedRule& parsed, MapReader& reader, const RuleScope& scope, Problems& problems) {
    const YamlNode* node = reader.find("within");
    if (node == nullptr) {
        return;
    }
    const std::string label = reader.label("within");
    if (!reader.has("against")) {
        problems.add(*node, label + " limits pairs, which only rules with 'against' have");
    }
    const BoundParameter* parameter = scope.inPack && node->isScalar() ? findBound(scope.values, node->text) : nullptr;
    if (parameter != nullptr) {
        const auto* quantity = std::get_if<Quantity>(&parameter->value);
        const std::string why = quantity == nullptr
                                    ? label + " must be a length, but parameter " + inQuotes(node->text) + " is none"
                                    : whyNotIn(*quantity, knownUnit("m"), label);
        if (!why.empty()) {
            problems.add(*node, why);
        }
        parsed.withinParameter = parameter->name;
        return;
    }
    parsed.rule.againstWithin = readQuantity(*node, knownUnit("m"), label, problems);
    if (parsed.rule.againstWithin && parsed.rule.againstWithin->value < 0.0) {
        problems.add(*node, label + " must not be negative");
    }
}

void readRequirement(RuleSpec& rule, MapReader& reader) {
    rule.judgement = reader.flag("judgement").value_or(false);
    rule.require = reader.placed("require", rule.judgement ? MapReader::Need::optional : MapReader::Need::required);
}

void checkMeasureTexts(const MeasureSpec& measure, Problems& problems) {
    const std::string what = "measure " + inQuotes(measure.name);
    checkCondition(measure.where, "'where' of " + what, problems);
    const MeasureName* kind = findMeasureName(measure.kind);
    for (const Parameter& option : measure.options) {
        const MeasureOption* type = kind == nullptr ? nullptr : findMeasureOption(*kind, option.name);
        const bool isExpression =
            type != nullptr && (type->type == OptionType::formula || type->type == OptionType::condition);
        if (isExpression && std::holds_alternative<std::string>(option.value)) {
            const PlacedText text{std::get<std::string>(option.value), option.place};
            checkCondition(text, "'" + option.name + "' of " + what, problems);
        }
    }
    for (const MeasureSpec& inner : measure.inner) {
        checkMeasureTexts(inner, problems);
    }
}

} // namespace

void checkRuleTexts(const RuleSpec& rule, Problems& problems) {
    const std::string what = " of rule " + inQuotes(rule.id);
    checkCondition(rule.where, "'where'" + what, problems);
    checkCondition(rule.require, "'require'" + what, problems);
    checkMessage(rule.message, "'message'" + what, problems);
    checkMessage(rule.advice, "'advice'" + what, problems);
    for (const UnlessSpec& unless : rule.unless) {
        checkCondition(unless.when, "'when'" + what, problems);
        checkMessage(unless.reason, "'reason'" + what, problems);
    }
    for (const MeasureSpec& measure : rule.measures) {
        checkMeasureTexts(measure, problems);
    }
}

ParsedRule parseRuleBody(MapReader& reader, const RuleScope& scope, Problems& problems) {
    ParsedRule parsed;
    RuleSpec& rule = parsed.rule;
    rule.place = reader.place();
    rule.title = reader.text("title");
    rule.explanation = reader.text("explanation");
    const SubjectKind subjects = readSubjects(rule, reader, scope, problems);
    readWithin(parsed, reader, scope, problems);
    rule.where = reader.placed("where");
    if (const YamlNode* measures = reader.find("measure")) {
        rule.measures = parseMeasures(*measures, scope, subjects, problems);
    }
    readRequirement(rule, reader);
    rule.severity = readSeverity(reader).value_or(Severity::must);
    rule.source = readSource(reader, problems).value_or(RuleSource{});
    rule.message = reader.placed("message");
    rule.advice = reader.placed("advice");
    rule.unless = readUnless(reader, problems);
    rule.needs = readNames(reader, "needs", problems);
    if (const std::optional<Effective> effective = readEffective(reader, problems)) {
        rule.effectiveFrom = effective->from;
        rule.effectiveTo = effective->to;
    }
    return parsed;
}

RuleSpec parseOwnRule(const YamlNode& node, const std::string& policy, const RuleScope& scope, Problems& problems) {
    const YamlNode* idNode = node.find("id");
    const bool hasId = idNode != nullptr && idNode->isScalar() && !idNode->text.empty();
    MapReader reader(node, hasId ? "rule " + inQuotes(idNode->text) : "a rule of policy " + inQuotes(policy), problems);
    const PlacedText id = reader.placed("id", MapReader::Need::required);
    if (const std::string why = id.empty() ? std::string() : whyNoId(id.text); !why.empty()) {
        problems.add(id.place, "rule id " + inQuotes(id.text) + " " + why);
    }
    for (const char* key : {"with", "layers"}) {
        reader.refuse(key, "belongs to rules of packs, which begin with 'use: pack/rule'");
    }
    RuleSpec rule = parseRuleBody(reader, scope, problems).rule;
    reader.finish();
    rule.id = id.text;
    rule.policy = policy;
    resolveMeasures(rule.measures, scope.values, scope.valueWord, problems);
    checkRuleTexts(rule, problems);
    return rule;
}

} // namespace merestone
