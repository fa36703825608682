// SPDX-License-Identifier: MIT
#pragma once

#include "plan/phrases.hpp"
#include "prose/prose.hpp"

#include <cstddef>
#include <vector>

namespace merestone {

/// A number of homes that a plan says its sites provide together.
struct StatedHomes {
    double homes = 0.0;
    std::size_t page = 1; ///< where it stands first
};

/// The numbers in phrases of `stated` ("together they provide at least 120 homes"), each once, in the order of the
/// text. The number of a phrase is its last one. At most 50.
[[nodiscard]] std::vector<StatedHomes> statedHomes(const Prose& prose, const PhraseList& stated);

} // namespace merestone
