// SPDX-License-Identifier: MIT
#include "rules/rule_mutants.hpp"

#include <cmath>

namespace merestone {

namespace {

/// The texts of a rule that may hold comparisons, always in the same order.
class ConditionTexts {
public:
    explicit ConditionTexts(PackRule& packRule) {
        RuleSpec& rule = packRule.rule;
        add(rule.where.text, rule.where.place);
        add(rule.require.text, rule.require.place);
        for (UnlessSpec& unless : rule.unless) {
            add(unless.when.text, unless.when.place);
        }
        for (MeasureSpec& measure : rule.measures) {
            addMeasure(measure);
        }
        for (PackParameter& parameter : packRule.parameters) {
            auto* text = parameter.kind == PackParameter::Kind::condition && parameter.defaultValue
                             ? std::get_if<std::string>(&*parameter.defaultValue)
                             : nullptr;
            if (text != nullptr) {
                m_texts.push_back({text, parameter.place, parameter.name});
            }
        }
    }

    struct Text {
        std::string* text;
        Place place;
        std::string parameter; ///< whose default it is
    };
    [[nodiscard]] const std::vector<Text>& all() const noexcept { return m_texts; }

private:
    void add(std::string& text, const Place& place) { m_texts.push_back({&text, place, {}}); }

    void addMeasure(MeasureSpec& measure) {
        add(measure.where.text, measure.where.place);
        for (Parameter& option : measure.options) {
            if (auto* text = std::get_if<std::string>(&option.value)) {
                add(*text, option.place);
            }
        }
        for (MeasureSpec& inner : measure.inner) {
            addMeasure(inner);
        }
    }

    std::vector<Text> m_texts;
};

PackParameter& parameterOf(PackRule& rule, const std::string& name) {
    for (PackParameter& parameter : rule.parameters) {
        if (parameter.name == name) {
            return parameter;
        }
    }
    throw Error(ErrorCode::internal, "rule '" + rule.rule.id + "' has no parameter '" + name + "'");
}

RuleMutant withDefault(const PackParameter& parameter, ParameterValue value) {
    RuleMutant mutant;
    mutant.what =
        parameter.name + " is " + readableValue(value) + " instead of " + readableValue(*parameter.defaultValue);
    mutant.parameter = parameter.name;
    mutant.place = parameter.place;
    mutant.apply = [name = parameter.name, value = std::move(value)](PackRule& rule) {
        parameterOf(rule, name).defaultValue = value;
    };
    return mutant;
}

void addDefaults(std::vector<RuleMutant>& mutants, const PackParameter& parameter) {
    if (!parameter.defaultValue) {
        return;
    }
    if (const bool* flag = std::get_if<bool>(&*parameter.defaultValue)) {
        mutants.push_back(withDefault(parameter, !*flag));
    } else if (const auto* quantity = std::get_if<Quantity>(&*parameter.defaultValue)) {
        const double step = lastDigit(parameter.written);
        for (const double change : {step, -step}) {
            // Counted in steps, so that 0.2 and 0.1 make 0.3 and not 0.30000000000000004.
            const double value = std::round((quantity->value + change) / step) * step;
            mutants.push_back(withDefault(parameter, Quantity{value, quantity->unit}));
        }
    }
}

void addComparators(std::vector<RuleMutant>& mutants, const PackRule& rule) {
    PackRule copy = rule;
    const ConditionTexts texts(copy);
    for (std::size_t which = 0; which < texts.all().size(); ++which) {
        const ConditionTexts::Text& text = texts.all()[which];
        for (std::size_t i = 0; const auto swapped = swapComparator(*text.text, i); ++i) {
            RuleMutant mutant;
            mutant.what = "'" + swapped->after + "' instead of '" + swapped->before + "' in '" + *text.text + "'";
            mutant.parameter = text.parameter;
            mutant.place = text.place;
            mutant.apply = [which, changed = swapped->text](PackRule& target) {
                *ConditionTexts(target).all()[which].text = changed;
            };
            mutants.push_back(std::move(mutant));
        }
    }
}

} // namespace

std::vector<RuleMutant> mutantsOf(const PackRule& rule) {
    std::vector<RuleMutant> mutants;
    for (const PackParameter& parameter : rule.parameters) {
        addDefaults(mutants, parameter);
    }
    addComparators(mutants, rule);
    return mutants;
}

std::optional<SwappedComparator> swapComparator(const std::string& condition, std::size_t index) {
    char quote = 0;
    for (std::size_t i = 0; i < condition.size(); ++i) {
        const char c = condition[i];
        if (quote != 0 || c == '\'' || c == '"') {
            quote = quote == 0 ? c : c == quote ? '\0' : quote;
            continue;
        }
        if (c != '<' && c != '>') {
            continue;
        }
        const char next = i + 1 < condition.size() ? condition[i + 1] : ' ';
        if (c == '<' && next == '>') {
            ++i;
        } else if (index-- == 0) {
            const std::string before = next == '=' ? std::string{c, '='} : std::string{c};
            const std::string after = next == '=' ? std::string{c} : std::string{c, '='};
            return SwappedComparator{condition.substr(0, i) + after + condition.substr(i + before.size()), before,
                                     after};
        }
    }
    return std::nullopt;
}

double lastDigit(std::string_view written) noexcept {
    double step = 1.0;
    bool fraction = false;
    for (const char c : written) {
        const bool digit = c >= '0' && c <= '9';
        if (c == '.') {
            fraction = true;
        } else if (digit && fraction) {
            step /= 10.0;
        } else if (!digit && c != '-' && c != '+') {
            break;
        }
    }
    return step;
}

} // namespace merestone
