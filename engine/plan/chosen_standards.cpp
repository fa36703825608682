// SPDX-License-Identifier: MIT
#include "plan/chosen_standards.hpp"

#include "plan/pack_parameters.hpp"
#include "plan/plan_names.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

StandardsSummary summaryOf(const Standards& standards) {
    return {standards.id, standards.title, standards.owner, standards.version};
}

std::string periodText(const Standards& standards) {
    std::string text = standards.effectiveFrom.empty() ? "" : "from " + standards.effectiveFrom;
    if (!standards.effectiveTo.empty()) {
        text += (text.empty() ? "until " : " until ") + standards.effectiveTo;
    }
    return text;
}

/// The standards that a plan names, or null after saying what is wrong with the name.
const Standards* namedStandards(const PlacedText& name, const std::vector<Standards>& all, const std::string& submitted,
                                Problems& problems) {
    std::vector<std::string> known;
    const Standards* found = nullptr;
    for (const Standards& candidate : all) {
        found = candidate.id == name.text ? &candidate : found;
        if (candidate.level != StandardsLevel::national) {
            known.push_back(candidate.id);
        }
    }
    const std::string what = "standards " + inQuotes(name.text);
    if (found == nullptr) {
        problems.add(name.place, "no " + what + " are loaded" + suggestion(name.text, known, "standards"));
        return nullptr;
    }
    if (found->level == StandardsLevel::national) {
        problems.add(name.place, what + " are a version of national policy, which the plan's day of submission "
                                        "chooses; leave them out and write 'submitted: DATE'");
        return nullptr;
    }
    if (!submitted.empty() && !found->inForceOn(submitted)) {
        problems.add(name.place, what + " are in force " + periodText(*found) + ", not on " + submitted +
                                     ", when the plan was submitted; leave them out or name those of that time");
        return nullptr;
    }
    return found;
}

bool isFigure(PackParameter::Kind kind) {
    return kind == PackParameter::Kind::quantity || kind == PackParameter::Kind::number ||
           kind == PackParameter::Kind::flag;
}

SettingValue settingOf(const StandardsValue& value, const Standards& standards) {
    return {readableValue(value.value), standards.id, standards.owner, std::string(standardsLevelName(standards.level)),
            value.source};
}

} // namespace

ChosenStandards chooseStandards(Plan& plan, const std::vector<Standards>& all, Problems& problems) {
    ChosenStandards chosen;
    chosen.submitted = plan.summary.submitted;
    chosen.policySet = policySetFor(all, chosen.submitted);
    if (chosen.policySet != nullptr) {
        plan.summary.policySet = summaryOf(*chosen.policySet);
        plan.summary.policySetAssumed = chosen.submitted.empty();
        chosen.layers.push_back(chosen.policySet);
    }
    std::set<std::string> seen;
    for (const PlacedText& name : plan.standards) {
        if (!seen.insert(name.text).second) {
            problems.add(name.place, "standards " + inQuotes(name.text) + " are named twice");
        } else if (const Standards* found = namedStandards(name, all, chosen.submitted, problems)) {
            plan.summary.standards.push_back(summaryOf(*found));
            chosen.layers.push_back(found);
        }
    }
    return chosen;
}

void overrideSetting(RuleSetting& setting, SettingValue value) {
    if (!setting.used.level.empty()) {
        setting.overrides.insert(setting.overrides.begin(), std::move(setting.used));
    }
    setting.used = std::move(value);
}

LayeredParameters layeredParameters(const Pack& pack, const PackRule& rule, const ChosenStandards& chosen) {
    LayeredParameters result;
    result.bound = defaultParameters(rule);
    const std::string name = pack.id + "/" + rule.rule.id;
    for (BoundParameter& parameter : result.bound) {
        RuleSetting setting;
        setting.parameter = parameter.name;
        setting.figure = isFigure(parameter.kind);
        if (parameter.known) {
            overrideSetting(setting, {readableValue(parameter.value), name, pack.owner, "default", rule.rule.source});
        }
        for (const Standards* standards : chosen.layers) {
            if (const StandardsValue* value = standards->find(name, parameter.name)) {
                parameter.value = value->value;
                parameter.place = value->place;
                parameter.known = true;
                overrideSetting(setting, settingOf(*value, *standards));
            }
        }
        result.settings.push_back(std::move(setting));
    }
    return result;
}

void applyPolicySet(RuleSpec& rule, const PackRule& packRule, const ChosenStandards& chosen) {
    if (packRule.sources.empty()) {
        return;
    }
    std::vector<std::string> sets;
    for (const PolicySource& source : packRule.sources) {
        sets.push_back(source.policySet);
        if (chosen.policySet != nullptr && source.policySet == chosen.policySet->id) {
            rule.source = source.source;
            return;
        }
    }
    const bool known = chosen.policySet != nullptr || !chosen.submitted.empty();
    if (packRule.everywhere || !known) {
        return;
    }
    const std::string day =
        chosen.submitted.empty() ? "which has no day of submission yet" : "submitted on " + chosen.submitted;
    rule.notApplicableReason =
        "belongs to " + listed(sets) + "; this plan, " + day + ", is checked by " +
        (chosen.policySet == nullptr ? "no version of national policy that is known here" : chosen.policySet->id);
}

} // namespace merestone
