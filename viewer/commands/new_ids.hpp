// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer.hpp"

#include <set>
#include <string>

namespace merestone::viewer {

/// An id that no feature of a layer has and none of `taken` is: it goes on from the ids that are there ("S9" is
/// followed by "S10", "LGS-08" by "LGS-09"); in a layer of numbers the next number; "new-1" where there is nothing to
/// go on from. Empty for a layer without an id field, whose features are known by their number in the file.
[[nodiscard]] std::string nextId(const Layer& layer, const std::set<std::string>& taken);

} // namespace merestone::viewer
