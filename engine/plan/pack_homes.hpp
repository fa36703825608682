// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"

#include <string_view>
#include <vector>

namespace merestone {

/// The topic (`plugins/<topic>`) that brings a pack of Merestone's own, also when that topic is not installed; empty
/// for packs of others. Known from the time of the build.
[[nodiscard]] std::string_view homeOfPack(std::string_view pack) noexcept;

/// Whether a rule ("takeaways/near-schools") is of a pack of Merestone's own that is not among these: its topic is not
/// installed here, and what others say about it means nothing.
[[nodiscard]] bool isOfAbsentPack(std::string_view rule, const std::vector<Pack>& packs) noexcept;

} // namespace merestone
