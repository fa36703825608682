// SPDX-License-Identifier: MIT
#include "map/load_plan.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base_map/base_map.hpp"
#include "cli/commands.hpp"
#include "exchange/read_run.hpp"
#include "plan/dates.hpp"
#include "rules/checker.hpp"

namespace merestone::map {

LoadedPlan loadPlan(const cli::Options& options, const std::filesystem::path& run, const RunContext& context) {
    if (!options.today.empty() && !isIsoDate(options.today)) {
        throw Error(ErrorCode::usage, "--today: '" + printable(options.today) + "' is not a date such as 2026-09-01");
    }
    CheckOptions asked;
    asked.today = options.today;
    asked.loadEverything = true;
    RunResult result;
    if (!run.empty()) {
        result = readRun(run);
    }
    Checker checker(cli::planFor(options, options.targets.front()), asked);
    checker.load(context);
    if (run.empty() && !options.map.noFindings) {
        result = checker.run(context);
    }
    LoadedPlan loaded;
    loaded.run = std::make_shared<const RunResult>(std::move(result));
    loaded.scene = makeScene(checker, loaded.run);
    if (!options.map.base.empty()) {
        const std::shared_ptr<const Backdrop> base =
            openBaseMap(options.map.base, checker.plan().crs, loaded.scene->bounds(), context.stop);
        loaded.scene = withBackdrop(
            *loaded.scene, {base, SceneBackdrop::kMedium, QString::fromStdString(printable(options.map.baseLicence))});
    }
    return loaded;
}

std::size_t markOf(const MapScene& scene, const std::string& key, const std::string& plan) {
    const auto found = scene.findings->byKey.find(key);
    if (found != scene.findings->byKey.end()) {
        return found->second;
    }
    std::vector<std::string> known;
    for (const Finding& finding : *scene.findings->findings) {
        known.push_back(finding.key);
    }
    throw Error(ErrorCode::usage, printable(plan) + ": has no finding '" + printable(key) + "'" +
                                      didYouMean(key, known) + "; `merestone check --format json` lists the keys");
}

} // namespace merestone::map
