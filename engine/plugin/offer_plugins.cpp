// SPDX-License-Identifier: MIT
#include "plugin/offer_plugins.hpp"

#include "base/text.hpp"
#include "plugin/plugin_library.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace merestone {

namespace {

/// Every plugin of this process, by name. Nothing is ever taken away: libraries stay loaded.
struct Offered {
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<PluginLibrary>> plugins;
};

Offered& offered() {
    static Offered all;
    return all;
}

bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code error;
    return std::filesystem::equivalent(a, b, error) && !error;
}

} // namespace

void offerPlugins(const std::vector<std::filesystem::path>& folders) {
    Offered& all = offered();
    const std::lock_guard lock(all.mutex);
    for (PluginDescription& plugin : describePlugins(folders)) {
        if (const auto known = all.plugins.find(plugin.name); known != all.plugins.end()) {
            const std::filesystem::path& other = known->second->description().file;
            if (!isSameFile(other, plugin.file)) {
                throw Error(ErrorCode::plan,
                            printable(plugin.file.string() + ": plugin '" + plugin.name + "' is already in '" +
                                      other.string() + "'; keep one of the two"));
            }
            continue;
        }
        const auto library = std::make_shared<PluginLibrary>(std::move(plugin));
        const PluginDescription& description = library->description();
        addMeasureKinds(description.kinds, description.name,
                        [library](const std::string& kind) { return library->factory(kind); });
        all.plugins.emplace(description.name, library);
    }
}

std::vector<std::pair<std::string, std::string>> loadedPlugins() {
    Offered& all = offered();
    const std::lock_guard lock(all.mutex);
    std::vector<std::pair<std::string, std::string>> loaded;
    for (const auto& [name, library] : all.plugins) {
        if (library->loaded()) {
            loaded.emplace_back(name, library->description().version);
        }
    }
    return loaded;
}

} // namespace merestone
