// SPDX-License-Identifier: MIT
#include "cli/checked_output.hpp"

#include "exchange/comparison_text.hpp"
#include "exchange/findings_csv.hpp"
#include "exchange/findings_json.hpp"
#include "exchange/findings_junit.hpp"
#include "exchange/findings_sarif.hpp"
#include "exchange/plans_report.hpp"
#include "exchange/text_report.hpp"

namespace merestone::cli {

namespace {

void writeOneText(std::ostream& out, const CheckedPlan& plan, const TextReportOptions& options) {
    writeText(out, plan.run, options);
    if (plan.since) {
        out << '\n';
        TextReportOptions comparison = options;
        comparison.savedTo.clear(); // told above
        writeComparisonText(out, plan.since->comparison, plan.since->file, comparison);
    }
}

void writeOneJson(std::ostream& out, const CheckedPlan& plan, const RunContext& context) {
    JsonWriter json(out);
    writeRunJson(json, plan, context);
    json.finish();
}

} // namespace

void writeChecked(ResultOutput& output, const CheckedPlans& plans, bool many, const Options& options,
                  const std::string& savedTo, const RunContext& context) {
    const TextReportOptions text{output.style(), options.maxFindings, options.quiet, savedTo};
    output.write([&](std::ostream& out) {
        switch (options.format) {
        case Format::json:
            many ? writePlansJson(out, plans, context) : writeOneJson(out, *plans.front(), context);
            break;
        case Format::junit:
            writeJunit(out, plans, options.failOn);
            break;
        case Format::sarif:
            writeSarif(out, plans);
            break;
        case Format::csv:
            writeCsv(out, plans);
            break;
        default:
            many ? writePlansText(out, plans, text) : writeOneText(out, *plans.front(), text);
        }
    });
}

} // namespace merestone::cli
