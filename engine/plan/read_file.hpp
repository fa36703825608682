// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace merestone {

/// The bytes of a regular file of at most kMaximumFileBytes; `kind` names it in messages ("plan file"). Throws
/// Error(plan) in one line when it is missing, no regular file, too large or unreadable.
[[nodiscard]] std::string readSmallFile(const std::filesystem::path& file, const std::string& kind);

} // namespace merestone
