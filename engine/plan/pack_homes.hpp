// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace merestone {

/// The topic (`plugins/<topic>`) that brings a pack of Merestone's own, also when that topic is not installed; empty
/// for packs of others. Known from the time of the build.
[[nodiscard]] std::string_view homeOfPack(std::string_view pack) noexcept;

} // namespace merestone
