// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/check_plan.hpp"
#include "cli/result_output.hpp"
#include "exchange/read_run.hpp"
#include "exchange/verification.hpp"

#include <algorithm>

namespace merestone::cli {

namespace {

/// The options that make the run again.
Options repeated(const Options& options, const RunManifest& manifest, const RunResult& before) {
    Options again = options;
    again.scope = manifest.scope == "everything" ? Reach::everything : Reach::area;
    again.policies = manifest.policies;
    again.rules = manifest.rules;
    again.today = manifest.today;
    again.listAll = manifest.listAll;
    again.allowOutside = manifest.allowOutside;
    again.hashInputs = std::any_of(before.inputs.begin(), before.inputs.end(),
                                   [](const InputSummary& input) { return !input.sha256.empty(); });
    return again;
}

} // namespace

int runVerify(const Options& options, const RunContext& context) {
    const std::string& file = options.targets.front();
    const RunResult before = readRun(file);
    const std::optional<RunManifest> manifest = readManifest(file);
    if (!manifest) {
        throw Error(ErrorCode::input, printable(file) + ": does not say how it was made; write it anew with merestone "
                                                        "check --hash --format json");
    }
    ResultOutput output(options.output);
    const Options again = repeated(options, *manifest, before);
    CheckedPlan checked;
    checked.file = options.targets.size() > 1 ? options.targets[1] : before.plan.file;
    checkPlan(checked, again, {}, context);
    const Verification verification = verifyRun(before, *manifest, checked, context);
    output.write([&](std::ostream& out) {
        if (options.format == Format::json) {
            writeVerificationJson(out, verification);
        } else {
            writeVerificationText(out, verification, file, {output.style(), options.maxFindings, options.quiet, ""});
        }
    });
    return verification.sameResult ? 0 : 1;
}

} // namespace merestone::cli
