// SPDX-License-Identifier: MIT
#include "report/report_model.hpp"

#include "exchange/wording.hpp"
#include "report/fill.hpp"
#include "report/report_words.hpp"

#include <algorithm>

namespace merestone {

namespace {

using ctemplate::TemplateDictionary;

void writeRow(std::ostream& out, const Templates& templates, const ReportModel& model, const Finding& finding) {
    TemplateDictionary values("row");
    put(values, "ROW", rowAnchor(finding));
    put(values, "POLICY", finding.policy.str());
    put(values, "VERDICT_NAME", verdictName(finding.verdict));
    put(values, "WORDS", verdictWords(finding.verdict));
    put(values, "SEVERITY", severityName(finding.severity));
    put(values, "PLACES", placeWords(finding));
    putWhole(values, "KEY", finding.key);
    if (finding.waived) {
        values.ShowSection("WAIVED");
    }
    put(values, "SUBJECT", featureText(finding.subject));
    putIf(values, "OTHER", finding.other ? featureText(*finding.other) : "");
    put(values, "MEASURED", quantityText(finding.measured, finding.unit));
    const std::string limit = quantityText(finding.limit, finding.unit);
    put(values, "REQUIRED", limit.empty() ? "" : std::string(comparatorWords(finding.comparator.str())) + " " + limit);
    put(values, "MARGIN", quantityText(finding.margin, finding.unit));
    put(values, "UNCERTAIN", finding.uncertainty > 0.0 ? quantityText(finding.uncertainty, finding.unit) : "");
    putIf(values, "METHOD", finding.method.str());
    putIf(values, "PLACE", placeText(finding));
    putIf(values, "STANDARDS", finding.standards.str());
    putIf(values, "REASON", finding.reason.str());
    if (const auto rule = model.rules.find(finding.rule.str()); rule != model.rules.end()) {
        putSource(values, rule->second->source);
    }
    templates.write(out, "table_row.html", values);
}

} // namespace

void writeTable(std::ostream& out, const Templates& templates, const ReportModel& model) {
    const std::vector<Finding>& findings = model.run.findings;
    const std::size_t rows = model.options.forPaper ? std::min(findings.size(), kMostRowsOnPaper) : findings.size();
    TemplateDictionary head("table");
    put(head, "LEAD",
        counted(findings.size(), "finding", "findings") +
            ", waived ones among them: whatever does not simply pass. Places are in the plan's CRS.");
    templates.write(out, "table_head.html", head);
    for (std::size_t i = 0; i < rows; ++i) {
        writeRow(out, templates, model, findings[i]);
    }
    TemplateDictionary foot("table");
    if (rows < findings.size()) {
        putIf(foot, "MORE",
              "This paper holds the first " + std::to_string(rows) + " of " + std::to_string(findings.size()) +
                  " findings; the HTML report holds all of them.");
    }
    templates.write(out, "table_foot.html", foot);
}

} // namespace merestone
