// SPDX-License-Identifier: MIT
#include "plan/pack_parser.hpp"

#include "plan/expand.hpp"
#include "plan/map_reader.hpp"
#include "plan/pack_checks.hpp"
#include "plan/pack_parameters.hpp"
#include "plan/phrase_parser.hpp"
#include "plan/plan_names.hpp"
#include "plan/rule_parser.hpp"
#include "plan/rule_parts.hpp"

#include <algorithm>

namespace merestone {

namespace {

std::vector<PackLayer> parsePackLayers(MapReader& rule, Problems& problems) {
    std::vector<PackLayer> layers;
    for (const YamlEntry* entry : rule.map("layers")) {
        const std::string what = "layer role " + inQuotes(entry->key) + " of " + rule.what();
        if (const std::string why = whyNoLayerName(entry->key); !why.empty()) {
            problems.add(problems.placeOf(*entry), what + " " + why);
        }
        MapReader reader(entry->value, what, problems);
        PackLayer layer;
        layer.name = entry->key;
        layer.help = reader.text("help", MapReader::Need::required);
        layer.required = reader.flag("required").value_or(true);
        reader.finish();
        layers.push_back(std::move(layer));
    }
    return layers;
}

/// What the texts of the rule may name: its roles and parameters.
RuleScope scopeOf(const PackRule& rule) {
    RuleScope scope;
    scope.layerWord = "layer role";
    scope.valueWord = "parameter";
    scope.inPack = true;
    for (const PackLayer& layer : rule.layers) {
        scope.layers.push_back(layer.name);
    }
    scope.values = defaultParameters(rule);
    return scope;
}

PackRule parsePackRule(const YamlNode& node, Problems& problems) {
    const YamlNode* idNode = node.find("id");
    const bool hasId = idNode != nullptr && idNode->isScalar() && !idNode->text.empty();
    MapReader reader(node, hasId ? "rule " + inQuotes(idNode->text) : "a rule of the pack", problems);
    PackRule result;
    const PlacedText id = reader.placed("id", MapReader::Need::required);
    if (const std::string why = id.empty() ? std::string() : whyNoPackId(id.text); !why.empty()) {
        problems.add(id.place, "rule id " + inQuotes(id.text) + " " + why);
    }
    (void)reader.find("title", MapReader::Need::required);
    result.sources = readPolicySources(reader, problems);
    result.everywhere = reader.has("source") || result.sources.empty();
    (void)reader.find("source", result.everywhere ? MapReader::Need::required : MapReader::Need::optional);
    result.resident = reader.text("resident");
    for (const PlacedText& catalogueId : readNames(reader, "catalogue", problems)) {
        result.catalogue.push_back(catalogueId.text);
    }
    result.layers = parsePackLayers(reader, problems);
    result.parameters = parsePackParameters(reader, problems);
    ParsedRule parsed = parseRuleBody(reader, scopeOf(result), problems);
    reader.finish();
    result.rule = std::move(parsed.rule);
    result.rule.id = id.text;
    if (!result.everywhere) {
        result.rule.source = result.sources.back().source;
    }
    result.withinParameter = std::move(parsed.withinParameter);
    return result;
}

/// Checks what a plan would get that binds each role to a layer and gives no parameter that has a default.
void checkExpanded(const Pack& pack, const PackRule& rule, Problems& problems) {
    RuleBinding binding;
    binding.id = rule.rule.id;
    binding.parameters = defaultParameters(rule);
    for (const PackLayer& layer : rule.layers) {
        binding.layers.emplace_back(layer.name, layer.name);
    }
    checkListsInUse(pack, expandRule(pack.id, rule, binding, problems), problems);
}

Pack parsePackTop(const YamlNode& root, const std::filesystem::path& file, Problems& problems) {
    MapReader reader(root, "the pack file", problems);
    Pack pack;
    pack.file = file;
    const PlacedText id = reader.placed("pack", MapReader::Need::required);
    if (const std::string why = id.empty() ? std::string() : whyNoPackId(id.text); !why.empty()) {
        problems.add(id.place, "pack id " + inQuotes(id.text) + " " + why);
    }
    pack.id = id.text;
    pack.title = reader.text("title", MapReader::Need::required);
    pack.owner = reader.text("owner", MapReader::Need::required);
    pack.version = reader.text("version", MapReader::Need::required);
    parsePackTexts(reader, pack, problems);
    (void)reader.find("rules", MapReader::Need::required);
    for (const YamlNode* rule : reader.list("rules")) {
        pack.rules.push_back(parsePackRule(*rule, problems));
    }
    reader.finish();
    return pack;
}

} // namespace

const PackRule* Pack::find(std::string_view rule) const noexcept {
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const PackRule& candidate) { return candidate.rule.id == rule; });
    return found == rules.end() ? nullptr : &*found;
}

const PackRule* findPackRule(const std::vector<Pack>& packs, std::string_view name) noexcept {
    for (const Pack& pack : packs) {
        const bool ofPack = name.starts_with(pack.id) && name.substr(pack.id.size()).starts_with('/');
        if (const PackRule* rule = ofPack ? pack.find(name.substr(pack.id.size() + 1)) : nullptr) {
            return rule;
        }
    }
    return nullptr;
}

Pack parsePack(const std::string& text, const std::filesystem::path& file) {
    return parsePack(parseYaml(text, file.string()), file);
}

Pack parsePack(const YamlNode& root, const std::filesystem::path& file) {
    Problems problems(file.string());
    if (!root.isMap()) {
        problems.add(root, "this is no rule pack: it must begin with 'pack: NAME'");
        problems.throwIfAny();
    }
    Pack pack = parsePackTop(root, file, problems);
    checkPackNames(pack, problems);
    if (problems.empty()) { // else a misspelt parameter would be reported again in each text
        for (const PackRule& rule : pack.rules) {
            checkExpanded(pack, rule, problems);
        }
    }
    problems.throwIfAny();
    return pack;
}

} // namespace merestone
