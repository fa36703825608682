// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace merestone {

/// The text of a new plan file, with comments that explain each part: what `merestone new DIR` writes.
[[nodiscard]] std::string_view planTemplate() noexcept;

} // namespace merestone
