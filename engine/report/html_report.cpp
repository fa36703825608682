// SPDX-License-Identifier: MIT
#include "report/html_report.hpp"

#include "report/base64.hpp"
#include "report/fill.hpp"
#include "report/report_model.hpp"

namespace merestone {

namespace {

std::string periodText(const PlanSummary& plan) {
    if (plan.periodFrom.empty() && plan.periodTo.empty()) {
        return {};
    }
    return (plan.periodFrom.empty() ? "…" : plan.periodFrom) + " to " + (plan.periodTo.empty() ? "…" : plan.periodTo);
}

/// "regulation-14" as people write it.
std::string stageText(const std::string& stage) {
    constexpr std::string_view kRegulation = "regulation-";
    return stage.starts_with(kRegulation) ? "Regulation " + stage.substr(kRegulation.size()) : stage;
}

void writeHead(std::ostream& out, const Templates& templates, const ReportModel& model) {
    const PlanSummary& plan = model.run.plan;
    ctemplate::TemplateDictionary values("head");
    const std::string_view style = Templates::text("report.css");
    values.SetValue("STYLE", ctemplate::TemplateString(style.data(), style.size()));
    put(values, "STYLE_HASH", contentHash(style));
    put(values, "SCRIPT_HASH", contentHash(Templates::text("report.js")));
    put(values, "TITLE", plan.title);
    putIf(values, "BODY", plan.qualifyingBody);
    putIf(values, "AUTHORITY", plan.localPlanningAuthority);
    putIf(values, "STAGE", stageText(plan.stage));
    putIf(values, "PERIOD", periodText(plan));
    putIf(values, "TODAY", model.content.checked.manifest ? model.content.checked.manifest->today : "");
    if (model.plan.synthetic) {
        values.ShowSection("SYNTHETIC");
    }
    if (model.options.forPaper) {
        values.ShowSection("PAPER");
    }
    if (model.content.checked.since) {
        values.ShowSection("SINCE");
    }
    templates.write(out, "head.html", values);
}

} // namespace

void writeHtmlReport(std::ostream& out, const ReportContent& content, const ReportOptions& options) {
    const Templates templates;
    const ReportModel model(content, options);
    writeHead(out, templates, model);
    writeSummary(out, templates, model);
    writeWholeMap(out, templates, model);
    writeFindings(out, templates, model);
    writeAgreement(out, templates, model);
    writeWaivers(out, templates, model);
    writeChanges(out, templates, model);
    writeRules(out, templates, model);
    writeTable(out, templates, model);
    writeMaking(out, templates, model);
}

} // namespace merestone
