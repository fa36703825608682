// SPDX-License-Identifier: MIT
#include "models/open_plan.hpp"

#include "plan/read_plan.hpp"

#include <functional>

namespace merestone::viewer {

namespace {

Plan withPacks(const OpenOptions& options,
               const std::function<Plan(const std::vector<Pack>&, const PlanOptions&)>& read) {
    PlanOptions asked;
    asked.allowOutside = options.allowOutside;
    asked.packFolders = pluginFolders();
    const std::vector<Pack> packs = loadPacks(asked.packFolders);
    const std::vector<Standards> standards = loadStandards(asked.packFolders, packs);
    asked.standards = &standards;
    return read(packs, asked);
}

} // namespace

Plan openPlan(const std::filesystem::path& file, const OpenOptions& options) {
    return withPacks(options, [&file](const std::vector<Pack>& packs, const PlanOptions& asked) {
        return readPlan(file, packs, asked);
    });
}

Plan openPlanText(const std::string& text, const std::filesystem::path& file, const OpenOptions& options) {
    return withPacks(options, [&](const std::vector<Pack>& packs, const PlanOptions& asked) {
        return parsePlan(text, file, packs, asked);
    });
}

} // namespace merestone::viewer
