// SPDX-License-Identifier: MIT
#include "catalogue/rule_entries.hpp"

#include "base/text.hpp"
#include "rules/scene_files.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

namespace merestone {

namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& each) { return lowered(each) == lowered(value); });
}

RuleEntry entryOf(const Pack& pack, const PackRule& rule, const std::vector<Standards>& standards) {
    RuleEntry entry;
    entry.id = pack.id + "/" + rule.rule.id;
    entry.topic = pack.file.parent_path().filename().string();
    entry.pack = &pack;
    entry.rule = &rule;
    for (const PackParameter& parameter : rule.parameters) {
        for (const Standards& each : standards) {
            if (const StandardsValue* value = each.find(entry.id, parameter.name)) {
                entry.values.push_back({&each, value});
            }
        }
    }
    for (const Standards& each : standards) {
        for (const CrosswalkRow& row : each.crosswalk) {
            const bool about = std::any_of(row.catalogue.begin(), row.catalogue.end(),
                                           [&](const std::string& id) { return contains(rule.catalogue, id); });
            if (about) {
                entry.crosswalk.push_back({&each, &row});
            }
        }
    }
    return entry;
}

/// Everything about a rule that somebody might look for.
std::string haystack(const RuleEntry& entry) {
    const RuleSpec& spec = entry.rule->rule;
    std::string text = entry.id + " " + entry.topic + " " + spec.title + " " + entry.rule->resident + " " +
                       spec.explanation + " " + spec.source.document + " " + spec.source.clause;
    for (const std::string& id : entry.rule->catalogue) {
        text += " " + id;
    }
    return lowered(text);
}

} // namespace

std::vector<RuleEntry> ruleEntries(const std::vector<Pack>& packs, const std::vector<Standards>& standards) {
    std::vector<RuleEntry> entries;
    for (const Pack& pack : packs) {
        for (const PackRule& rule : pack.rules) {
            entries.push_back(entryOf(pack, rule, standards));
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const RuleEntry& a, const RuleEntry& b) {
        return std::tie(a.topic, a.pack->id) < std::tie(b.topic, b.pack->id);
    });
    return entries;
}

bool matches(const RuleEntry& entry, const RuleFilter& filter) {
    if (!filter.topic.empty() && filter.topic != entry.topic && filter.topic != entry.pack->id) {
        return false;
    }
    if (!filter.catalogue.empty() && !contains(entry.rule->catalogue, filter.catalogue)) {
        return false;
    }
    const std::string text = filter.search.empty() ? std::string() : haystack(entry);
    std::istringstream words(lowered(filter.search));
    for (std::string word; words >> word;) {
        if (text.find(word) == std::string::npos) {
            return false;
        }
    }
    return true;
}

void addSceneNames(std::vector<RuleEntry>& entries) {
    std::set<std::filesystem::path> folders;
    for (const RuleEntry& entry : entries) {
        folders.insert(entry.pack->file.parent_path());
    }
    std::map<std::string, std::vector<std::string>> names;
    for (const ScenePath& path : findSceneFiles({folders.begin(), folders.end()})) {
        if (const std::optional<SceneFile> scenes = readScenes(path)) {
            for (const SceneCase& scene : scenes->cases) {
                names[scenes->rule.text].push_back(scene.name);
            }
        }
    }
    for (RuleEntry& entry : entries) {
        entry.scenes = names[entry.id];
    }
}

bool catalogueOrder(const std::string& a, const std::string& b) {
    const auto key = [](const std::string& id) {
        const std::size_t digits = std::min(id.find_first_of("0123456789"), id.size());
        return std::tuple(id.substr(0, digits), id.size(), id);
    };
    return key(a) < key(b);
}

} // namespace merestone
