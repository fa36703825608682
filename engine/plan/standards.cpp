// SPDX-License-Identifier: MIT
#include "plan/standards.hpp"

#include <algorithm>

namespace merestone {

std::string_view standardsLevelName(StandardsLevel level) noexcept {
    switch (level) {
    case StandardsLevel::national:
        return "national";
    case StandardsLevel::sector:
        return "sector";
    case StandardsLevel::local:
        break;
    }
    return "local";
}

const StandardsValue* Standards::find(std::string_view rule, std::string_view parameter) const noexcept {
    const auto found = std::find_if(values.begin(), values.end(), [&](const StandardsValue& value) {
        return value.rule == rule && value.parameter == parameter;
    });
    return found == values.end() ? nullptr : &*found;
}

bool Standards::inForceOn(std::string_view day) const noexcept {
    return (effectiveFrom.empty() || effectiveFrom <= day) && (effectiveTo.empty() || day <= effectiveTo);
}

const Standards* policySetFor(const std::vector<Standards>& standards, std::string_view submitted) {
    const Standards* newest = nullptr;
    for (const Standards& candidate : standards) {
        const bool suits =
            candidate.level == StandardsLevel::national && (submitted.empty() || candidate.inForceOn(submitted));
        if (suits && (newest == nullptr || candidate.effectiveFrom > newest->effectiveFrom)) {
            newest = &candidate;
        }
    }
    return newest;
}

} // namespace merestone
