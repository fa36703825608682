// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "plan/pack.hpp"
#include "plan/plan_names.hpp"
#include "plan/problems.hpp"
#include "plan/read_file.hpp"

#include <algorithm>
#include <map>
#include <set>

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

/// Other YAML files may lie beside packs; one with rules was meant to be a pack.
bool isPack(const YamlNode& root) {
    return root.find("pack") != nullptr || root.find("rules") != nullptr;
}

void readPack(const std::filesystem::path& file, std::map<std::string, Pack>& packs, Problems& problems) {
    try {
        const std::string text = readSmallFile(file, "rule pack");
        if (!isPack(parseYaml(text, file.string()))) {
            return;
        }
        Pack pack = parsePack(text, file);
        const auto [other, isNew] = packs.emplace(pack.id, pack);
        if (!isNew) {
            problems.add({file.string(), 1, 1}, "pack " + inQuotes(pack.id) + " is already in " +
                                                    inQuotes(other->second.file.string()) + "; give each its own id");
        }
    } catch (const PlanError& error) {
        problems.append(error.problems());
    }
}

/// What rules need of other packs can only be checked when all are there.
void checkNeedsAcrossPacks(const std::map<std::string, Pack>& packs, Problems& problems) {
    std::vector<std::string> names;
    for (const auto& [id, pack] : packs) {
        for (const PackRule& rule : pack.rules) {
            names.push_back(id + "/" + rule.rule.id);
        }
    }
    const std::set<std::string> known(names.begin(), names.end());
    for (const auto& [id, pack] : packs) {
        for (const PackRule& rule : pack.rules) {
            for (const std::string& need : rule.rule.packNeeds) {
                if (known.count(need) == 0) {
                    problems.add(rule.rule.place, "rule " + inQuotes(rule.rule.id) + " needs the unknown rule " +
                                                      inQuotes(need) + suggestion(need, names, "rules"));
                }
            }
        }
    }
}

} // namespace

std::vector<Pack> loadPacks(const std::vector<std::filesystem::path>& folders) {
    Problems problems("");
    std::map<std::string, Pack> packs;
    for (const std::filesystem::path& folder : distinct(folders)) {
        for (const std::filesystem::path& file : yamlFiles(folder)) {
            readPack(file, packs, problems);
        }
    }
    if (problems.empty()) { // a pack that could not be read would make others look wrong
        checkNeedsAcrossPacks(packs, problems);
    }
    problems.throwIfAny();
    std::vector<Pack> result;
    for (auto& [id, pack] : packs) {
        result.push_back(std::move(pack));
    }
    return result;
}

} // namespace merestone
