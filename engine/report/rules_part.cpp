// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "catalogue/formula_words.hpp"
#include "exchange/wording.hpp"
#include "report/fill.hpp"
#include "report/report_words.hpp"

namespace merestone {

namespace {

using ctemplate::TemplateDictionary;

/// "distance: 4381 decided, 0.5 m to 412.2 m".
std::string statisticText(const Statistic& statistic) {
    std::string text = statistic.name + ": " + std::to_string(statistic.count) + " decided";
    if (statistic.count == 0) {
        return text;
    }
    text += ", " + quantityText(statistic.minimum, statistic.unit);
    return statistic.minimum == statistic.maximum ? text
                                                  : text + " to " + quantityText(statistic.maximum, statistic.unit);
}

void putFormula(TemplateDictionary& values, const RuleSpec& spec) {
    if (!spec.subjects.empty()) {
        TemplateDictionary& subjects = *values.AddSectionDictionary("FOR");
        put(subjects, "FOR", spec.subjects + (spec.against.empty() ? "" : ", each against " + spec.against));
        putIf(subjects, "WHERE", spec.where.text);
    }
    std::vector<std::string> measures;
    for (const MeasureSpec& measure : spec.measures) {
        measures.push_back(measure.name + ": " + measureAsWritten(measure));
    }
    putList(values, "MEASURES", "MEASURE", measures);
    putIf(values, "REQUIRE", spec.require.text);
}

void writeRule(std::ostream& out, const Templates& templates, const RuleView& rule) {
    const RuleResult& result = *rule.result;
    TemplateDictionary values("rule");
    put(values, "ANCHOR", ruleAnchor(result.id));
    put(values, "ID", result.id);
    putIf(values, "TITLE", result.title);
    putVerdict(values, result.verdict, rule.allWaived);
    putIf(values, "REASON", result.reason);
    put(values, "POLICY", result.policy);
    put(values, "SEVERITY", severityName(result.severity));
    putSource(values, result.source);
    if (sourceText(result.source).empty()) {
        values.ShowSection("NO_SOURCE");
    }
    putIf(values, "URL", result.source.url);
    put(values, "COUNTS", countsText(result));
    if (rule.spec != nullptr) {
        putFormula(values, *rule.spec);
    }
    std::vector<std::string> settings;
    for (const RuleSetting& setting : result.settings) {
        settings.push_back(setting.parameter + ": " + settingText(setting));
    }
    putList(values, "SETTINGS", "SETTING", settings);
    std::vector<std::string> statistics;
    for (const Statistic& statistic : result.statistics) {
        statistics.push_back(statisticText(statistic));
    }
    putList(values, "STATISTICS", "STATISTIC", statistics);
    putIf(values, "EXPLANATION", result.explanation);
    templates.write(out, "rule.html", values);
}

void addPassing(TemplateDictionary& values, const std::vector<const RuleResult*>& passing) {
    if (passing.empty()) {
        values.ShowSection("NOTHING");
        return;
    }
    TemplateDictionary& some = *values.AddSectionDictionary("SOME");
    put(some, "LEAD", counted(passing.size(), "rule holds", "rules hold") + " wherever it could be looked at:");
    for (const RuleResult* rule : passing) {
        TemplateDictionary& item = *some.AddSectionDictionary("RULE");
        put(item, "TITLE", rule->title.empty() ? rule->id : rule->title);
        put(item, "ID", rule->id);
        put(item, "COUNTS", countsText(*rule));
    }
}

void addUnused(TemplateDictionary& values, const std::vector<const RuleResult*>& unused) {
    if (unused.empty()) {
        return;
    }
    TemplateDictionary& section = *values.AddSectionDictionary("UNUSED");
    put(section, "LEAD", counted(unused.size(), "rule finds", "rules find") + " nothing here that it speaks of:");
    for (const RuleResult* rule : unused) {
        TemplateDictionary& item = *section.AddSectionDictionary("RULE");
        put(item, "TITLE", rule->title.empty() ? rule->id : rule->title);
        put(item, "ID", rule->id);
        putIf(item, "REASON", rule->reason);
    }
}

/// Policies that nothing was checked of: they are not known to agree.
void addTexts(TemplateDictionary& values, const std::vector<PolicyView>& policies) {
    TemplateDictionary* section = nullptr;
    for (const PolicyView& policy : policies) {
        if (!policy.rules.empty() || policy.isHeading) {
            continue;
        }
        if (section == nullptr) {
            section = values.AddSectionDictionary("TEXTS");
            put(*section, "LEAD",
                "These policies have no rule, so nothing was checked and nothing is said about them:");
        }
        TemplateDictionary& item = *section->AddSectionDictionary("POLICY");
        put(item, "ID", policy.id);
        putIf(item, "NAME", policy.title);
    }
}

} // namespace

void writeAgreement(std::ostream& out, const Templates& templates, const ReportModel& model) {
    std::vector<const RuleResult*> passing;
    std::vector<const RuleResult*> unused;
    for (const PolicyView& policy : model.policies) {
        for (const RuleView& rule : policy.rules) {
            if (rule.result->verdict == Verdict::pass) {
                passing.push_back(rule.result);
            } else if (rule.result->verdict == Verdict::notApplicable) {
                unused.push_back(rule.result);
            }
        }
    }
    TemplateDictionary values("agrees");
    addPassing(values, passing);
    addUnused(values, unused);
    addTexts(values, model.policies);
    templates.write(out, "agrees.html", values);
}

void writeRules(std::ostream& out, const Templates& templates, const ReportModel& model) {
    TemplateDictionary head("rules");
    put(head, "LEAD", counted(model.run.rules.size(), "rule was", "rules were") + " evaluated.");
    templates.write(out, "rules_head.html", head);
    for (const PolicyView& policy : model.policies) {
        for (const RuleView& rule : policy.rules) {
            writeRule(out, templates, rule);
        }
    }
    templates.write(out, "section_foot.html", TemplateDictionary("end"));
}

} // namespace merestone
