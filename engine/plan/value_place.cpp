// SPDX-License-Identifier: MIT
#include "plan/value_place.hpp"

#include <algorithm>

namespace merestone {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWord(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || byte >= 0x80U;
}

/// The end of a number such as 40, 0.5, .5 or 1e-3 that begins at `at`.
std::size_t endOfNumber(const std::string& text, std::size_t at) {
    const auto skipDigits = [&] {
        while (at < text.size() && isDigit(text[at])) {
            ++at;
        }
    };
    skipDigits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        skipDigits();
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const std::size_t sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 1 : 0;
        if (at + 1 + sign < text.size() && isDigit(text[at + 1 + sign])) {
            at += 1 + sign;
            skipDigits();
        }
    }
    return at;
}

/// As the parser names rules: by their id, else by the policy's with the name of the pack's rule.
std::string idOf(const YamlNode& rule, const std::string& policy) {
    if (const YamlNode* id = rule.find("id"); id != nullptr && id->isScalar()) {
        return id->text;
    }
    const YamlNode* use = rule.find("use");
    return use == nullptr ? std::string() : policy + "." + use->text.substr(use->text.find('/') + 1);
}

} // namespace

YamlNode* childOf(YamlNode* map, std::string_view key) {
    if (map == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(map->entries.begin(), map->entries.end(),
                                    [key](const YamlEntry& entry) { return entry.key == key; });
    return found == map->entries.end() ? nullptr : &found->value;
}

YamlNode* findRuleNode(YamlNode& root, const std::string& id) {
    YamlNode* policies = childOf(&root, "policies");
    if (policies == nullptr) {
        return nullptr;
    }
    for (YamlNode& policy : policies->items) {
        const YamlNode* policyId = policy.find("id");
        YamlNode* rules = childOf(&policy, "rules");
        if (policyId == nullptr || rules == nullptr) {
            continue;
        }
        for (YamlNode& rule : rules->items) {
            if (idOf(rule, policyId->text) == id) {
                return &rule;
            }
        }
    }
    return nullptr;
}

YamlNode* findValueNode(YamlNode& root, const ValueAt& at) {
    if (at.kind == ValueAt::Kind::fact) {
        return childOf(childOf(childOf(&root, "plan"), "facts"), at.name);
    }
    YamlNode* rule = findRuleNode(root, at.rule);
    switch (at.kind) {
    case ValueAt::Kind::with:
        return childOf(childOf(rule, "with"), at.name);
    case ValueAt::Kind::within:
        return childOf(rule, "within");
    case ValueAt::Kind::option: {
        const std::size_t dot = at.name.find('.');
        return dot == std::string::npos
                   ? nullptr
                   : childOf(childOf(childOf(rule, "measure"), at.name.substr(0, dot)), at.name.substr(dot + 1));
    }
    case ValueAt::Kind::limit:
        return childOf(rule, "require");
    case ValueAt::Kind::fact:
        break;
    }
    return nullptr;
}

std::vector<TextSpan> numbersIn(const std::string& condition) {
    std::vector<TextSpan> numbers;
    for (std::size_t at = 0; at < condition.size();) {
        const char c = condition[at];
        if (c == '\'' || c == '"') {
            const std::size_t end = condition.find(c, at + 1);
            at = end == std::string::npos ? condition.size() : end + 1;
        } else if (isDigit(c) || (c == '.' && at + 1 < condition.size() && isDigit(condition[at + 1]))) {
            const std::size_t end = endOfNumber(condition, at);
            numbers.push_back({at, end});
            at = end;
        } else if (isWord(c)) {
            while (at < condition.size() && isWord(condition[at])) {
                ++at;
            }
        } else {
            ++at;
        }
    }
    return numbers;
}

} // namespace merestone
