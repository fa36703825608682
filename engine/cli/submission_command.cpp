// SPDX-License-Identifier: MIT
#include "submission/submission.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/checked_output.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "plan/dates.hpp"

#include <chrono>

namespace merestone::cli {

int runSubmission(const Options& options, const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    SubmissionOptions asked;
    asked.asOf = options.today;
    asked.packFolders = packFolders(options);
    if (!asked.asOf.empty() && !isIsoDate(asked.asOf)) {
        throw Error(ErrorCode::usage, "--as-of: '" + printable(asked.asOf) + "' is not a date such as 2026-09-01");
    }
    ResultOutput output(options.output);
    CheckedPlans plans;
    plans.push_back(std::make_unique<CheckedPlan>());
    CheckedPlan& checked = *plans.front();
    checked.file = options.targets.front();
    checked.run = checkSubmission(checked.file, loadPacks(asked.packFolders), asked, context);
    checked.run.versions.insert(checked.run.versions.begin(), {"Merestone", MERESTONE_VERSION});
    checked.run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    checked.status = exitStatus(checked.run, options.failOn);
    writeChecked(output, plans, false, options, "", context);
    return checked.status;
}

} // namespace merestone::cli
