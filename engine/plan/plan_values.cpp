// SPDX-License-Identifier: MIT
#include "plan/plan_values.hpp"

#include "plan/measure_names.hpp"
#include "plan/quantities.hpp"
#include "plan/rule_content.hpp"
#include "plan/value_place.hpp"

#include <algorithm>

namespace merestone {

namespace {

/// The name that a comparison holds against the number at `number`: "gap" in "gap >= 60". Empty where it is no such
/// plain comparison.
std::string comparedWith(const std::string& condition, const TextSpan& number) {
    std::size_t end = number.begin;
    const auto skipBack = [&](std::string_view characters) {
        const std::size_t before = end;
        while (end > 0 && characters.find(condition[end - 1]) != std::string_view::npos) {
            --end;
        }
        return before - end;
    };
    skipBack(" ");
    if (skipBack("<>=!") == 0) {
        return {};
    }
    skipBack(" ");
    std::size_t begin = end;
    const auto isWord = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    while (begin > 0 && isWord(condition[begin - 1])) {
        --begin;
    }
    const auto neighbour = [&](std::size_t at, int step) {
        while (at < condition.size() && condition[at] == ' ') {
            at += static_cast<std::size_t>(step); // past the beginning it is beyond the end
        }
        return at < condition.size() ? condition[at] : ' ';
    };
    constexpr std::string_view kArithmetic = "+-*/";
    const bool isPart = kArithmetic.find(neighbour(begin - 1, -1)) != std::string_view::npos ||
                        kArithmetic.find(neighbour(number.end, 1)) != std::string_view::npos;
    return isPart ? std::string() : condition.substr(begin, end - begin);
}

std::string unitOf(const RuleSpec& rule, const std::string& measure) {
    for (const MeasureSpec& spec : rule.measures) {
        const MeasureName* kind = spec.name == measure ? findMeasureName(spec.kind) : nullptr;
        if (kind != nullptr) {
            return spec.unit ? spec.unit->symbol : kind->unitVaries ? std::string() : std::string(kind->unit);
        }
    }
    return {};
}

const PackParameter* findParameter(const std::vector<Pack>& packs, const RuleSpec& rule, const std::string& name) {
    const PackRule* packRule = findPackRule(packs, rule.pack + "/" + rule.packRule);
    if (packRule == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(packRule->parameters.begin(), packRule->parameters.end(),
                                    [&name](const PackParameter& parameter) { return parameter.name == name; });
    return found == packRule->parameters.end() ? nullptr : &*found;
}

/// People read "yes"; files hold "true".
std::string asWritten(const std::string& readable, const PackParameter* parameter) {
    const bool isFlag = parameter != nullptr && parameter->kind == PackParameter::Kind::flag;
    return !isFlag ? readable : readable == "yes" ? "true" : "false";
}

/// Whether a value somewhere below is just this word: an option that names a fact holds its value when it is parsed.
bool holdsWord(const YamlNode* node, const std::string& word) {
    if (node == nullptr) {
        return false;
    }
    return (node->isScalar() && node->text == word) ||
           std::any_of(node->entries.begin(), node->entries.end(),
                       [&word](const YamlEntry& entry) { return holdsWord(&entry.value, word); });
}

class Listing {
public:
    Listing(YamlNode root, const std::vector<Pack>& packs) : m_root(std::move(root)), m_packs(packs) {}

    void addRule(const RuleSpec& rule) {
        if (rule.pack.empty()) {
            addOwn(rule);
            return;
        }
        for (const RuleSetting& setting : rule.settings) {
            addParameter(rule, setting);
        }
    }

    void addFact(const std::string& name, const ParameterValue& value, const Plan& plan) {
        PlanValue fact;
        fact.at = {ValueAt::Kind::fact, {}, name, 0};
        fact.figure = !std::holds_alternative<std::string>(value);
        if (!take(fact)) {
            return;
        }
        for (const PolicySpec& policy : plan.policies) {
            for (const RuleSpec& rule : policy.rules) {
                const YamlNode* node = rule.pack.empty() ? findRuleNode(m_root, rule.id) : nullptr;
                if (readsFact(rule, name) || (node != nullptr && holdsWord(node->find("measure"), name))) {
                    fact.rules.push_back(rule.id);
                }
            }
        }
        m_values.push_back(std::move(fact));
    }

    std::vector<PlanValue> finish() { return std::move(m_values); }

private:
    /// Fills in the value as the file has it; false when it has none.
    bool take(PlanValue& value) {
        const YamlNode* node = findValueNode(m_root, value.at);
        if (node == nullptr || !node->isScalar()) {
            return false;
        }
        value.value = node->text;
        return true;
    }

    void addParameter(const RuleSpec& rule, const RuleSetting& setting) {
        const PackParameter* parameter = findParameter(m_packs, rule, setting.parameter);
        PlanValue value;
        value.at = {ValueAt::Kind::with, rule.id, setting.parameter, 0};
        value.given = take(value);
        value.figure = setting.figure;
        value.below = setting.overrides;
        if (!value.given) {
            value.value = asWritten(setting.used.value, parameter);
            value.below.insert(value.below.begin(), setting.used);
        }
        value.help = parameter == nullptr ? std::string() : parameter->help;
        value.rules = {rule.id};
        m_values.push_back(std::move(value));
    }

    void addOwn(const RuleSpec& rule) {
        const auto add = [&](ValueAt at, const std::string& help) {
            PlanValue value;
            value.at = std::move(at);
            value.help = help;
            value.rules = {rule.id};
            if (take(value)) {
                m_values.push_back(std::move(value));
            }
        };
        const std::vector<TextSpan> numbers = numbersIn(rule.require.text);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            PlanValue limit;
            limit.at = {ValueAt::Kind::limit, rule.id, "require", i};
            limit.value = rule.require.text.substr(numbers[i].begin, numbers[i].end - numbers[i].begin);
            limit.unit = unitOf(rule, comparedWith(rule.require.text, numbers[i]));
            limit.help = rule.require.text;
            limit.rules = {rule.id};
            m_values.push_back(std::move(limit));
        }
        if (rule.againstWithin) {
            add({ValueAt::Kind::within, rule.id, "within", 0}, {});
        }
        for (const MeasureSpec& measure : rule.measures) {
            const MeasureName* kind = findMeasureName(measure.kind);
            for (const Parameter& option : measure.options) {
                const MeasureOption* known = kind == nullptr ? nullptr : findMeasureOption(*kind, option.name);
                if (!std::holds_alternative<std::string>(option.value)) {
                    add({ValueAt::Kind::option, rule.id, measure.name + "." + option.name, 0},
                        known == nullptr ? std::string() : std::string(known->help));
                }
            }
        }
    }

    YamlNode m_root;
    const std::vector<Pack>& m_packs;
    std::vector<PlanValue> m_values;
};

} // namespace

std::vector<PlanValue> planValues(const std::string& planText, const Plan& plan, const std::vector<Pack>& packs) {
    Listing listing(parseYaml(planText, plan.file.string()), packs);
    for (const PolicySpec& policy : plan.policies) {
        for (const RuleSpec& rule : policy.rules) {
            listing.addRule(rule);
        }
    }
    for (const auto& [name, value] : plan.facts) {
        listing.addFact(name, value, plan);
    }
    return listing.finish();
}

} // namespace merestone
