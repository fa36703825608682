// SPDX-License-Identifier: MIT
#include "plan/policy_parser.hpp"

#include "plan/plan_names.hpp"
#include "plan/rule_parser.hpp"
#include "plan/rule_parts.hpp"

namespace merestone {

namespace {

std::string policyWhat(const YamlNode& node) {
    const YamlNode* id = node.find("id");
    return id != nullptr && id->isScalar() && !id->text.empty() ? "policy " + inQuotes(id->text) : "a policy";
}

} // namespace

PolicySpec parsePolicy(const YamlNode& node, const RuleScope& scope, const PackShelf& shelf, Problems& problems) {
    MapReader reader(node, policyWhat(node), problems);
    PolicySpec policy;
    const PlacedText id = reader.placed("id", MapReader::Need::required);
    if (const std::string why = id.empty() ? std::string() : whyNoId(id.text); !why.empty()) {
        problems.add(id.place, "policy id " + inQuotes(id.text) + " " + why);
    }
    policy.id = id.text;
    policy.place = id.empty() ? problems.placeOf(node) : id.place;
    policy.title = reader.text("title");
    policy.text = reader.text("text");
    policy.layers = readNames(reader, "layers", problems);
    for (const PlacedText& layer : policy.layers) {
        checkLayerName(layer.text, layer.place, reader.label("layers"), scope, problems);
    }
    for (const YamlNode* rule : reader.list("rules")) {
        policy.rules.push_back(rule->find("use") != nullptr ? parseRuleUse(*rule, policy.id, scope, shelf, problems)
                                                            : parseOwnRule(*rule, policy.id, scope, problems));
    }
    reader.finish();
    return policy;
}

WaiverSpec parseWaiver(const YamlNode& node, Problems& problems) {
    MapReader reader(node, "a waiver", problems);
    WaiverSpec waiver;
    const PlacedText rule = reader.placed("rule", MapReader::Need::required);
    waiver.rule = rule.text;
    waiver.place = rule.empty() ? problems.placeOf(node) : rule.place;
    waiver.subject = reader.text("subject");
    waiver.reason = reader.text("reason", MapReader::Need::required);
    waiver.by = reader.text("by", MapReader::Need::required);
    waiver.until = reader.date("until", DateForm::day);
    reader.finish();
    return waiver;
}

} // namespace merestone
