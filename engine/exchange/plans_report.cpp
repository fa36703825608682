// SPDX-License-Identifier: MIT
#include "exchange/plans_report.hpp"

#include "exchange/comparison_text.hpp"
#include "exchange/findings_json.hpp"
#include "exchange/json_writer.hpp"
#include "exchange/rule_text.hpp"
#include "exchange/wording.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

enum Status { kClean = 0, kConflicts = 1, kNotChecked = 2, kUndecided = 3 };
constexpr std::array kWorstFirst{kNotChecked, kConflicts, kUndecided, kClean};

std::size_t countOf(const CheckedPlans& plans, int status) {
    return static_cast<std::size_t>(
        std::count_if(plans.begin(), plans.end(), [status](const auto& plan) { return plan->status == status; }));
}

VerdictMark markOf(int status) noexcept {
    switch (status) {
    case kClean:
        return merestone::markOf(Verdict::pass);
    case kConflicts:
        return merestone::markOf(Verdict::fail);
    case kUndecided:
        return merestone::markOf(Verdict::cannotTell);
    default:
        return merestone::markOf(Verdict::notRun);
    }
}

std::string summaryOf(const CheckedPlan& plan) {
    if (!plan.error.empty()) {
        return "could not be checked: " + plan.error;
    }
    return plan.run.plan.title + (plan.run.plan.title.empty() ? "" : ": ") + summaryLine(plan.run);
}

/// "3 plans: 1 could not be checked, 1 with conflicts, 1 without."
std::string totals(const CheckedPlans& plans) {
    std::string text = counted(plans.size(), "plan", "plans") + ": ";
    std::string parts;
    const auto add = [&](int status, const char* words) {
        if (const std::size_t count = countOf(plans, status); count > 0) {
            parts += (parts.empty() ? "" : ", ") + std::to_string(count) + " " + words;
        }
    };
    add(kNotChecked, "could not be checked");
    add(kConflicts, "with conflicts");
    add(kUndecided, "undecided");
    add(kClean, "without conflicts");
    return text + parts + ".";
}

} // namespace

int exitStatus(const CheckedPlans& plans) {
    for (const Status status : kWorstFirst) {
        if (countOf(plans, status) > 0) {
            return status;
        }
    }
    return kClean;
}

void writePlansText(std::ostream& out, const CheckedPlans& plans, const TextReportOptions& options) {
    if (!options.summaryOnly) {
        for (const auto& plan : plans) {
            if (plan->error.empty()) {
                writeText(out, plan->run, options);
                out << '\n';
            }
        }
    }
    TextLayout layout(out, options.style);
    for (const auto& plan : plans) {
        const VerdictMark mark = markOf(plan->status);
        layout.marked("", mark.shape, mark.tone, plan->file + ": " + summaryOf(*plan));
    }
    layout.paragraph("", totals(plans), Tone::strong);
    if (!options.savedTo.empty()) {
        layout.paragraph("", "For QGIS: " + options.savedTo);
    }
}

void writePlansJson(std::ostream& out, const CheckedPlans& plans, const RunContext& context) {
    JsonWriter json(out);
    json.beginObject();
    json.member("merestone", std::uint64_t{kJsonFormat});
    json.key("summary");
    json.onOneLine();
    json.beginObject();
    json.member("plans", std::uint64_t{plans.size()});
    json.member("conflicts", std::uint64_t{countOf(plans, kConflicts)});
    json.member("undecided", std::uint64_t{countOf(plans, kUndecided)});
    json.member("clean", std::uint64_t{countOf(plans, kClean)});
    json.member("not_checked", std::uint64_t{countOf(plans, kNotChecked)});
    json.endObject();
    json.key("plans");
    json.beginArray();
    for (const auto& plan : plans) {
        json.beginObject();
        json.member("file", plan->file);
        json.member("status", std::uint64_t{static_cast<unsigned>(plan->status)});
        json.member("error", plan->error.empty() ? std::optional<std::string>() : std::optional(plan->error));
        json.key("result");
        if (plan->error.empty()) {
            writeRunJson(json, *plan, context);
        } else {
            json.null();
        }
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.finish();
}

} // namespace merestone
