// SPDX-License-Identifier: MIT
#include "catalogue/formula_words.hpp"
#include "catalogue/rule_facts.hpp"
#include "catalogue/rule_list.hpp"
#include "exchange/json_writer.hpp"
#include "plan/measure_names.hpp"

namespace merestone {

namespace {

constexpr std::uint64_t kFormat = 1;

void texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
    json.key(name);
    json.onOneLine();
    json.beginArray();
    for (const std::string& value : values) {
        json.value(value);
    }
    json.endArray();
}

void orNull(JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    if (text.empty()) {
        json.null();
    } else {
        json.value(text);
    }
}

void writeSource(JsonWriter& json, const RuleSource& source, const std::string& policySet) {
    json.onOneLine();
    json.beginObject();
    orNull(json, "policy_set", policySet);
    orNull(json, "document", source.document);
    orNull(json, "clause", source.clause);
    orNull(json, "url", source.url);
    json.member("confirmed", source.confirmed);
    json.endObject();
}

void writeSources(JsonWriter& json, const PackRule& rule) {
    json.key("sources");
    json.beginArray();
    if (rule.everywhere) {
        writeSource(json, rule.rule.source, "");
    }
    for (const PolicySource& source : rule.sources) {
        writeSource(json, source.source, source.policySet);
    }
    json.endArray();
}

void writeFormula(JsonWriter& json, const PackRule& rule) {
    orNull(json, "for", rule.rule.subjects);
    orNull(json, "against", rule.rule.against);
    orNull(json, "where", rule.rule.where.text);
    json.key("measures");
    json.beginArray();
    for (const MeasureSpec& measure : rule.rule.measures) {
        json.onOneLine();
        json.beginObject();
        json.member("name", measure.name);
        json.member("kind", measure.kind);
        orNull(json, "plugin", pluginOfMeasure(measure.kind));
        json.member("written", measureAsWritten(measure));
        json.member("words", measureInWords(measure, rule));
        json.endObject();
    }
    json.endArray();
    orNull(json, "require", rule.rule.require.text);
    orNull(json, "require_words",
           rule.rule.require.empty() ? std::string() : conditionInWords(rule.rule.require.text, rule));
    json.member("judgement", rule.rule.judgement);
}

void writeParameters(JsonWriter& json, const PackRule& rule) {
    json.key("parameters");
    json.beginArray();
    for (const PackParameter& parameter : rule.parameters) {
        json.onOneLine();
        json.beginObject();
        json.member("name", parameter.name);
        json.member("kind", parameterKindName(parameter.kind));
        orNull(json, "unit", unitText(parameter));
        orNull(json, "default", parameter.defaultValue ? readableValue(*parameter.defaultValue) : std::string());
        json.member("help", parameter.help);
        json.endObject();
    }
    json.endArray();
}

void writeStandards(JsonWriter& json, const RuleEntry& entry) {
    json.key("standards");
    json.beginArray();
    for (const RuleEntry::Value& value : entry.values) {
        json.onOneLine();
        json.beginObject();
        json.member("parameter", value.value->parameter);
        json.member("standards", value.standards->id);
        json.member("owner", value.standards->owner);
        json.member("level", standardsLevelName(value.standards->level));
        json.member("value", readableValue(value.value->value));
        orNull(json, "document", value.value->source.document);
        orNull(json, "clause", value.value->source.clause);
        json.member("confirmed", value.value->source.confirmed);
        orNull(json, "note", value.value->note);
        json.endObject();
    }
    json.endArray();
}

void writeLayers(JsonWriter& json, const PackRule& rule) {
    json.key("layers");
    json.beginArray();
    for (const PackLayer& layer : rule.layers) {
        json.onOneLine();
        json.beginObject();
        json.member("role", layer.name);
        json.member("required", layer.required);
        json.member("help", layer.help);
        json.endObject();
    }
    json.endArray();
}

void writeEntry(JsonWriter& json, const RuleEntry& entry) {
    const PackRule& rule = *entry.rule;
    json.beginObject();
    json.member("id", entry.id);
    json.member("topic", entry.topic);
    json.member("plugin", entry.topic);
    json.member("pack", entry.pack->id);
    json.member("owner", entry.pack->owner);
    json.member("version", entry.pack->version);
    json.member("title", rule.rule.title);
    orNull(json, "resident", rule.resident);
    orNull(json, "explanation", rule.rule.explanation);
    texts(json, "catalogue", rule.catalogue);
    json.member("severity", severityName(rule.rule.severity));
    json.member("confirmation", confirmationText(rule));
    writeSources(json, rule);
    orNull(json, "effective_from", rule.rule.effectiveFrom);
    orNull(json, "effective_to", rule.rule.effectiveTo);
    writeFormula(json, rule);
    writeLayers(json, rule);
    writeParameters(json, rule);
    writeStandards(json, entry);
    texts(json, "scenes", entry.scenes);
    json.endObject();
}

} // namespace

void writeRulesJson(std::ostream& out, const std::vector<RuleEntry>& entries) {
    JsonWriter json(out);
    json.beginObject();
    json.member("merestone", kFormat);
    json.key("rules");
    json.beginArray();
    for (const RuleEntry& entry : entries) {
        writeEntry(json, entry);
    }
    json.endArray();
    json.endObject();
    json.finish();
}

} // namespace merestone
