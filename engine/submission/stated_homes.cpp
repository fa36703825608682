// SPDX-License-Identifier: MIT
#include "submission/stated_homes.hpp"

#include "prose/phrase_finder.hpp"

#include <algorithm>
#include <optional>

namespace merestone {

namespace {

constexpr std::size_t kMost = 50;

std::optional<double> lastNumber(const Prose& prose, const PhraseMatch& match) {
    for (std::size_t token = match.last; token-- > match.first;) {
        if (const std::optional<double> value = numberValue(prose.word(token))) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<StatedHomes> statedHomes(const Prose& prose, const PhraseList& stated) {
    std::vector<StatedHomes> found;
    for (const PhraseMatch& match : PhraseFinder(stated.patterns(), stated.exceptions).find(prose)) {
        const std::optional<double> homes = lastNumber(prose, match);
        const bool isKnown = !homes || std::any_of(found.begin(), found.end(),
                                                   [&](const StatedHomes& earlier) { return earlier.homes == *homes; });
        if (!isKnown && found.size() < kMost) {
            found.push_back({*homes, prose.page(prose.tokens()[match.first].begin)});
        }
    }
    return found;
}

} // namespace merestone
