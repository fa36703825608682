// SPDX-License-Identifier: MIT
#include "plan/plan_names.hpp"
#include "plan/plugin_files.hpp"
#include "plan/problems.hpp"
#include "plan/read_file.hpp"
#include "plan/standards.hpp"

#include <map>

namespace merestone {

namespace {

using ById = std::map<std::string, Standards>;

void readStandards(const std::filesystem::path& file, const std::vector<Pack>& packs,
                   const std::vector<std::string>& unread, ById& all, Problems& problems) {
    const std::string text = readSmallFile(file, "standards file");
    if (!isStandardsText(text)) {
        return;
    }
    try {
        Standards standards = parseStandards(text, file, packs, unread);
        const auto [other, isNew] = all.emplace(standards.id, standards);
        if (!isNew) {
            problems.add(standards.place, "standards " + inQuotes(standards.id) + " are already in " +
                                              inQuotes(other->second.file.string()) + "; give each their own id");
        }
    } catch (const PlanError& error) {
        problems.append(error.problems());
    }
}

std::vector<std::string> policySets(const ById& all) {
    std::vector<std::string> ids;
    for (const auto& [id, standards] : all) {
        if (standards.level == StandardsLevel::national) {
            ids.push_back(id);
        }
    }
    return ids;
}

bool overlap(const Standards& a, const Standards& b) {
    const auto before = [](const Standards& first, const Standards& second) {
        return !first.effectiveTo.empty() && !second.effectiveFrom.empty() && first.effectiveTo < second.effectiveFrom;
    };
    return !before(a, b) && !before(b, a);
}

/// A day of submission must choose one version of national policy.
void checkPolicySets(const ById& all, Problems& problems) {
    const std::vector<std::string> ids = policySets(all);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Standards& standards = all.at(ids[i]);
        for (std::size_t j = 0; j < i; ++j) {
            if (overlap(standards, all.at(ids[j]))) {
                problems.add(standards.place, "national standards " + inQuotes(ids[i]) + " and " + inQuotes(ids[j]) +
                                                  " are in force on the same days; give both an 'effective' period");
            }
        }
    }
    for (const auto& [id, standards] : all) {
        if (!standards.replaces.empty() && all.count(standards.replaces) == 0) {
            problems.add(standards.place, "standards " + inQuotes(id) + " replace the unknown " +
                                              inQuotes(standards.replaces) +
                                              suggestion(standards.replaces, ids, "national standards"));
        }
    }
}

void checkSources(const std::vector<Pack>& packs, const ById& all, Problems& problems) {
    const std::vector<std::string> ids = policySets(all);
    for (const Pack& pack : packs) {
        for (const PackRule& rule : pack.rules) {
            for (const PolicySource& source : rule.sources) {
                const auto found = all.find(source.policySet);
                if (!ids.empty() && (found == all.end() || found->second.level != StandardsLevel::national)) {
                    problems.add(source.place, "'sources' of rule " + inQuotes(rule.rule.id) + " names " +
                                                   inQuotes(source.policySet) + ", which are no national standards" +
                                                   suggestion(source.policySet, ids, "national standards"));
                }
            }
        }
    }
}

} // namespace

bool isStandardsText(std::string_view text) noexcept {
    return text.starts_with("standards:") || text.starts_with("values:") ||
           text.find("\nstandards:") != std::string_view::npos || text.find("\nvalues:") != std::string_view::npos;
}

std::vector<Standards> loadStandards(const std::vector<std::filesystem::path>& folders, const std::vector<Pack>& packs,
                                     const std::vector<std::string>& unread) {
    Problems problems("");
    ById all;
    for (const std::filesystem::path& file : pluginYamlFiles(folders)) {
        readStandards(file, packs, unread, all, problems);
    }
    if (problems.empty()) { // standards that could not be read would make others look wrong
        checkPolicySets(all, problems);
        checkSources(packs, all, problems);
    }
    problems.throwIfAny();
    std::vector<Standards> result;
    for (auto& [id, standards] : all) {
        result.push_back(std::move(standards));
    }
    return result;
}

} // namespace merestone
