// SPDX-License-Identifier: MIT
#include "exchange/checked_plan.hpp"

namespace merestone {

std::map<std::string_view, const FindingChange*> changesByKey(const CheckedPlan& plan) {
    std::map<std::string_view, const FindingChange*> changes;
    if (plan.since) {
        for (const FindingChange& change : plan.since->comparison.changes) {
            if (change.after != nullptr) {
                changes.emplace(change.after->key, &change);
            }
        }
    }
    return changes;
}

} // namespace merestone
