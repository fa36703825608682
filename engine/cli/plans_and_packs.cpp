// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "plan/read_plan.hpp"
#include "plugin/offer_plugins.hpp"

#include <optional>

namespace merestone::cli {

namespace {

namespace fs = std::filesystem;

/// Whether a folder holds a whole set of packs with their standards, as Merestone's own does.
bool isWholeSet(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator it(folder / "standards", error), end; !error && it != end; it.increment(error)) {
        if (it->path().extension() == ".yaml") {
            return true;
        }
    }
    return false;
}

/// The whole set that a path is, or is a part of: a topic, its scenes, one of these.
std::optional<fs::path> wholeSetAround(const fs::path& path) {
    constexpr int kSceneScenesTopic = 3;
    std::error_code error;
    fs::path folder = fs::canonical(path, error);
    for (int i = 0; !error && i <= kSceneScenesTopic; ++i, folder = folder.parent_path()) {
        if (isWholeSet(folder)) {
            return folder;
        }
    }
    return std::nullopt;
}

/// Who tests a path in another copy of Merestone's packs, such as a clone, means those packs and not the ones that are
/// installed: that set takes the place of the sets that nobody named with --plugin-path.
void putTestedSetFirst(std::vector<fs::path>& folders, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        if (const std::optional<fs::path> tested = wholeSetAround(path)) {
            std::erase_if(folders, isWholeSet);
            folders.insert(folders.begin(), *tested);
            return;
        }
    }
}

} // namespace

std::vector<std::filesystem::path> packFolders(const Options& options) {
    std::vector<fs::path> named;
    for (const std::string& folder : options.pluginPaths) {
        if (!fs::is_directory(folder)) {
            throw Error(ErrorCode::usage, "--plugin-path: " + printable(folder) + " is no folder");
        }
        named.emplace_back(folder);
    }
    std::vector<fs::path> folders = pluginFolders();
    folders.insert(folders.end(), named.begin(), named.end());
    offerPlugins(folders);
    if (options.command == Command::rulesTest) { // a path to test names data; code of it would have to be named
        folders.resize(folders.size() - named.size());
        putTestedSetFirst(folders, options.targets);
        folders.insert(folders.end(), named.begin(), named.end());
    }
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
