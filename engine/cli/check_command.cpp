// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/result_output.hpp"
#include "cli/words.hpp"
#include "exchange/findings_gpkg.hpp"
#include "exchange/findings_json.hpp"
#include "exchange/text_report.hpp"
#include "plan/dates.hpp"
#include "plugin/offer_plugins.hpp"
#include "rules/checker.hpp"

#include <chrono>
#include <optional>
#include <sys/resource.h>
#include <system_error>

namespace merestone::cli {

namespace {

constexpr std::size_t kFew = 12;

/// The name that was meant, or the names that there are, when they are few enough for a line.
std::string suggestion(const std::string& name, const std::vector<std::string>& known) {
    const std::string nearest = didYouMean(name, known);
    return nearest.empty() && !known.empty() && known.size() <= kFew ? "; it has " + printable(joined(known, ", "))
                                                                     : nearest;
}

void checkNames(const std::vector<std::string>& asked, const std::vector<std::string>& known, const Plan& plan,
                const std::string& kind) {
    for (const std::string& name : asked) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw Error(ErrorCode::usage, printable(plan.file.string()) + ": has no " + kind + " '" + printable(name) +
                                              "'" + suggestion(name, known));
        }
    }
}

/// A misspelt --policy would check nothing and look like a pass.
void checkSelection(const Options& options, const Plan& plan) {
    std::vector<std::string> policies;
    std::vector<std::string> rules;
    for (const PolicySpec& policy : plan.policies) {
        policies.push_back(policy.id);
        for (const RuleSpec& rule : policy.rules) {
            rules.push_back(rule.id);
        }
    }
    checkNames(options.policies, policies, plan, "policy");
    checkNames(options.rules, rules, plan, "rule");
}

CheckOptions checkOptions(const Options& options) {
    if (!options.today.empty() && !isIsoDate(options.today)) {
        throw Error(ErrorCode::usage, "--today: '" + printable(options.today) + "' is not a date such as 2026-09-01");
    }
    CheckOptions result;
    result.scope = options.scope == Reach::area ? Scope::area : Scope::everything;
    result.policies = options.policies;
    result.rules = options.rules;
    result.today = options.today;
    result.hashInputs = options.hashInputs;
    result.listAll = options.listAll;
    return result;
}

/// The staged findings.gpkg of --save; makes the folder.
std::optional<StagedFile> stageFindings(const std::string& folder) {
    if (folder.empty()) {
        return std::nullopt;
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::output,
                    printable(folder) + ": cannot be made: " + error.message() + "; name another folder with --save");
    }
    return StagedFile(std::filesystem::path(folder) / kFindingsFile);
}

double peakMebibytes() {
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<double>(usage.ru_maxrss) / 1024.0 : 0.0;
}

void addRunFigures(RunResult& run, std::chrono::steady_clock::time_point start) {
    run.versions.insert(run.versions.begin(), {"Merestone", MERESTONE_VERSION});
    for (const auto& [plugin, version] : loadedPlugins()) {
        run.versions.emplace_back("plugin " + plugin, version);
    }
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    run.peakMebibytes = peakMebibytes();
}

void writeResult(ResultOutput& output, const RunResult& run, const Options& options, const std::string& savedTo,
                 const RunContext& context) {
    output.write([&](std::ostream& out) {
        if (options.format == Format::json) {
            writeJson(out, run, context);
        } else {
            writeText(out, run, {output.style(), options.maxFindings, options.quiet, savedTo});
        }
    });
}

} // namespace

int runCheck(const Options& options, const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    const CheckOptions asked = checkOptions(options);
    Plan plan = planFor(options, options.targets.front());
    checkSelection(options, plan);
    ResultOutput output(options.output);
    std::optional<StagedFile> findings = stageFindings(options.saveFolder);

    Checker checker(std::move(plan), asked);
    checker.load(context);
    RunResult run = checker.run(context);
    addRunFigures(run, start);

    std::string savedTo;
    if (findings) {
        context.report("writing the findings", 1.0);
        savedTo = findings->target().string();
        writeFindingsGpkg(findings->path(), run, savedTo);
        context.throwIfStopped();
        findings->commit();
    }
    writeResult(output, run, options, savedTo, context);
    return exitStatus(run, options.failOn);
}

} // namespace merestone::cli
