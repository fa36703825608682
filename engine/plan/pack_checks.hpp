// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"
#include "plan/problems.hpp"

namespace merestone {

/// Why `id` cannot be the id of a pack or of a rule in one, or an empty string: `use: pack/rule` splits at the '/'.
[[nodiscard]] std::string whyNoPackId(std::string_view id);

/// What only the whole pack can tell: that rule ids are unique, that every `{parameter}` of a condition exists and is
/// a text, that `needs` names rules and makes no circle. Writes what rules need as "pack/rule" into packNeeds.
void checkPackNames(Pack& pack, Problems& problems);

} // namespace merestone
