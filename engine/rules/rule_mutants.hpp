// SPDX-License-Identifier: MIT
#pragma once

#include "plan/standards.hpp"

#include <functional>
#include <string>
#include <vector>

namespace merestone {

/// One small change to a rule, which a sharp scene notices.
struct RuleMutant {
    std::string what;      ///< "within is 401 m instead of 400 m", "'<' instead of '<=' in 'gap <= within'"
    std::string parameter; ///< whose default it changes; empty for the texts of the rule
    Place place;
    std::function<void(PackRule&)> apply; ///< changes the rule that the mutants were made from, or a copy
};

/// Every numeric default one step up and one step down (a step is one unit of the last digit written), every default
/// that is yes or no turned round, and every `<`, `<=`, `>` and `>=` of the rule's conditions, also of those that are
/// defaults, with and without equality.
[[nodiscard]] std::vector<RuleMutant> mutantsOf(const PackRule& rule);

/// The condition with its `index`-th order comparison made strict or not strict, and the two signs; nothing when it has
/// fewer. Quoted texts and names are left alone.
struct SwappedComparator {
    std::string text;
    std::string before, after;
};
[[nodiscard]] std::optional<SwappedComparator> swapComparator(const std::string& condition, std::size_t index);

/// One unit of the last digit of a number as written: 1 for "400 m", 0.1 for "0.2 ha", 0.01 for "0.20".
[[nodiscard]] double lastDigit(std::string_view written) noexcept;

} // namespace merestone
