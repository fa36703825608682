// SPDX-License-Identifier: MIT
#include "submission/submission.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/check_one_of_many.hpp"
#include "cli/checked_output.hpp"
#include "cli/commands.hpp"
#include "cli/plan_list.hpp"
#include "cli/result_output.hpp"
#include "exchange/plans_report.hpp"
#include "plan/dates.hpp"

#include <chrono>

namespace merestone::cli {

namespace {

void checkFolder(CheckedPlan& checked, const Options& options, const SubmissionOptions& asked,
                 const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    checked.run = checkSubmission(checked.file, loadPacks(asked.packFolders), asked, context);
    checked.run.versions.insert(checked.run.versions.begin(), {"Merestone", MERESTONE_VERSION});
    checked.run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    checked.status = exitStatus(checked.run, options.failOn);
}

} // namespace

int runSubmission(const Options& options, const RunContext& context) {
    SubmissionOptions asked;
    asked.asOf = options.today;
    asked.packFolders = packFolders(options);
    if (!asked.asOf.empty() && !isIsoDate(asked.asOf)) {
        throw Error(ErrorCode::usage, "--as-of: '" + printable(asked.asOf) + "' is not a date such as 2026-09-01");
    }
    const std::vector<std::string> folders = submissionsOf(options.targets);
    ResultOutput output(options.output);
    CheckedPlans plans;
    for (const std::string& folder : folders) {
        plans.push_back(std::make_unique<CheckedPlan>());
        CheckedPlan& checked = *plans.back();
        checked.file = folder;
        if (folders.size() == 1) {
            checkFolder(checked, options, asked, context);
        } else {
            checkOneOfMany(checked, [&] { checkFolder(checked, options, asked, context); });
        }
    }
    writeChecked(output, plans, folders.size() > 1, options, "", context);
    return exitStatus(plans);
}

} // namespace merestone::cli
