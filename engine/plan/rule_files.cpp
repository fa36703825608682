// SPDX-License-Identifier: MIT
#include "plan/rule_files.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

std::set<std::string> packIds(const Plan& plan) {
    std::set<std::string> ids;
    for (const PolicySpec& policy : plan.policies) {
        for (const RuleSpec& rule : policy.rules) {
            ids.insert(rule.pack);
        }
    }
    return ids;
}

std::set<std::string> standardsIds(const Plan& plan) {
    std::set<std::string> ids{plan.summary.policySet.id};
    for (const StandardsSummary& named : plan.summary.standards) {
        ids.insert(named.id);
    }
    return ids;
}

template <class File>
void addUsed(const std::vector<File>& files, const std::set<std::string>& ids, std::vector<RuleFile>& used) {
    for (const File& file : files) {
        if (ids.count(file.id) > 0) {
            used.push_back({file.id, file.version, file.file});
        }
    }
}

} // namespace

std::vector<RuleFile> ruleFilesOf(const Plan& plan, const std::vector<Pack>& packs,
                                  const std::vector<Standards>& standards) {
    std::vector<RuleFile> used;
    addUsed(packs, packIds(plan), used);
    addUsed(standards, standardsIds(plan), used);
    std::sort(used.begin(), used.end(), [](const RuleFile& a, const RuleFile& b) { return a.id < b.id; });
    return used;
}

} // namespace merestone
