// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace merestone::cli {

/// "text|json"
[[nodiscard]] std::string joined(const std::vector<std::string>& words, const std::string& between);

} // namespace merestone::cli
