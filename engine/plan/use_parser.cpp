// SPDX-License-Identifier: MIT
#include "plan/use_parser.hpp"

#include "plan/conditions.hpp"
#include "plan/expand.hpp"
#include "plan/pack_homes.hpp"
#include "plan/pack_parameters.hpp"
#include "plan/plan_names.hpp"
#include "plan/rule_parser.hpp"
#include "plan/rule_parts.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

struct FoundRule {
    const Pack* pack = nullptr;
    const PackRule* rule = nullptr;
};

/// The pack's rule that `use:` names; reports what is unknown.
FoundRule findPackRule(const PlacedText& use, const PackShelf& shelf, Problems& problems) {
    const std::size_t slash = use.text.find('/');
    if (slash == std::string::npos) {
        problems.add(use.place, "'use: " + use.text + "' must name a pack and a rule, such as 'open-space/access'");
        return {};
    }
    const std::string packId = use.text.substr(0, slash);
    const std::string ruleId = use.text.substr(slash + 1);
    for (const Pack& pack : shelf.packs) {
        if (pack.id != packId) {
            continue;
        }
        if (const PackRule* rule = pack.find(ruleId)) {
            return {&pack, rule};
        }
        std::vector<std::string> rules;
        for (const PackRule& rule : pack.rules) {
            rules.push_back(rule.rule.id);
        }
        problems.add(use.place, "pack " + inQuotes(packId) + " has no rule " + inQuotes(ruleId) +
                                    suggestion(ruleId, rules, "rules"));
        return {};
    }
    const std::string_view home = homeOfPack(packId);
    const std::string remedy = home.empty() ? suggestion(packId, shelf.names, "packs")
                                            : "; it comes with Merestone's plugin " + inQuotes(home) + ": install that";
    problems.add(use.place,
                 "no pack " + inQuotes(packId) + " is loaded" + remedy + "; packs looked for in " + shelf.places);
    return {};
}

const PackParameter* findParameter(const PackRule& rule, const std::string& name) {
    const auto found = std::find_if(rule.parameters.begin(), rule.parameters.end(),
                                    [&](const PackParameter& parameter) { return parameter.name == name; });
    return found == rule.parameters.end() ? nullptr : &*found;
}

/// `with:` over the standards over the pack's defaults; reports unknown and missing ones.
LayeredParameters readWith(MapReader& reader, const FoundRule& found, const ChosenStandards& standards,
                           Problems& problems) {
    const PackRule& rule = *found.rule;
    LayeredParameters layered = layeredParameters(*found.pack, rule, standards);
    std::vector<BoundParameter>& bound = layered.bound;
    std::vector<std::string> names;
    for (const BoundParameter& parameter : bound) {
        names.push_back(parameter.name);
    }
    for (const YamlEntry* entry : reader.map("with")) {
        const std::string label = "parameter " + inQuotes(entry->key) + " of " + reader.what();
        const PackParameter* parameter = findParameter(rule, entry->key);
        if (parameter == nullptr) {
            problems.add(problems.placeOf(*entry), "unknown " + label + suggestion(entry->key, names, "parameters"));
            continue;
        }
        auto target = std::find_if(bound.begin(), bound.end(),
                                   [&](const BoundParameter& value) { return value.name == parameter->name; });
        target->known = true; // given, if wrongly: not missing
        target->place = problems.placeOf(entry->value);
        if (auto value = readParameterValue(*parameter, entry->value, label, problems)) {
            target->value = std::move(*value);
            overrideSetting(layered.settings[static_cast<std::size_t>(target - bound.begin())],
                            {readableValue(target->value), "plan", "this plan", "plan", {}});
        }
    }
    for (const BoundParameter& parameter : bound) {
        if (!parameter.known) {
            problems.add(reader.node(), reader.what() + " needs the parameter '" + parameter.name + "' (" +
                                            findParameter(rule, parameter.name)->help + "): write with: {" +
                                            parameter.name + ": …}");
        }
    }
    return layered;
}

/// `layers: {role: layer}`; reports unknown roles and layers, and required roles without a layer.
std::vector<std::pair<std::string, std::string>> readLayers(MapReader& reader, const PackRule& rule,
                                                            const RuleScope& scope, Problems& problems) {
    std::vector<std::pair<std::string, std::string>> layers;
    std::set<std::string> given;
    std::vector<std::string> roles;
    for (const PackLayer& layer : rule.layers) {
        roles.push_back(layer.name);
    }
    for (const YamlEntry* entry : reader.map("layers")) {
        const std::string label = "layer role " + inQuotes(entry->key) + " of " + reader.what();
        given.insert(entry->key);
        if (std::find(roles.begin(), roles.end(), entry->key) == roles.end()) {
            problems.add(problems.placeOf(*entry), "unknown " + label + suggestion(entry->key, roles, "roles"));
        } else if (const auto name = readText(entry->value, label, problems)) {
            checkLayerName(*name, problems.placeOf(entry->value), label, scope, problems);
            layers.emplace_back(entry->key, *name);
        }
    }
    for (const PackLayer& layer : rule.layers) {
        if (layer.required && given.count(layer.name) == 0) {
            problems.add(reader.node(), reader.what() + " needs a layer for '" + layer.name + "' (" + layer.help +
                                            "): write layers: {" + layer.name + ": NAME}");
        }
    }
    return layers;
}

/// `for:` of the use; needed when the pack leaves it open.
std::string readSubjects(MapReader& reader, const PackRule& rule, const RuleScope& scope, Problems& problems) {
    const bool open = rule.rule.subjects.empty();
    const PlacedText subjects = reader.placed("for", open ? MapReader::Need::required : MapReader::Need::optional);
    if (!subjects.empty() && !isBuiltInLayer(subjects.text)) {
        checkLayerName(subjects.text, subjects.place, reader.label("for"), scope, problems);
    }
    return subjects.text;
}

/// What the plan says in place of the pack.
struct Overrides {
    std::string title;
    PlacedText where, message, advice;
    std::optional<Severity> severity;
    std::optional<RuleSource> source;
    std::optional<Effective> effective;
    bool hasUnless = false;
    bool hasNeeds = false;
    std::vector<UnlessSpec> unless;
    std::vector<PlacedText> needs;
};

Overrides readOverrides(MapReader& reader, Problems& problems) {
    Overrides result;
    result.title = reader.text("title");
    result.where = reader.placed("where");
    result.message = reader.placed("message");
    result.advice = reader.placed("advice");
    result.severity = readSeverity(reader);
    result.source = readSource(reader, problems);
    result.effective = readEffective(reader, problems);
    result.hasUnless = reader.has("unless");
    result.hasNeeds = reader.has("needs");
    result.unless = readUnless(reader, problems);
    result.needs = readNames(reader, "needs", problems);
    return result;
}

/// The texts of the plan alone: what comes from the pack has been checked there.
void checkOverrides(const Overrides& overrides, const std::string& id, Problems& problems) {
    RuleSpec texts;
    texts.id = id;
    texts.where = overrides.where;
    texts.message = overrides.message;
    texts.advice = overrides.advice;
    texts.unless = overrides.unless;
    checkRuleTexts(texts, problems);
}

template <typename Value> void replace(Value& value, const Value& with, bool given) {
    if (given) {
        value = with;
    }
}

void applyOverrides(RuleSpec& rule, const Overrides& overrides) {
    replace(rule.title, overrides.title, !overrides.title.empty());
    replace(rule.message, overrides.message, !overrides.message.empty());
    replace(rule.advice, overrides.advice, !overrides.advice.empty());
    replace(rule.unless, overrides.unless, overrides.hasUnless);
    rule.severity = overrides.severity.value_or(rule.severity);
    rule.source = overrides.source.value_or(rule.source);
    if (overrides.effective) {
        rule.effectiveFrom = overrides.effective->from;
        rule.effectiveTo = overrides.effective->to;
    }
    if (overrides.hasNeeds) {
        rule.needs = overrides.needs;
        rule.packNeeds.clear();
    }
    if (!overrides.where.empty()) {
        const bool alone = rule.where.empty();
        rule.where.text = alone ? overrides.where.text : "(" + rule.where.text + ") AND (" + overrides.where.text + ")";
        rule.where.place = overrides.where.place;
    }
}

/// The id that the plan gives, or the policy's with the name of the pack's rule.
PlacedText readId(MapReader& reader, const std::string& policy, const PlacedText& use, Problems& problems) {
    PlacedText id = reader.placed("id");
    if (id.empty()) {
        return {policy + "." + use.text.substr(use.text.find('/') + 1), reader.place()};
    }
    if (const std::string why = whyNoId(id.text); !why.empty()) {
        problems.add(id.place, "rule id " + inQuotes(id.text) + " " + why);
    }
    return id;
}

/// What makes the rule what it is stays with its owner.
void refuseFixedKeys(MapReader& reader) {
    for (const char* key : {"measure", "require", "judgement", "against", "within", "explanation"}) {
        reader.refuse(key, "is fixed by the pack; write a rule of your own to change it");
    }
}

RuleBinding readBinding(MapReader& reader, const RuleSpec& use, const PackRule& rule,
                        std::vector<BoundParameter> parameters, const RuleScope& scope, Problems& problems) {
    RuleBinding binding;
    binding.place = use.place;
    binding.id = use.id;
    binding.policy = use.policy;
    binding.subjects = readSubjects(reader, rule, scope, problems);
    binding.parameters = std::move(parameters);
    binding.layers = readLayers(reader, rule, scope, problems);
    return binding;
}

} // namespace

PackShelf::PackShelf(const std::vector<Pack>& all, const PlanOptions& options) : packs(all), names(options.otherPacks) {
    for (const Pack& pack : all) {
        names.push_back(pack.id);
    }
    std::sort(names.begin(), names.end());
    std::vector<std::string> folders;
    for (const std::filesystem::path& folder : options.packFolders) {
        folders.push_back(folder.string());
    }
    if (folders.empty()) {
        std::set<std::string> parents;
        for (const Pack& pack : all) {
            parents.insert(pack.file.parent_path().parent_path().string());
        }
        folders.assign(parents.begin(), parents.end());
    }
    places = folders.empty() ? "no folder; name one with --plugin-path"
                             : listed(folders) + "; name other folders with --plugin-path";
}

RuleSpec parseRuleUse(const YamlNode& node, const std::string& policy, const RuleScope& scope, const PackShelf& shelf,
                      Problems& problems) {
    const YamlNode* useNode = node.find("use");
    MapReader reader(node, "rule " + inQuotes(useNode->isScalar() ? useNode->text : "use"), problems);
    const std::size_t before = problems.count();
    const PlacedText use = reader.placed("use", MapReader::Need::required);
    RuleSpec unfinished;
    unfinished.id = readId(reader, policy, use, problems).text;
    unfinished.policy = policy;
    unfinished.place = problems.placeOf(node);
    refuseFixedKeys(reader);
    const Overrides overrides = readOverrides(reader, problems);
    checkOverrides(overrides, unfinished.id, problems);
    unfinished.needs = overrides.needs;

    const FoundRule found = use.empty() ? FoundRule{} : findPackRule(use, shelf, problems);
    if (found.rule == nullptr) {
        for (const char* key : {"with", "layers", "for"}) {
            reader.allow(key); // nobody knows what they may hold
        }
        reader.finish();
        return unfinished;
    }
    LayeredParameters layered = readWith(reader, found, shelf.standards, problems);
    const RuleBinding binding = readBinding(reader, unfinished, *found.rule, std::move(layered.bound), scope, problems);
    reader.finish();
    if (problems.count() != before) {
        return unfinished;
    }
    RuleSpec rule = expandRule(found.pack->id, *found.rule, binding, problems);
    rule.settings = std::move(layered.settings);
    applyPolicySet(rule, *found.rule, shelf.standards);
    applyOverrides(rule, overrides);
    return rule;
}

} // namespace merestone
