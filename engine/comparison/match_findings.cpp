// SPDX-License-Identifier: MIT
#include "comparison/match_findings.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace merestone {

namespace {

constexpr char kBetween = '\x1f'; // no id that people write holds it, and a mistaken token only fails to be unique

using Token = std::string (*)(const Finding&);

const std::string& otherId(const Finding& finding) {
    static const std::string kNone;
    return finding.other ? finding.other->id : kNone;
}

/// The layer of either feature may have been renamed.
std::string idsToken(const Finding& finding) {
    return finding.subject.id + kBetween + otherId(finding);
}

/// The other feature may be another one by now: the nearest park, the neighbour that overlaps.
std::string subjectToken(const Finding& finding) {
    return finding.subject.layer.str() + kBetween + finding.subject.id;
}

/// The subject may have another id by now.
std::string nameToken(const Finding& finding) {
    return finding.subject.name.empty()
               ? std::string()
               : finding.subject.layer.str() + kBetween + finding.subject.name + kBetween + otherId(finding);
}

/// By token; null where several findings have it.
std::unordered_map<std::string, const Finding*> byToken(const FindingList& findings, Token token) {
    std::unordered_map<std::string, const Finding*> result;
    for (const Finding* finding : findings) {
        if (std::string text = token(*finding); !text.empty()) {
            const auto [at, isNew] = result.emplace(std::move(text), finding);
            at->second = isNew ? finding : nullptr;
        }
    }
    return result;
}

FindingPairs matchTokens(const FindingList& before, const FindingList& after, Token token) {
    const auto earlier = byToken(before, token);
    const auto later = byToken(after, token);
    FindingPairs pairs;
    for (const Finding* finding : after) {
        const std::string text = token(*finding);
        const auto mine = later.find(text);
        const auto theirs = earlier.find(text);
        if (mine != later.end() && mine->second != nullptr && theirs != earlier.end() && theirs->second != nullptr) {
            pairs.emplace_back(theirs->second, finding);
        }
    }
    return pairs;
}

/// The findings of one rule that have no partner yet.
struct Leftovers {
    FindingList before;
    FindingList after;

    void take(const FindingPairs& pairs, FindingPairs& result) {
        std::unordered_set<const Finding*> taken;
        for (const auto& [earlier, later] : pairs) {
            taken.insert(earlier);
            taken.insert(later);
        }
        const auto isTaken = [&taken](const Finding* finding) { return taken.count(finding) > 0; };
        std::erase_if(before, isTaken);
        std::erase_if(after, isTaken);
        result.insert(result.end(), pairs.begin(), pairs.end());
    }
};

void matchKeys(const FindingList& before, const FindingList& after, FindingPairs& pairs,
               std::map<std::string_view, Leftovers>& leftovers) {
    std::unordered_map<std::string_view, const Finding*> keys;
    for (const Finding* finding : before) {
        keys.emplace(finding->key, finding);
    }
    for (const Finding* finding : after) {
        const auto found = keys.find(finding->key);
        if (found != keys.end() && found->second != nullptr) {
            pairs.emplace_back(found->second, finding);
            found->second = nullptr;
        } else {
            leftovers[finding->rule].after.push_back(finding);
        }
    }
    for (const Finding* finding : before) {
        if (const auto found = keys.find(finding->key); found->second == finding) {
            leftovers[finding->rule].before.push_back(finding);
        }
    }
}

} // namespace

FindingPairs matchFindings(const FindingList& before, const FindingList& after, const RunContext& context) {
    FindingPairs pairs;
    std::map<std::string_view, Leftovers> leftovers;
    matchKeys(before, after, pairs, leftovers);
    std::size_t done = 0;
    for (auto& [rule, left] : leftovers) {
        context.report("comparing the findings", static_cast<double>(done++) / static_cast<double>(leftovers.size()));
        context.throwIfStopped();
        for (const Token token : {&idsToken, &subjectToken, &nameToken}) {
            if (!left.before.empty() && !left.after.empty()) {
                left.take(matchTokens(left.before, left.after, token), pairs);
            }
        }
        if (!left.before.empty() && !left.after.empty()) {
            left.take(matchPlaces(left.before, left.after, context), pairs);
        }
    }
    return pairs;
}

} // namespace merestone
