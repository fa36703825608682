// SPDX-License-Identifier: MIT
#include "findings/setting.hpp"

#include <set>

namespace merestone {

namespace {

/// "Birmingham City Council, Birmingham Development Plan 2017, policy TP9, to be confirmed".
std::string whose(const SettingValue& value) {
    std::string text = value.owner;
    for (const std::string* part : {&value.source.document, &value.source.clause}) {
        if (!part->empty() && *part != value.owner) {
            text += ", " + *part;
        }
    }
    return value.source.confirmed ? text : text + ", to be confirmed";
}

std::string reach(const SettingValue& value) {
    return value.level == "local" ? "locally" : value.level == "default" ? "by default" : "nationally";
}

bool isDefault(const SettingValue& value) {
    return value.level == "default";
}

/// Whose value differs from the one in use; each value once, the rule's default only where it is alone.
std::vector<const SettingValue*> differing(const RuleSetting& setting) {
    std::vector<const SettingValue*> result;
    std::set<std::string> told{setting.used.value};
    for (const SettingValue& value : setting.overrides) {
        if ((!isDefault(value) || result.empty()) && told.insert(value.value).second) {
            result.push_back(&value);
        }
    }
    return result;
}

bool isWorthTelling(const RuleSetting& setting) {
    return setting.figure && !isDefault(setting.used) && (setting.used.level != "plan" || !differing(setting).empty());
}

} // namespace

std::string settingText(const RuleSetting& setting) {
    std::string text = setting.used.value + " (" + whose(setting.used);
    for (const SettingValue* value : differing(setting)) {
        text += "; " + reach(*value) + " " + value->value + (isDefault(*value) ? "" : ", " + whose(*value));
    }
    return text + ")";
}

std::vector<std::string> settingTexts(const std::vector<RuleSetting>& settings) {
    std::vector<std::string> texts;
    for (const RuleSetting& setting : settings) {
        if (isWorthTelling(setting)) {
            texts.push_back(setting.parameter + " " + settingText(setting));
        }
    }
    return texts;
}

} // namespace merestone
