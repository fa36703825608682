// SPDX-License-Identifier: MIT
#include "plugin/plugin_description.hpp"

#include "plan/map_reader.hpp"
#include "plan/plan_names.hpp"
#include "plan/plugin_files.hpp"
#include "plan/read_file.hpp"
#include "plugin/kind_reader.hpp"
#include "plugin/plugin.hpp"

#include <algorithm>
#include <charconv>

namespace merestone {

namespace {

using Path = std::filesystem::path;

std::uint32_t readAbi(MapReader& reader, Problems& problems) {
    const PlacedText text = reader.placed("abi", MapReader::Need::required);
    std::uint32_t abi = 0;
    const char* const end = text.text.data() + text.text.size();
    const auto [stop, error] = std::from_chars(text.text.data(), end, abi);
    if (!text.empty() && (error != std::errc() || stop != end || abi == 0)) {
        problems.add(text.place, "'abi' must be the number of the plugin interface, not " + inQuotes(text.text));
    }
    return abi;
}

/// A file of the plugin's own folder, so that no description leads anywhere else.
std::string readLibrary(MapReader& reader, Problems& problems) {
    const PlacedText library = reader.placed("library", MapReader::Need::required);
    const Path path(library.text);
    if (!library.empty() && (path != path.filename() || library.text.front() == '.')) {
        problems.add(library.place,
                     "'library' must be the name of a file beside this one, not " + inQuotes(library.text));
    }
    return library.text;
}

void readDescription(PluginDescription& plugin, const YamlNode& root, Problems& problems) {
    MapReader reader(root, "the plugin description", problems);
    const PlacedText name = reader.placed("plugin", MapReader::Need::required);
    if (const std::string why = name.empty() ? "" : whyNoId(name.text); !why.empty()) {
        problems.add(name.place, "plugin " + inQuotes(name.text) + " " + why);
    }
    plugin.name = name.text;
    plugin.version = reader.text("version", MapReader::Need::required);
    plugin.abi = readAbi(reader, problems);
    plugin.library = readLibrary(reader, problems);
    for (const YamlEntry* entry : reader.map("measures")) {
        plugin.kinds.push_back(readMeasureKind(*entry, problems));
    }
    if (root.find("measures") == nullptr) {
        problems.add(root, "'measures' is missing: what the plugin can measure");
    }
    reader.finish();
    std::sort(plugin.kinds.begin(), plugin.kinds.end(),
              [](const MeasureKind& a, const MeasureKind& b) { return a.name.kind < b.name.kind; });
}

/// The named folder that a file of `folder/topic/file` came from.
Path shelfOf(const Path& file) {
    return file.parent_path().parent_path();
}

} // namespace

std::string whyNotThisAbi(std::uint32_t abi) {
    return abi == kPluginAbi ? std::string()
                             : "is built for plugin interface " + std::to_string(abi) + " and this is " +
                                   std::to_string(kPluginAbi) + "; build it against this version of Merestone";
}

PluginDescription parsePluginDescription(const std::string& text, const std::filesystem::path& file) {
    const YamlNode root = parseYaml(text, file.string());
    Problems problems(file.string());
    PluginDescription plugin;
    plugin.file = file;
    plugin.folder = file.parent_path();
    plugin.shelf = shelfOf(file);
    readDescription(plugin, root, problems);
    if (!problems.empty() && plugin.abi > 0 && plugin.abi != kPluginAbi) {
        // Whatever else looks wrong may be right for that interface.
        problems = Problems(file.string());
        problems.add(root, "plugin " + inQuotes(plugin.name) + " " + whyNotThisAbi(plugin.abi));
    }
    problems.throwIfAny();
    return plugin;
}

std::vector<PluginDescription> describePlugins(const std::vector<std::filesystem::path>& folders) {
    std::vector<PluginDescription> plugins;
    Problems problems("");
    for (const Path& file : pluginYamlFiles(folders)) {
        if (file.filename() != kPluginFile) {
            continue;
        }
        try {
            PluginDescription plugin = parsePluginDescription(readSmallFile(file, "plugin description"), file);
            const auto other = std::find_if(plugins.begin(), plugins.end(),
                                            [&](const PluginDescription& each) { return each.name == plugin.name; });
            if (other != plugins.end()) {
                problems.add({file.string(), 1, 1}, "plugin " + inQuotes(plugin.name) + " is already in " +
                                                        inQuotes(other->file.string()) + "; keep one of the two");
                continue;
            }
            plugins.push_back(std::move(plugin));
        } catch (const PlanError& error) {
            problems.append(error.problems());
        }
    }
    problems.throwIfAny();
    std::sort(plugins.begin(), plugins.end(),
              [](const PluginDescription& a, const PluginDescription& b) { return a.name < b.name; });
    return plugins;
}

} // namespace merestone
