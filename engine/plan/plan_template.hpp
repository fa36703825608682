// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace merestone {

/// The text of a new plan file, with comments that explain each part: what `merestone new DIR` writes.
[[nodiscard]] std::string_view planTemplate() noexcept;

/// The same with the rules that everyday data can feed, most of them switched off by '#:' at the front of their lines
/// until somebody has the data: what `merestone new DIR --starter` writes.
[[nodiscard]] std::string_view starterPlanTemplate() noexcept;

} // namespace merestone
