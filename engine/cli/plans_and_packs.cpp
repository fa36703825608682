// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "plan/read_plan.hpp"
#include "plugin/offer_plugins.hpp"

namespace merestone::cli {

std::vector<std::filesystem::path> packFolders(const Options& options) {
    std::vector<std::filesystem::path> folders = pluginFolders();
    for (const std::string& folder : options.pluginPaths) {
        if (!std::filesystem::is_directory(folder)) {
            throw Error(ErrorCode::usage, "--plugin-path: " + printable(folder) + " is no folder");
        }
        folders.emplace_back(folder);
    }
    offerPlugins(folders);
    return folders;
}

std::vector<Pack> packsFor(const Options& options) {
    return loadPacks(packFolders(options));
}

std::vector<Standards> standardsFor(const Options& options, const std::vector<Pack>& packs) {
    return loadStandards(packFolders(options), packs);
}

Plan planFor(const Options& options, const std::string& file) {
    PlanOptions asked;
    asked.allowOutside = options.allowOutside;
    return readPlanWithPacks(file, packFolders(options), asked);
}

} // namespace merestone::cli
