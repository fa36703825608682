// SPDX-License-Identifier: MIT
#pragma once

#include "plan/map_reader.hpp"
#include "plan/pack.hpp"

namespace merestone {

/// Reads `phrases:` and `registers:` of a pack into pack.texts. Each phrase must be found in its example and not in its
/// counterexample; reports everything that is wrong.
void parsePackTexts(MapReader& reader, Pack& pack, Problems& problems);

/// Reports lists that the measures of an expanded rule name under the pack's own id and that it does not have.
void checkListsInUse(const Pack& pack, const RuleSpec& rule, Problems& problems);

} // namespace merestone
