// SPDX-License-Identifier: MIT
#pragma once

#include "plan/pack.hpp"
#include "plan/standards.hpp"

#include <vector>

namespace merestone {

/// Of these packs and standards, the files that a plan's rules come from and were checked by, sorted by id.
[[nodiscard]] std::vector<RuleFile> ruleFilesOf(const Plan& plan, const std::vector<Pack>& packs,
                                                const std::vector<Standards>& standards);

} // namespace merestone
