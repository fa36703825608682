// SPDX-License-Identifier: MIT
#include "submission/periods.hpp"

#include "prose/phrase_finder.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace merestone {

namespace {

constexpr int kLongestPeriod = 60;
constexpr std::size_t kMostPeriods = 100; ///< of one document

PhraseFinder finderOf(const PhraseList& list) {
    return PhraseFinder(list.patterns(), list.exceptions);
}

std::optional<int> yearAt(const Prose& prose, std::size_t token) {
    const std::string_view word = prose.word(token);
    const std::optional<double> value = word.size() == 4 ? numberValue(word) : std::nullopt;
    return value && *value >= 1900.0 && *value < 2200.0 ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

/// The two years of a match.
std::optional<StatedPeriod> periodIn(const Prose& prose, const PhraseMatch& match) {
    std::vector<int> years;
    for (std::size_t token = match.first; token < match.last; ++token) {
        if (const std::optional<int> year = yearAt(prose, token)) {
            years.push_back(*year);
        }
    }
    if (years.size() < 2 || years[1] <= years[0] || years[1] - years[0] > kLongestPeriod) {
        return std::nullopt;
    }
    return StatedPeriod{years[0], years[1], prose.page(prose.tokens()[match.first].begin), 1};
}

} // namespace

std::vector<StatedPeriod> statedPeriods(const Prose& prose, const PhraseList& stated, const PhraseList& others) {
    std::set<std::uint32_t> ofOthers;
    for (const PhraseMatch& match : finderOf(others).find(prose)) {
        ofOthers.insert(prose.tokens()[match.first].sentence);
    }
    std::vector<StatedPeriod> periods;
    for (const PhraseMatch& match : finderOf(stated).find(prose)) {
        const std::optional<StatedPeriod> period = periodIn(prose, match);
        if (!period || ofOthers.contains(prose.tokens()[match.first].sentence)) {
            continue;
        }
        const auto known = std::find(periods.begin(), periods.end(), *period);
        if (known != periods.end()) {
            ++known->times;
        } else if (periods.size() < kMostPeriods) {
            periods.push_back(*period);
        }
    }
    return periods;
}

} // namespace merestone
