// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"
#include "plan/yaml_document.hpp"

namespace merestone {

/// parsePack() of YAML that was read before.
[[nodiscard]] Pack parsePack(const YamlNode& root, const std::filesystem::path& file);

} // namespace merestone
