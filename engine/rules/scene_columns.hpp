// SPDX-License-Identifier: MIT
#pragma once

#include "layers/column.hpp"
#include "rules/scene_file.hpp"

#include <vector>

namespace merestone {

/// The columns of a scene's layer: `id` first, then the declared fields, then the keys of its features in the order of
/// their first appearance. Values without quotes that all look like numbers, dates or true/false make such a column,
/// everything else is text; a key that a feature does not have is null. Throws Error(plan) at the place of a value
/// that does not fit the others, and for a column of nulls alone that `fields:` does not declare.
[[nodiscard]] std::vector<Column> sceneColumns(const SceneLayer& layer);

} // namespace merestone
