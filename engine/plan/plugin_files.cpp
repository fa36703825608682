// SPDX-License-Identifier: MIT
#include "plan/plugin_files.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace merestone {

namespace {

using Paths = std::vector<std::filesystem::path>;

/// The entries of a folder by name, so that nothing depends on the order of the disk.
Paths sortedEntries(const std::filesystem::path& folder) {
    Paths entries;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        entries.push_back(it->path());
    }
    if (error) {
        throw Error(ErrorCode::plan,
                    printable(folder.string()) + ": the plugin folder cannot be read; " + error.message());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

/// `*/*.yaml` of a folder.
Paths yamlFiles(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) {
        throw Error(ErrorCode::plan, printable(folder.string()) + ": there is no such plugin folder");
    }
    Paths files;
    for (const std::filesystem::path& topic : sortedEntries(folder)) {
        if (!std::filesystem::is_directory(topic)) {
            continue;
        }
        for (const std::filesystem::path& file : sortedEntries(topic)) {
            if (file.extension() == ".yaml" && std::filesystem::is_regular_file(file)) {
                files.push_back(file);
            }
        }
    }
    return files;
}

/// Each folder once, however it is spelt.
Paths distinct(const Paths& folders) {
    Paths result;
    std::set<std::filesystem::path> seen;
    for (const std::filesystem::path& folder : folders) {
        std::error_code error;
        const std::filesystem::path canonical = std::filesystem::canonical(folder, error);
        if (error || seen.insert(canonical).second) {
            result.push_back(folder);
        }
    }
    return result;
}

} // namespace

std::vector<std::filesystem::path> pluginYamlFiles(const std::vector<std::filesystem::path>& folders) {
    Paths result;
    for (const std::filesystem::path& folder : distinct(folders)) {
        const Paths files = yamlFiles(folder);
        result.insert(result.end(), files.begin(), files.end());
    }
    return result;
}

} // namespace merestone
