// SPDX-License-Identifier: MIT
#include "submission/submission.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "plan/read_plan.hpp"
#include "rules/checker.hpp"
#include "submission/submission_tables.hpp"

#include <algorithm>

namespace merestone {

namespace {

constexpr const char* kRules =
#include "submission/submission_plan.inc"
    ;

bool measures(const MeasureSpec& measure, const std::string& layer) {
    return measure.target == layer || std::any_of(measure.inner.begin(), measure.inner.end(),
                                                  [&](const MeasureSpec& inner) { return measures(inner, layer); });
}

bool looksAt(const RuleSpec& rule, const std::string& layer) {
    return rule.subjects == layer || rule.against == layer ||
           std::any_of(rule.measures.begin(), rule.measures.end(),
                       [&](const MeasureSpec& measure) { return measures(measure, layer); });
}

/// A rule that cannot run stays in the result; it must not name layers that are not there.
void cannotRun(RuleSpec& rule, const std::string& why) {
    rule.notRunReason = why;
    rule.subjects = "plan";
    rule.against.clear();
    rule.measures.clear();
}

/// Rules about what is missing cannot run; rules about what nobody has to submit are left out.
void adaptRules(Plan& plan, const SubmissionTables& tables) {
    for (PolicySpec& heading : plan.policies) {
        heading.isHeading = true;
        std::erase_if(heading.rules, [&](const RuleSpec& rule) {
            return std::any_of(tables.notSubmitted.begin(), tables.notSubmitted.end(),
                               [&](const std::string& layer) { return looksAt(rule, layer); });
        });
        for (RuleSpec& rule : heading.rules) {
            const auto missing = std::find_if(tables.missing.begin(), tables.missing.end(),
                                              [&rule](const auto& layer) { return looksAt(rule, layer.first); });
            if (missing != tables.missing.end()) {
                cannotRun(rule, missing->second);
            }
        }
    }
    std::erase_if(plan.policies, [](const PolicySpec& heading) { return heading.rules.empty(); });
}

void addPolicies(Plan& plan, const SubmissionFacts& facts) {
    if (!facts.plan) {
        PolicySpec unread; // one row without text: its words cannot be told
        unread.id = "policies";
        plan.policies.push_back(unread);
        return;
    }
    for (const TextPolicy& text : facts.plan->policies) {
        PolicySpec policy;
        policy.id = text.id;
        policy.title = text.title;
        policy.text = text.text;
        policy.foundAt = facts.planDocument + ", page " + std::to_string(text.page);
        plan.policies.push_back(std::move(policy));
    }
    // Where no caption was found, maps and tables may have none: what they are called is not known then.
    for (const auto& [name, numbers] : {std::pair("maps", facts.plan->maps), std::pair("tables", facts.plan->tables)}) {
        if (!numbers.empty()) {
            plan.facts.emplace_back(name, numbers);
        }
    }
}

void describePlan(Plan& plan, const SubmissionFacts& facts, const std::filesystem::path& folder) {
    PlanSummary& summary = plan.summary;
    summary.file = folder.string();
    summary.stage = "regulation-15";
    if (facts.plan && !facts.plan->title.empty()) {
        summary.title = toUtf8(facts.plan->title);
    }
    if (facts.titlePeriod) {
        summary.periodFrom = std::to_string(facts.titlePeriod->from);
        summary.periodTo = std::to_string(facts.titlePeriod->to);
    }
    if (const ProcedureEvent* submitted = findEvent(facts.events, "reg15")) {
        summary.submitted = submitted->fromText;
    }
}

/// Tells why something cannot be told where reading the file says more than the missing value.
void explain(RunResult& run, const SubmissionTables& tables) {
    for (Finding& finding : run.findings) {
        const std::string row = finding.subject.layer.str() + "/" + finding.subject.id + "/";
        for (auto why = tables.problems.lower_bound(row);
             finding.verdict == Verdict::cannotTell && why != tables.problems.end() && why->first.starts_with(row);
             ++why) {
            const std::string field = why->first.substr(row.size());
            if (field.empty() || finding.reason.str().find("'" + field + "'") != std::string::npos) {
                finding.reason = why->second;
            }
        }
    }
}

/// The files that were read, in the place of the tables made from them.
std::vector<InputSummary> inputsOf(const SubmissionFacts& facts) {
    std::vector<InputSummary> inputs;
    for (const SubmittedDocument& document : facts.documents) {
        InputSummary input;
        input.layer = itemName(document.item.kind);
        input.source = document.item.name;
        input.features = document.content.pages;
        if (!document.content.problem.empty()) {
            input.notes = {document.content.problem};
        }
        inputs.push_back(std::move(input));
    }
    for (const auto* parts : {&facts.area, &facts.designatedArea, &facts.otherAreas, &facts.policyMap}) {
        for (const SpatialLayer& part : *parts) {
            InputSummary input;
            input.layer = part.sourceLayer;
            input.source = part.file;
            input.sourceLayer = part.sourceLayer;
            input.crs = part.crs;
            if (part.layer) {
                input.features = part.layer->size();
                input.invalid = part.layer->defects().size();
                input.operation = part.layer->info().operation;
                input.accuracyMetres = part.layer->accuracyMetres();
            } else {
                input.notes = {part.problem};
            }
            inputs.push_back(std::move(input));
        }
    }
    return inputs;
}

/// Headings only: the policies of the text are subjects here.
void keepHeadings(RunResult& run) {
    std::erase_if(run.policies, [&run](const auto& policy) {
        return std::none_of(run.rules.begin(), run.rules.end(),
                            [&](const RuleResult& rule) { return rule.policy == policy.first; });
    });
}

RuleResult unreadPlanFile(const std::string& why) {
    RuleResult rule;
    rule.id = "plan-file.readable";
    rule.policy = "plan-file";
    rule.title = "The plan file can be read and checked";
    rule.verdict = Verdict::notRun;
    rule.reason = why;
    rule.source = {"Merestone", "plan file", "", true};
    return rule;
}

/// Runs the folder's own plan file and puts its findings behind the others.
void addPlanFile(RunResult& run, const FolderItem& item, const std::vector<Pack>& packs,
                 const SubmissionOptions& options, const RunContext& context) {
    RunResult own;
    try {
        if (!item.problem.empty()) {
            throw Error(ErrorCode::input, item.name + " " + item.problem);
        }
        CheckOptions asked;
        asked.today = options.asOf;
        PlanOptions reading;
        reading.packFolders = options.packFolders;
        Checker checker(readPlan(item.path, packs, reading), asked);
        checker.load(context);
        own = checker.run(context);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::cancelled) {
            throw;
        }
        const std::string text = error.what();
        own.policies.emplace_back("plan-file", "The plan file");
        own.rules.push_back(unreadPlanFile(text.substr(0, text.find('\n'))));
    }
    std::move(own.inputs.begin(), own.inputs.end(), std::back_inserter(run.inputs));
    std::move(own.policies.begin(), own.policies.end(), std::back_inserter(run.policies));
    std::move(own.rules.begin(), own.rules.end(), std::back_inserter(run.rules));
    std::move(own.findings.begin(), own.findings.end(), std::back_inserter(run.findings));
    sortFindings(run.findings);
}

} // namespace

RunResult checkSubmission(const std::filesystem::path& folder, const std::vector<Pack>& packs,
                          const SubmissionOptions& options, const RunContext& context) {
    const SubmissionFacts facts = readSubmission(folder, packs, context);
    SubmissionTables tables = makeTables(facts);
    PlanOptions reading;
    reading.packFolders = options.packFolders;
    Plan plan = parsePlan(kRules, facts.folder.path / "submission", packs, reading);
    adaptRules(plan, tables);
    addPolicies(plan, facts);
    describePlan(plan, facts, folder);

    CheckOptions asked;
    asked.scope = Scope::everything;
    asked.today = options.asOf;
    Checker checker(std::move(plan), asked);
    checker.setLayers(std::move(tables.layers));
    RunResult run = checker.run(context);
    run.inputs = inputsOf(facts);
    explain(run, tables);
    keepHeadings(run);
    if (const FolderItem* planFile = facts.folder.only(ItemKind::planFile)) {
        addPlanFile(run, *planFile, packs, options, context);
    }
    return run;
}

} // namespace merestone
