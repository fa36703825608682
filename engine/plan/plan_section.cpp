// SPDX-License-Identifier: MIT
#include "plan/plan_section.hpp"

#include "plan/layer_parser.hpp"
#include "plan/limits.hpp"
#include "plan/plan_names.hpp"
#include "plan/rule_parts.hpp"

#include <algorithm>
#include <array>

namespace merestone {

namespace {

/// Columns that the one subject of `for: plan` has anyway.
constexpr std::array<std::string_view, 5> kPlanColumns = {"title", "stage", "period_from", "period_to", "submitted"};

void readPeriod(MapReader& reader, PlanSummary& summary, Problems& problems) {
    const YamlNode* node = reader.find("period");
    if (node == nullptr) {
        return;
    }
    MapReader period(*node, reader.label("period"), problems);
    (void)period.find("from", MapReader::Need::required);
    (void)period.find("to", MapReader::Need::required);
    summary.periodFrom = period.date("from", DateForm::dayOrYear);
    summary.periodTo = period.date("to", DateForm::dayOrYear);
    const std::string first = summary.periodFrom.size() == 4 ? summary.periodFrom + "-01-01" : summary.periodFrom;
    const std::string last = summary.periodTo.size() == 4 ? summary.periodTo + "-12-31" : summary.periodTo;
    if (!first.empty() && !last.empty() && last < first) {
        problems.add(*node,
                     period.what() + " ends in " + summary.periodTo + ", before it begins in " + summary.periodFrom);
    }
    period.finish();
}

void readFacts(MapReader& reader, Plan& plan, Problems& problems) {
    const std::vector<const YamlEntry*> entries = reader.map("facts", KeyCase::ignored);
    if (entries.size() > kMaximumFacts) {
        problems.add(*reader.find("facts"), "a plan may have " + std::to_string(kMaximumFacts) + " facts, not " +
                                                std::to_string(entries.size()));
        return;
    }
    for (const YamlEntry* entry : entries) {
        const std::string label = "fact " + inQuotes(entry->key);
        const bool isColumn = std::any_of(kPlanColumns.begin(), kPlanColumns.end(),
                                          [&](std::string_view column) { return sameName(column, entry->key); });
        const std::string why =
            isColumn ? "is known already from the plan itself; choose another name" : whyNoValueName(entry->key);
        if (!why.empty()) {
            problems.add(problems.placeOf(*entry), label + " " + why);
        }
        if (auto value = readAnyValue(entry->value, label, problems)) {
            plan.facts.emplace_back(entry->key, std::move(*value));
        }
    }
}

} // namespace

void parsePlanSection(const YamlNode& node, Plan& plan, Problems& problems) {
    static const std::array<std::string, 5> stages = {"drafting", "regulation-14", "regulation-15", "examination",
                                                      "made"};
    MapReader reader(node, "'plan'", problems);
    PlanSummary& summary = plan.summary;
    summary.title = reader.text("title", MapReader::Need::required);
    summary.stage = reader.word("stage", stages);
    summary.qualifyingBody = reader.text("qualifying_body");
    summary.localPlanningAuthority = reader.text("local_planning_authority");
    readPeriod(reader, summary, problems);
    summary.submitted = reader.date("submitted", DateForm::day);
    if (const std::string crs = readCrs(reader, problems); !crs.empty()) {
        plan.crs = crs;
    }
    summary.crs = plan.crs;
    summary.licence = reader.text("licence");
    plan.synthetic = reader.flag("synthetic").value_or(false);
    plan.standards = readNames(reader, "standards", problems);
    readFacts(reader, plan, problems);
    reader.finish();
}

std::vector<BoundParameter> boundFacts(const Plan& plan) {
    std::vector<BoundParameter> bound;
    for (const auto& [name, value] : plan.facts) {
        const auto kind = std::holds_alternative<Quantity>(value) ? PackParameter::Kind::quantity
                          : std::holds_alternative<bool>(value)   ? PackParameter::Kind::flag
                                                                  : PackParameter::Kind::text;
        bound.push_back({name, kind, value, {}, true});
    }
    return bound;
}

} // namespace merestone
