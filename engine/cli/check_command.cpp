// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/memory_use.hpp"
#include "base/text.hpp"
#include "cli/check_one_of_many.hpp"
#include "cli/check_plan.hpp"
#include "cli/checked_output.hpp"
#include "cli/commands.hpp"
#include "cli/plan_list.hpp"
#include "cli/result_output.hpp"
#include "exchange/findings_gpkg.hpp"
#include "exchange/plans_report.hpp"
#include "exchange/read_run.hpp"
#include "exchange/wording.hpp"
#include "layers/database_name.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace merestone::cli {

namespace {

void compareWith(CheckedPlan& checked, std::unique_ptr<SinceBaseline> baseline, Severity failOn,
                 const RunContext& context) {
    baseline->comparison = compareRuns(baseline->before, checked.run, context);
    checked.since = std::move(baseline);
    checked.status = exitStatus(checked.since->comparison, failOn);
}

/// Null when no --baseline was named.
std::unique_ptr<SinceBaseline> readBaseline(const Options& options) {
    if (options.baseline.empty()) {
        return nullptr;
    }
    auto baseline = std::make_unique<SinceBaseline>();
    baseline->file = options.baseline;
    baseline->before = readRun(options.baseline);
    return baseline;
}

/// A limit that could not be kept is told, so that nobody relies on it.
void tellMemory(const Options& options) {
    const double peak = peakMebibytes();
    if (options.memoryMebibytes > 0 && peak > static_cast<double>(options.memoryMebibytes)) {
        complain("used " + rounded(peak, 0) + " MiB, more than --memory " + std::to_string(options.memoryMebibytes) +
                 ": findings, and layers that a rule looks at as a whole, are kept in memory");
    }
}

/// Where --save has put the findings of one plan, for people; empty: nowhere.
std::string savedTo(const std::string& target, const std::string& schema) {
    if (target.empty()) {
        return {};
    }
    return isDatabaseName(target) ? target + ", schema " + schema
                                  : (std::filesystem::path(target) / kFindingsFile).string();
}

int checkOne(const Options& options, const RunContext& context) {
    std::unique_ptr<SinceBaseline> baseline = readBaseline(options);
    ResultOutput output(options.output);
    CheckedPlans plans;
    plans.push_back(std::make_unique<CheckedPlan>());
    CheckedPlan& checked = *plans.front();
    checked.file = options.targets.front();
    checkPlan(checked, options, options.saveFolder, context);
    if (baseline) {
        compareWith(checked, std::move(baseline), options.failOn, context);
    }
    writeChecked(output, plans, false, options, savedTo(options.saveFolder, options.schema), context);
    tellMemory(options);
    return checked.status;
}

/// A folder inside that of --save for each plan, called like the folder that the plan lies in.
std::filesystem::path folderFor(const std::string& plan, const std::string& saveFolder, std::set<std::string>& taken) {
    if (saveFolder.empty()) {
        return {};
    }
    std::error_code ignored;
    const std::filesystem::path file = std::filesystem::absolute(plan, ignored).lexically_normal();
    const std::string name = file.parent_path().filename().empty() ? "plan" : file.parent_path().filename().string();
    std::string unique = name;
    for (int number = 2; !taken.insert(unique).second; ++number) {
        unique = name + "-" + std::to_string(number);
    }
    return std::filesystem::path(saveFolder) / unique;
}

int checkMany(const std::vector<PlanTarget>& targets, const Options& options, const RunContext& context) {
    if (!options.baseline.empty()) {
        throw Error(ErrorCode::usage, "--baseline is the run of one plan; check the plans one by one");
    }
    if (isDatabaseName(options.saveFolder)) {
        throw Error(ErrorCode::usage, "--save into a database takes one plan, as each needs a schema of its own; check "
                                      "the plans one by one, each with its --schema");
    }
    checkDates(options); // a mistake in them is not one of each plan
    ResultOutput output(options.output);
    CheckedPlans plans;
    std::set<std::string> folders;
    for (const PlanTarget& target : targets) {
        plans.push_back(std::make_unique<CheckedPlan>());
        CheckedPlan& checked = *plans.back();
        checked.file = target.file;
        checked.error = target.error;
        checkOneOfMany(checked, [&] {
            checkPlan(checked, options, folderFor(target.file, options.saveFolder, folders), context);
        });
    }
    writeChecked(output, plans, true, options, options.saveFolder, context);
    tellMemory(options);
    return exitStatus(plans);
}

} // namespace

int runCheck(const Options& options, const RunContext& context) {
    const std::vector<PlanTarget> targets = plansOf(options.targets);
    if (targets.size() > 1 || !targets.front().error.empty()) {
        return checkMany(targets, options, context);
    }
    Options one = options;
    one.targets = {targets.front().file};
    return checkOne(one, context);
}

} // namespace merestone::cli
