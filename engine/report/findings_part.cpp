// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "exchange/comparison_words.hpp"
#include "exchange/wording.hpp"
#include "report/base64.hpp"
#include "report/fill.hpp"
#include "report/report_words.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

using ctemplate::TemplateDictionary;

/// What became of a finding since the earlier run, where there is one.
std::string changeText(const ReportModel& model, const Finding& finding) {
    const auto found = model.changes.find(finding.key);
    if (found == model.changes.end() || found->second->kind == ChangeKind::stillThere) {
        return {};
    }
    if (found->second->kind == ChangeKind::added) {
        return "new since the earlier run";
    }
    std::string text = "changed since the earlier run";
    for (std::size_t i = 0; i < found->second->differences.size(); ++i) {
        text += (i == 0 ? ": " : "; ") + differenceText(found->second->differences[i]);
    }
    return text;
}

void addPicture(TemplateDictionary& values, const ReportPicture& drawn, const Finding& finding) {
    TemplateDictionary& picture = *values.AddSectionDictionary("PICTURE");
    const std::string who = whoText(finding.subject);
    const std::string other = finding.other ? whoText(*finding.other) : "";
    picture.SetValue("BYTES", base64(drawn.png));
    put(picture, "WIDTH", std::to_string(drawn.width));
    put(picture, "HEIGHT", std::to_string(drawn.height));
    put(picture, "ALT",
        "Map of " + who + (other.empty() ? "" : " and " + other) + ", " + acrossText(drawn) +
            ", with a sign where it says: " + std::string(verdictWords(finding.verdict)) + ".");
    std::string caption = acrossText(drawn);
    caption.front() = 'A';
    if (who != "The plan") {
        caption += ". Outlined in crimson: " + who + (other.empty() ? "" : "; in blue: " + other);
    }
    put(picture, "CAPTION", caption + ".");
}

void writeFinding(std::ostream& out, const Templates& templates, const ReportModel& model, const RuleView& rule,
                  const Finding& finding) {
    TemplateDictionary values("finding");
    put(values, "ANCHOR", findingAnchor(finding));
    put(values, "ROW", rowAnchor(finding));
    put(values, "POLICY", finding.policy.str());
    put(values, "PLACES", placeWords(finding));
    put(values, "WHO", whoText(finding.subject));
    putVerdict(values, finding.verdict);
    putIf(values, "WAS", changeText(model, finding));
    put(values, "MESSAGE", finding.message.empty() ? whereText(finding) : finding.message);
    putIf(values, "FIGURE", figureText(finding));
    putIf(values, "REASON", finding.reason.str());
    put(values, "WHERE", whereText(finding));
    const bool advised = rule.spec != nullptr && !rule.spec->advice.empty(); // then the message ends with it
    putIf(values, "TODO", advised ? std::string_view() : verdictAdvice(finding.verdict));
    if (const ReportPicture* drawn = model.picture(finding.key); drawn != nullptr) {
        addPicture(values, *drawn, finding);
    }
    templates.write(out, "finding.html", values);
}

void writeRule(std::ostream& out, const Templates& templates, const ReportModel& model, const RuleView& rule) {
    const RuleResult& result = *rule.result;
    TemplateDictionary head("rule");
    put(head, "ANCHOR", ruleAnchor(result.id));
    put(head, "TITLE", result.title.empty() ? result.id : result.title);
    put(head, "COUNTS", countsText(result) + ".");
    putVerdict(head, result.verdict, rule.allWaived);
    putSource(head, result.source);
    putIf(head, "REASON", result.reason);
    templates.write(out, "rule_head.html", head);
    const std::size_t told = model.toldOf(rule);
    for (std::size_t i = 0; i < told; ++i) {
        writeFinding(out, templates, model, rule, *rule.open[i]);
    }
    TemplateDictionary foot("rule");
    if (told < rule.open.size()) {
        const std::size_t more = rule.open.size() - told;
        TemplateDictionary& section = *foot.AddSectionDictionary("MORE");
        put(section, "MORE",
            "The " + std::to_string(told) + " gravest are told here; " + counted(more, "more stands", "more stand") +
                " in the table.");
        put(section, "ROW", "table");
    }
    templates.write(out, "rule_foot.html", foot);
}

/// "62 of 134 findings are told one by one, 60 of them with a map of their own."
std::string toldText(const ReportModel& model) {
    std::size_t open = 0;
    std::size_t told = 0;
    std::size_t drawn = 0;
    for (const PolicyView& policy : model.policies) {
        for (const RuleView& rule : policy.rules) {
            open += rule.open.size();
            told += model.toldOf(rule);
            for (std::size_t i = 0; i < model.toldOf(rule); ++i) {
                drawn += model.picture(rule.open[i]->key) != nullptr ? 1 : 0;
            }
        }
    }
    if (open == 0) {
        return {};
    }
    std::string text = told == open ? (open == 1 ? "The one finding is told"
                                                 : "All " + std::to_string(open) + " findings are told one by one")
                                    : std::to_string(told) + " of " + std::to_string(open) +
                                          " findings are told one by one, the gravest of each rule";
    text += "; " + (drawn == 0 ? "none has a map of its own"
                               : counted(drawn, "has a map of its own", "have a map of their own"));
    return text + ". The table for officers holds every finding.";
}

void writeHead(std::ostream& out, const Templates& templates, const ReportModel& model) {
    TemplateDictionary values("findings");
    put(values, "TOLD", toldText(model));
    if (std::none_of(model.policies.begin(), model.policies.end(), [](const PolicyView& p) { return p.told; })) {
        values.ShowSection("NONE");
    }
    std::set<Verdict> verdicts;
    std::set<std::string> policies;
    for (const Finding& finding : model.run.findings) {
        verdicts.insert(finding.verdict);
        policies.insert(finding.policy.str());
    }
    for (const PolicyView& policy : model.policies) {
        if (policies.count(policy.id) > 0) {
            put(*values.AddSectionDictionary("POLICY"), "ID", policy.id);
        }
    }
    for (const Verdict verdict : verdicts) {
        TemplateDictionary& choice = *values.AddSectionDictionary("VERDICT");
        put(choice, "NAME", verdictName(verdict));
        put(choice, "WORDS", verdictWords(verdict));
    }
    templates.write(out, "findings_head.html", values);
}

} // namespace

void writeFindings(std::ostream& out, const Templates& templates, const ReportModel& model) {
    writeHead(out, templates, model);
    const TemplateDictionary nothing("end");
    for (const PolicyView& policy : model.policies) {
        if (!policy.told) {
            continue;
        }
        TemplateDictionary values("policy");
        put(values, "ANCHOR", policyAnchor(policy.id));
        put(values, "ID", policy.id);
        putIf(values, "TITLE", policy.title);
        putIf(values, "TEXT", policy.text);
        templates.write(out, "policy_head.html", values);
        for (const RuleView& rule : policy.rules) {
            if (rule.told) {
                writeRule(out, templates, model, rule);
            }
        }
        templates.write(out, "section_foot.html", nothing);
    }
    templates.write(out, "section_foot.html", nothing);
}

} // namespace merestone
