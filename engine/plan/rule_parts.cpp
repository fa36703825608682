// SPDX-License-Identifier: MIT
#include "plan/rule_parts.hpp"

#include "plan/plan_names.hpp"

#include <array>

namespace merestone {

namespace {

/// A link goes into reports that people click on: pages only.
bool isWebAddress(const std::string& url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

RuleSource parseSource(const YamlNode& node, const std::string& what, Problems& problems) {
    MapReader source(node, what, problems);
    RuleSource result;
    result.document = source.text("document", MapReader::Need::required);
    result.clause = source.text("clause");
    const PlacedText url = source.placed("url");
    if (!url.empty() && !isWebAddress(url.text)) {
        problems.add(url.place, source.label("url") + " must begin with https:// or http://");
    }
    result.url = url.text;
    result.confirmed = source.flag("confirmed").value_or(true);
    source.finish();
    return result;
}

} // namespace

std::optional<Severity> readSeverity(MapReader& reader) {
    static const std::array<std::string, 3> words = {"must", "should", "note"};
    const std::string word = reader.word("severity", words);
    for (const Severity severity : {Severity::must, Severity::should, Severity::note}) {
        if (word == severityName(severity)) {
            return severity;
        }
    }
    return std::nullopt;
}

std::optional<RuleSource> readSource(MapReader& reader, Problems& problems) {
    const YamlNode* node = reader.find("source");
    return node == nullptr ? std::nullopt : std::optional(parseSource(*node, reader.label("source"), problems));
}

std::vector<PolicySource> readPolicySources(MapReader& reader, Problems& problems) {
    std::vector<PolicySource> result;
    for (const YamlEntry* entry : reader.map("sources")) {
        const std::string what = "the source under " + inQuotes(entry->key) + " of " + reader.what();
        result.push_back({entry->key, parseSource(entry->value, what, problems), problems.placeOf(*entry)});
    }
    return result;
}

std::vector<UnlessSpec> readUnless(MapReader& reader, Problems& problems) {
    std::vector<UnlessSpec> result;
    for (const YamlNode* item : reader.list("unless")) {
        MapReader exception(*item, "an exception under " + reader.label("unless"), problems);
        UnlessSpec unless;
        unless.when = exception.placed("when", MapReader::Need::required);
        unless.reason = exception.placed("reason", MapReader::Need::required);
        exception.finish();
        result.push_back(std::move(unless));
    }
    return result;
}

std::vector<PlacedText> readNames(MapReader& reader, std::string_view key, Problems& problems) {
    std::vector<PlacedText> names;
    for (const YamlNode* item : reader.list(key)) {
        if (auto name = readText(*item, "an item of " + reader.label(key), problems)) {
            names.push_back({std::move(*name), problems.placeOf(*item)});
        }
    }
    return names;
}

std::optional<Effective> readEffective(MapReader& reader, Problems& problems) {
    const YamlNode* node = reader.find("effective");
    if (node == nullptr) {
        return std::nullopt;
    }
    MapReader effective(*node, reader.label("effective"), problems);
    Effective result{effective.date("from", DateForm::day), effective.date("to", DateForm::day)};
    if (!result.from.empty() && !result.to.empty() && result.to < result.from) {
        problems.add(*node, effective.what() + " ends on " + result.to + ", before it begins on " + result.from);
    }
    effective.finish();
    return result;
}

} // namespace merestone
