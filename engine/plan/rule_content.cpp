// SPDX-License-Identifier: MIT
#include "plan/rule_content.hpp"

#include "base/text.hpp"
#include "plan/measure_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

namespace merestone {

namespace {

/// Texts put behind one another, each with its length, so that no two lists give the same.
class Content {
public:
    Content& text(std::string_view text) {
        m_text += std::to_string(text.size()) + ":";
        m_text += text;
        return *this;
    }
    Content& texts(std::initializer_list<std::string_view> texts) {
        for (const std::string_view each : texts) {
            text(each);
        }
        return *this;
    }
    Content& flag(bool flag) { return text(flag ? "1" : "0"); }
    Content& value(const ParameterValue& value) {
        if (const auto* quantity = std::get_if<Quantity>(&value)) {
            return text("quantity").add(*quantity);
        }
        if (const auto* yesOrNo = std::get_if<bool>(&value)) {
            return text("flag").flag(*yesOrNo);
        }
        return text("text").text(std::get<std::string>(value));
    }
    Content& add(const PlacedText& placed) { return text(placed.text); }
    Content& add(const std::string& word) { return text(word); }
    Content& add(const Unit& unit) { return texts({unit.symbol, shortest(unit.factor)}); }
    Content& add(const Quantity& quantity) { return text(shortest(quantity.value)).add(quantity.unit); }
    Content& add(const Parameter& parameter) { return text(parameter.name).value(parameter.value); }
    Content& add(const RuleSource& source) {
        const auto& [document, clause, url, confirmed] = source;
        return texts({document, clause, url}).flag(confirmed);
    }
    Content& add(const SettingValue& setting) {
        const auto& [value, from, owner, level, source] = setting;
        return texts({value, from, owner, level}).add(source);
    }
    Content& add(const RuleSetting& setting) {
        const auto& [parameter, figure, used, overrides] = setting;
        return text(parameter).flag(figure).add(used).addAll(overrides);
    }
    Content& add(const MeasureSpec& measure) {
        const auto& [name, place, kind, target, where, unit, options, inner] = measure;
        return texts({name, kind, target, where.text}).addOptional(unit).addAll(options).addAll(inner);
    }
    Content& add(const UnlessSpec& unless) { return add(unless.when).add(unless.reason); }
    template <class Value> Content& addOptional(const std::optional<Value>& value) {
        flag(value.has_value());
        return value ? add(*value) : *this;
    }
    template <class Value> Content& addAll(const std::vector<Value>& values) {
        text(std::to_string(values.size()));
        for (const Value& each : values) {
            add(each);
        }
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool hasWord(std::string_view text, std::string_view word) {
    const std::string in = lowered(text);
    const std::string sought = lowered(word);
    for (std::size_t at = in.find(sought); at != std::string::npos; at = in.find(sought, at + 1)) {
        const std::size_t end = at + sought.size();
        if ((at == 0 || !isWordCharacter(in[at - 1])) && (end == in.size() || !isWordCharacter(in[end]))) {
            return true;
        }
    }
    return false;
}

/// Registers, against which texts are held, may take what they hold from any fact.
bool usesRegister(const MeasureSpec& measure) {
    const MeasureName* kind = findMeasureName(measure.kind);
    const bool own =
        kind != nullptr && std::any_of(kind->options.begin(), kind->options.end(),
                                       [](const MeasureOption& option) { return option.type == OptionType::registry; });
    return own || std::any_of(measure.inner.begin(), measure.inner.end(), usesRegister);
}

bool measureReads(const MeasureSpec& measure, std::string_view fact) {
    const auto optionReads = [fact](const Parameter& option) {
        const auto* text = std::get_if<std::string>(&option.value);
        return text != nullptr && hasWord(*text, fact);
    };
    return hasWord(measure.where.text, fact) || usesRegister(measure) ||
           std::any_of(measure.options.begin(), measure.options.end(), optionReads) ||
           std::any_of(measure.inner.begin(), measure.inner.end(),
                       [fact](const MeasureSpec& inner) { return measureReads(inner, fact); });
}

} // namespace

bool readsFact(const RuleSpec& rule, std::string_view fact) {
    const std::array texts = {&rule.where, &rule.require, &rule.message, &rule.advice};
    return std::any_of(texts.begin(), texts.end(),
                       [fact](const PlacedText* text) { return hasWord(text->text, fact); }) ||
           std::any_of(rule.unless.begin(), rule.unless.end(),
                       [fact](const UnlessSpec& unless) {
                           return hasWord(unless.when.text, fact) || hasWord(unless.reason.text, fact);
                       }) ||
           std::any_of(rule.measures.begin(), rule.measures.end(),
                       [fact](const MeasureSpec& measure) { return measureReads(measure, fact); });
}

std::string ruleContent(const RuleSpec& rule, const Plan& plan) {
    // Bound name by name: a member that is added to the struct does not compile before it has been thought of here.
    const auto& [id, policy, place, title, explanation, subjects, against, againstWithin, where, measures, require,
                 judgement, severity, source, message, advice, unless, needs, effectiveFrom, effectiveTo, parameters,
                 givenNames, pack, packRule, packNeeds, resident, catalogue, notRunReason, notApplicableReason,
                 settings] = rule;
    Content content;
    content.texts({id, policy, title, explanation, subjects, against, where.text, require.text, message.text});
    content.texts({advice.text, severityName(severity), effectiveFrom, effectiveTo, pack, packRule, resident});
    content.texts({notRunReason, notApplicableReason}).flag(judgement).add(source).addOptional(againstWithin);
    content.addAll(measures).addAll(unless).addAll(needs).addAll(parameters).addAll(givenNames).addAll(packNeeds);
    content.addAll(catalogue).addAll(settings);
    for (const auto& [name, value] : plan.facts) {
        if (readsFact(rule, name)) {
            content.text(name).value(value);
        }
    }
    return content.take();
}

std::string layerContent(const LayerSpec& layer) {
    const auto& [name, place, source, sourceLayer, where, role, id, nameField, x, y, wkt, accuracy, complete, crs,
                 encoding, leaveOutInvalid, units, title, licence] = layer;
    Content content;
    content.texts({name, source.text, sourceLayer, where.text, role, id.text, nameField.text, x.text, y.text});
    content.texts({wkt.text, shortest(accuracy), std::to_string(static_cast<int>(complete.kind))});
    content.texts({complete.coverageLayer, crs, encoding, title, licence}).flag(leaveOutInvalid);
    for (const auto& [field, unit] : units) {
        content.text(field).add(unit);
    }
    return content.take();
}

} // namespace merestone
