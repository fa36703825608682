// SPDX-License-Identifier: MIT
#include "catalogue/rule_facts.hpp"

#include "exchange/wording.hpp"

#include <algorithm>

namespace merestone {

std::string_view parameterKindName(PackParameter::Kind kind) noexcept {
    switch (kind) {
    case PackParameter::Kind::quantity:
        return "quantity";
    case PackParameter::Kind::number:
        return "number";
    case PackParameter::Kind::field:
        return "field";
    case PackParameter::Kind::condition:
        return "condition";
    case PackParameter::Kind::flag:
        return "yes or no";
    case PackParameter::Kind::text:
        break;
    }
    return "text";
}

std::string defaultText(const PackParameter& parameter) {
    if (!parameter.defaultValue) {
        return "(to be given)";
    }
    const std::string value = readableValue(*parameter.defaultValue);
    const bool quoted = parameter.kind == PackParameter::Kind::condition || parameter.kind == PackParameter::Kind::text;
    return quoted ? "\"" + value + "\"" : value;
}

std::string unitText(const PackParameter& parameter) {
    return parameter.kind == PackParameter::Kind::quantity ? parameter.unit.symbol : std::string();
}

std::string standardText(const RuleEntry::Value& value) {
    const std::string source = sourceText(value.value->source);
    return readableValue(value.value->value) + ": " + value.standards->owner + (source.empty() ? "" : ", " + source);
}

std::vector<std::pair<std::string, std::string>> sourceTexts(const PackRule& rule) {
    std::vector<std::pair<std::string, std::string>> texts;
    if (rule.everywhere) {
        texts.emplace_back("", sourceText(rule.rule.source));
    }
    for (const PolicySource& source : rule.sources) {
        texts.emplace_back(source.policySet, sourceText(source.source));
    }
    return texts;
}

std::string_view confirmationText(const PackRule& rule) noexcept {
    const bool first = rule.everywhere ? rule.rule.source.confirmed : rule.sources.front().source.confirmed;
    const bool same = std::all_of(rule.sources.begin(), rule.sources.end(),
                                  [&](const PolicySource& source) { return source.source.confirmed == first; });
    return !same ? "partly to be confirmed" : first ? "confirmed" : "to be confirmed";
}

std::string crosswalkText(const RuleEntry::Crosswalk& crosswalk) {
    const CrosswalkRow& row = *crosswalk.row;
    const std::string before = crosswalk.standards->replaces;
    std::string text = row.topic + ": " + row.was + (before.empty() ? "" : " (" + before + ")") + ", now " + row.now +
                       " (" + crosswalk.standards->id + ")";
    return row.change.empty() ? text : text + "; " + row.change;
}

std::string packText(const Pack& pack) {
    return pack.id + ": " + pack.title + " (" + pack.owner + ", " + pack.version + ")";
}

std::string topicText(const std::string& topic) {
    std::string text = topic;
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

} // namespace merestone
