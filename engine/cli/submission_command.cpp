// SPDX-License-Identifier: MIT
#include "submission/submission.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "exchange/findings_json.hpp"
#include "exchange/text_report.hpp"
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
    RunResult run = checkSubmission(options.targets.front(), loadPacks(asked.packFolders), asked, context);
    run.versions.insert(run.versions.begin(), {"Merestone", MERESTONE_VERSION});
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    output.write([&](std::ostream& out) {
        if (options.format == Format::json) {
            writeJson(out, run, context);
        } else {
            writeText(out, run, {output.style(), options.maxFindings, options.quiet, ""});
        }
    });
    return exitStatus(run, options.failOn);
}

} // namespace merestone::cli
