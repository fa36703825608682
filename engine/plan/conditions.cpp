// SPDX-License-Identifier: MIT
#include "plan/conditions.hpp"

#include "expressions/expression.hpp"
#include "plan/limits.hpp"
#include "plan/placeholders.hpp"

namespace merestone {

std::string whyNoCondition(const PlacedText& condition) {
    if (condition.text.size() > kMaximumConditionBytes) {
        return "is longer than " + std::to_string(kMaximumConditionBytes) + " characters; shorten it";
    }
    try {
        (void)Condition::names(condition.text, condition.place);
        return {};
    } catch (const Error& error) {
        const std::string text = error.what();
        const std::string prefix = condition.place.text() + ": "; // the problem says the place itself
        return "cannot be read: " + (text.starts_with(prefix) ? text.substr(prefix.size()) : text);
    }
}

void checkCondition(const PlacedText& condition, const std::string& label, Problems& problems) {
    if (condition.empty()) {
        return;
    }
    if (const std::string why = whyNoCondition(condition); !why.empty()) {
        problems.add(condition.place, label + " " + why);
    }
}

void checkMessage(const PlacedText& message, const std::string& label, Problems& problems) {
    const std::string why = message.text.size() > kMaximumConditionBytes
                                ? "longer than " + std::to_string(kMaximumConditionBytes) + " characters; shorten it"
                                : whyNoMessage(message.text);
    if (!why.empty()) {
        problems.add(message.place, label + ": " + why);
    }
}

} // namespace merestone
