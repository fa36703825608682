// SPDX-License-Identifier: MIT
#include "plan/add_waiver.hpp"

#include "plan/plan_text.hpp"

namespace merestone {

std::string addWaiver(const std::string& planText, const std::string& file, const WaiverSpec& waiver) {
    SectionItem item;
    item.key = "waivers";
    item.remedy = "write 'waivers:' and each waiver below it, beginning with '  - rule:'";
    item.text = [&waiver](const std::string& indent, const std::string& lineEnd) {
        std::string text = indent + "- rule: " + quotedYaml(waiver.rule) + lineEnd;
        const auto add = [&](const char* key, const std::string& value) {
            if (!value.empty()) {
                text += indent + "  " + key + ": " + value + lineEnd;
            }
        };
        add("subject", waiver.subject.empty() ? std::string() : quotedYaml(waiver.subject));
        add("reason", quotedYaml(waiver.reason));
        add("by", quotedYaml(waiver.by));
        add("until", waiver.until);
        return text;
    };
    return addToSection(planText, file, item);
}

} // namespace merestone
