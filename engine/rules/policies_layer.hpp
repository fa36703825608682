// SPDX-License-Identifier: MIT
#pragma once

#include "rules/names.hpp"

namespace merestone {

/// The fields of the layer that holds the plan's policies: id, title, text and number_of_layers.
[[nodiscard]] LayerSchema policiesSchema();

/// A row for each policy of the plan, without shapes; a policy without a text has a null there. Where the text of a
/// policy was found elsewhere than in the plan file, its name says so.
[[nodiscard]] LayerPtr makePoliciesLayer(const Plan& plan);

} // namespace merestone
