// SPDX-License-Identifier: MIT
#include "plan/pack.hpp"
#include "plan/pack_homes.hpp"
#include "plan/pack_mentions.hpp"
#include "plan/pack_parser.hpp"
#include "plan/plan_names.hpp"
#include "plan/plugin_files.hpp"
#include "plan/problems.hpp"
#include "plan/read_file.hpp"

#include <map>
#include <set>

namespace merestone {

namespace {

/// Other YAML files may lie beside packs; one with rules was meant to be a pack.
bool isPack(const YamlNode& root) {
    return root.find("pack") != nullptr || root.find("rules") != nullptr;
}

using ById = std::map<std::string, Pack>;

void readPack(const std::filesystem::path& file, const std::string& text, ById& packs, Problems& problems) {
    try {
        const YamlNode root = parseYaml(text, file.string());
        if (!isPack(root)) {
            return;
        }
        Pack pack = parsePack(root, file);
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
void checkNeedsAcrossPacks(const std::vector<Pack>& packs, Problems& problems) {
    std::vector<std::string> names;
    for (const Pack& pack : packs) {
        for (const PackRule& rule : pack.rules) {
            names.push_back(pack.id + "/" + rule.rule.id);
        }
    }
    const std::set<std::string> known(names.begin(), names.end());
    for (const Pack& pack : packs) {
        for (const PackRule& rule : pack.rules) {
            for (const std::string& need : rule.rule.packNeeds) {
                if (known.count(need) == 0 && !isOfAbsentPack(need, packs)) {
                    problems.add(rule.rule.place, "rule " + inQuotes(rule.rule.id) + " needs the unknown rule " +
                                                      inQuotes(need) + suggestion(need, names, "rules"));
                }
            }
        }
    }
}

std::vector<Pack> checkedPacks(ById& packs, Problems& problems) {
    std::vector<Pack> result;
    for (auto& [id, pack] : packs) {
        result.push_back(std::move(pack));
    }
    if (problems.empty()) { // a pack that could not be read would make others look wrong
        checkNeedsAcrossPacks(result, problems);
    }
    problems.throwIfAny();
    return result;
}

} // namespace

std::vector<Pack> loadPacks(const std::vector<std::filesystem::path>& folders) {
    Problems problems("");
    ById packs;
    for (const std::filesystem::path& file : pluginYamlFiles(folders)) {
        readPack(file, readSmallFile(file, "rule pack"), packs, problems);
    }
    return checkedPacks(packs, problems);
}

PackChoice loadMentionedPacks(const std::vector<std::filesystem::path>& folders, std::string_view planText) {
    Problems problems("");
    ById packs;
    PackMentions mentions(folders);
    mentions.follow(planText);
    for (const PackFile& file : mentions.wanted()) {
        readPack(file.path, file.text, packs, problems);
    }
    PackChoice choice;
    choice.packs = checkedPacks(packs, problems);
    choice.unread = mentions.unwantedIds();
    return choice;
}

} // namespace merestone
