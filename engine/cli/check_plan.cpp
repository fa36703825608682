// SPDX-License-Identifier: MIT
#include "cli/check_plan.hpp"

#include "base/error.hpp"
#include "base/memory_use.hpp"
#include "base/text.hpp"
#include "cli/words.hpp"
#include "exchange/export/run_tables.hpp"
#include "exchange/findings_gpkg.hpp"
#include "exchange/postgis_writer.hpp"
#include "exchange/publish.hpp"
#include "layers/database_name.hpp"
#include "layers/sha256.hpp"
#include "plan/dates.hpp"
#include "plugin/offer_plugins.hpp"
#include "rules/checker.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <optional>
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

/// The date that waivers are judged by, so that it can be told.
std::string systemDate() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
    return text;
}

CheckOptions checkOptions(const Options& options) {
    CheckOptions result;
    result.scope = options.scope == Reach::area ? Scope::area : Scope::everything;
    result.policies = options.policies;
    result.rules = options.rules;
    result.today = options.today.empty() ? systemDate() : options.today;
    result.hashInputs = options.hashInputs || options.command == Command::report;
    result.listAll = options.listAll;
    result.memoryMebibytes = options.memoryMebibytes;
    return result;
}

/// The staged findings.gpkg of --save; makes the folder.
StagedFile stageFindings(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(ErrorCode::output, printable(folder.string()) + ": cannot be made: " + error.message() +
                                           "; name another folder with --save");
    }
    return StagedFile(folder / kFindingsFile);
}

/// Time and memory differ between two runs on the same input; asked to, they are left unknown.
void addRunFigures(RunResult& run, std::chrono::steady_clock::time_point start, bool reproducible) {
    run.versions.insert(run.versions.begin(), {"Merestone", MERESTONE_VERSION});
    for (const auto& [plugin, version] : loadedPlugins()) {
        run.versions.emplace_back("plugin " + plugin, version);
    }
    if (reproducible) {
        run.seconds = std::numeric_limits<double>::quiet_NaN();
        run.peakMebibytes = std::numeric_limits<double>::quiet_NaN();
        return;
    }
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    run.peakMebibytes = peakMebibytes();
}

std::string sha256Of(const std::filesystem::path& file) {
    Sha256 digest;
    digest.addFile(file);
    return digest.finish();
}

std::vector<UsedPack> packsUsed(const Plan& plan) {
    std::vector<UsedPack> used;
    for (const RuleFile& rules : plan.ruleFiles) {
        used.push_back({rules.id, rules.version, sha256Of(rules.file)});
    }
    return used;
}

RunManifest manifestOf(const Plan& plan, const CheckOptions& asked, const Options& options) {
    RunManifest manifest;
    manifest.planSha256 = sha256Of(plan.file);
    manifest.scope = asked.scope == Scope::area ? "area" : "everything";
    manifest.policies = asked.policies;
    manifest.rules = asked.rules;
    manifest.today = asked.today;
    manifest.listAll = asked.listAll;
    manifest.allowOutside = options.allowOutside;
    manifest.packs = packsUsed(plan);
    return manifest;
}

} // namespace

void checkDates(const Options& options) {
    if (!options.today.empty() && !isIsoDate(options.today)) {
        throw Error(ErrorCode::usage, "--today: '" + printable(options.today) + "' is not a date such as 2026-09-01");
    }
}

void checkPlan(CheckedPlan& checked, const Options& options, const std::filesystem::path& saveTo,
               const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    checkDates(options);
    const CheckOptions asked = checkOptions(options);
    Plan plan = planFor(options, checked.file);
    checkSelection(options, plan);
    std::optional<StagedFile> findings;
    std::optional<PostgisWriter> database;
    if (isDatabaseName(options.saveFolder)) {
        database.emplace(options.saveFolder, options.schema, plan.summary.title);
    } else if (!saveTo.empty()) {
        findings.emplace(stageFindings(saveTo));
    }
    const bool report = options.command == Command::report;
    if (options.format == Format::json || options.command == Command::verify || report) { // nobody else tells it
        checked.manifest = manifestOf(plan, asked, options);
    }
    if (report) {
        checked.plan = std::make_shared<const Plan>(plan);
    }
    Checker checker(std::move(plan), asked);
    checker.load(context);
    checked.run = checker.run(context);
    addRunFigures(checked.run, start, options.reproducible);
    checked.status = exitStatus(checked.run, options.failOn);
    if (database) {
        context.report("writing the findings", 1.0);
        database->replace(runTables(checked.run), checked.run.plan.crs, context);
    }
    if (findings) {
        context.report("writing the findings", 1.0);
        writeFindingsGpkg(findings->path(), checked.run, findings->target().string());
        context.throwIfStopped();
        findings->commit();
    }
}

} // namespace merestone::cli
