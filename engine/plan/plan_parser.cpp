// SPDX-License-Identifier: MIT
#include "plan/layer_parser.hpp"
#include "plan/limits.hpp"
#include "plan/plan_names.hpp"
#include "plan/plan_section.hpp"
#include "plan/policy_parser.hpp"
#include "plan/read_file.hpp"
#include "plan/references.hpp"
#include "plan/rule_files.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr int kFormatVersion = 1;

void readVersion(MapReader& reader, Problems& problems) {
    const PlacedText version = reader.placed("merestone", MapReader::Need::required);
    if (!version.empty() && version.text != std::to_string(kFormatVersion)) {
        problems.add(version.place, "this program reads plans of format " + std::to_string(kFormatVersion) + ", not " +
                                        inQuotes(version.text) + ": write 'merestone: 1'");
    }
}

void readLayers(MapReader& reader, Plan& plan, RuleScope& scope, const PlanOptions& options, Problems& problems) {
    (void)reader.find("layers", MapReader::Need::required);
    const std::vector<const YamlEntry*> entries = reader.map("layers");
    if (entries.size() > kMaximumLayers) {
        problems.add(*reader.find("layers"), "a plan may have " + std::to_string(kMaximumLayers) + " layers, not " +
                                                 std::to_string(entries.size()));
        problems.throwIfAny();
    }
    for (const YamlEntry* entry : entries) {
        scope.layers.push_back(entry->key);
    }
    for (const YamlEntry* entry : entries) {
        plan.layers.push_back(parseLayer(*entry, scope.layers, options, problems));
    }
}

std::size_t countRules(const std::vector<const YamlNode*>& policies) {
    std::size_t count = 0;
    for (const YamlNode* policy : policies) {
        const YamlNode* rules = policy->find("rules");
        count += rules == nullptr ? 0 : rules->items.size();
    }
    return count;
}

void readPolicies(MapReader& reader, Plan& plan, const RuleScope& scope, const PackShelf& shelf, Problems& problems) {
    const std::vector<const YamlNode*> policies = reader.list("policies");
    const std::size_t rules = countRules(policies);
    if (policies.size() > kMaximumRules || rules > kMaximumRules) {
        problems.add(*reader.find("policies"), "a plan may have " + std::to_string(kMaximumRules) +
                                                   " policies and as many rules, not " +
                                                   std::to_string(std::max(policies.size(), rules)));
        problems.throwIfAny();
    }
    for (const YamlNode* policy : policies) {
        plan.policies.push_back(parsePolicy(*policy, scope, shelf, problems));
    }
}

void readWaivers(MapReader& reader, Plan& plan, Problems& problems) {
    for (const YamlNode* waiver : reader.list("waivers")) {
        plan.waivers.push_back(parseWaiver(*waiver, problems));
    }
}

/// Phrases and registers of all packs: a plan's own rules may name those of any.
std::shared_ptr<const PackTexts> textsOf(const std::vector<Pack>& packs) {
    auto texts = std::make_shared<PackTexts>();
    for (const Pack& pack : packs) {
        texts->phrases.insert(texts->phrases.end(), pack.texts.phrases.begin(), pack.texts.phrases.end());
        texts->registers.insert(texts->registers.end(), pack.texts.registers.begin(), pack.texts.registers.end());
    }
    return texts;
}

} // namespace

Plan parsePlan(const std::string& text, const std::filesystem::path& file, const std::vector<Pack>& packs,
               const PlanOptions& options) {
    const YamlNode root = parseYaml(text, file.string());
    Problems problems(file.string());
    if (!root.isMap()) {
        problems.add(root, root.isNull() ? "the file is empty; 'merestone new DIR' writes a plan to start from"
                                         : "this is no plan: it must begin with 'merestone: 1'");
        problems.throwIfAny();
    }
    Plan plan;
    plan.file = file;
    plan.directory = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    plan.summary.file = file.string();
    plan.texts = textsOf(packs);

    MapReader reader(root, "the plan file", problems);
    readVersion(reader, problems);
    const YamlNode* section = reader.find("plan", MapReader::Need::required);
    parsePlanSection(section == nullptr ? YamlNode{} : *section, plan, problems);
    RuleScope scope;
    scope.values = boundFacts(plan);
    readLayers(reader, plan, scope, options, problems);
    PackShelf shelf(packs, options);
    static const std::vector<Standards> none;
    shelf.standards = chooseStandards(plan, options.standards == nullptr ? none : *options.standards, problems);
    readPolicies(reader, plan, scope, shelf, problems);
    readWaivers(reader, plan, problems);
    reader.finish();
    checkReferences(plan, problems);
    problems.throwIfAny();
    plan.ruleFiles = ruleFilesOf(plan, packs, options.standards == nullptr ? none : *options.standards);
    return plan;
}

Plan readPlan(const std::filesystem::path& file, const std::vector<Pack>& packs, const PlanOptions& options) {
    return parsePlan(readSmallFile(file, "plan file"), file, packs, options);
}

Plan readPlanWithPacks(const std::filesystem::path& file, const std::vector<std::filesystem::path>& folders,
                       PlanOptions options) {
    const std::string text = readSmallFile(file, "plan file");
    PackChoice choice = loadMentionedPacks(folders, text);
    const std::vector<Standards> standards = loadStandards(folders, choice.packs, choice.unread);
    options.packFolders = folders;
    options.otherPacks = std::move(choice.unread);
    options.standards = &standards;
    return parsePlan(text, file, choice.packs, options);
}

} // namespace merestone
