// SPDX-License-Identifier: MIT
#pragma once

#include "plan/phrases.hpp"
#include "prose/prose.hpp"

#include <cstddef>
#include <vector>

namespace merestone {

/// A plan period that a document states.
struct StatedPeriod {
    int from = 0;
    int to = 0;
    std::size_t page = 1;  ///< where it stands first
    std::size_t times = 1; ///< how often
    friend bool operator==(const StatedPeriod& a, const StatedPeriod& b) noexcept {
        return a.from == b.from && a.to == b.to;
    }
};

/// The periods that stand in phrases of `stated`, each once, in the order of the text. Sentences that hold a phrase of
/// `others` speak of other plans. A pair of years is a period when the second is 1 to 60 years after the first. At
/// most 100.
[[nodiscard]] std::vector<StatedPeriod> statedPeriods(const Prose& prose, const PhraseList& stated,
                                                      const PhraseList& others);

} // namespace merestone
