// SPDX-License-Identifier: MIT
#include "plan/expand.hpp"

#include "expressions/expression.hpp"
#include "plan/conditions.hpp"
#include "plan/measure_names.hpp"
#include "plan/measure_options.hpp"
#include "plan/plan_names.hpp"
#include "plan/rule_parser.hpp"

#include <algorithm>

namespace merestone {

namespace {

class Expansion {
public:
    Expansion(const std::string& pack, const PackRule& packRule, const RuleBinding& binding, Problems& problems)
        : m_packRule(packRule), m_binding(binding), m_problems(problems), m_rule(packRule.rule) {
        m_rule.pack = pack;
        m_rule.packRule = packRule.rule.id;
    }

    RuleSpec run() {
        m_rule.id = m_binding.id;
        m_rule.policy = m_binding.policy;
        m_rule.resident = m_packRule.resident;
        m_rule.catalogue = m_packRule.catalogue;
        bindSubjects();
        bindWithin();
        fillTexts();
        for (MeasureSpec& measure : m_rule.measures) {
            fillMeasure(measure);
        }
        takeParameters();
        if (m_binding.place) {
            m_rule.place = *m_binding.place;
        }
        resolveMeasures(m_rule.measures, m_binding.parameters, "parameter", m_problems);
        checkRuleTexts(m_rule, m_problems);
        return std::move(m_rule);
    }

private:
    void bindSubjects() {
        if (!m_binding.subjects.empty()) {
            m_rule.subjects = m_binding.subjects;
        } else if (!isBuiltInLayer(m_rule.subjects) && !m_rule.subjects.empty()) {
            bindLayer(m_rule.subjects);
        }
        bindLayer(m_rule.against);
        if (m_rule.against == m_rule.subjects) {
            m_rule.against = m_rule.against.empty() ? "" : "self";
        }
        if (m_rule.subjects == "plan" && !m_rule.against.empty()) {
            m_problems.add(place(m_rule.place),
                           "rule " + inQuotes(m_rule.id) + " compares pairs of features; it cannot be 'for: plan'");
        }
    }

    /// A role becomes the layer bound to it; without one the rule cannot run.
    void bindLayer(std::string& name) {
        if (name.empty() || name == "self" || name == "other") {
            return;
        }
        const auto bound = std::find_if(m_binding.layers.begin(), m_binding.layers.end(),
                                        [&](const auto& layer) { return layer.first == name; });
        if (bound != m_binding.layers.end()) {
            name = bound->second;
        } else if (m_rule.notRunReason.empty()) {
            m_rule.notRunReason = "needs a layer for '" + name + "'";
        }
    }

    void bindWithin() {
        const BoundParameter* within = findBound(m_binding.parameters, m_packRule.withinParameter);
        const auto* quantity = within == nullptr ? nullptr : std::get_if<Quantity>(&within->value);
        if (quantity == nullptr) {
            return;
        }
        if (quantity->value < 0.0) {
            m_problems.add(within->place, "'within' of rule " + inQuotes(m_rule.id) + " must not be negative");
        }
        m_rule.againstWithin = *quantity;
    }

    void fillTexts() {
        asCondition(m_rule.where);
        asCondition(m_rule.require);
        asMessage(m_rule.message);
        asMessage(m_rule.advice);
        for (UnlessSpec& unless : m_rule.unless) {
            asCondition(unless.when);
            asMessage(unless.reason);
        }
    }

    void fillMeasure(MeasureSpec& measure) {
        measure.place = place(measure.place);
        bindLayer(measure.target);
        asCondition(measure.where);
        const MeasureName* kind = findMeasureName(measure.kind);
        if (kind != nullptr && !kind->planWide && m_rule.subjects == "plan") {
            m_problems.add(measure.place, "rule " + inQuotes(m_rule.id) + " looks at the neighbours of one feature ('" +
                                              measure.kind + "'); it cannot be 'for: plan'");
        }
        if (kind != nullptr) {
            dropUnboundLayers(measure, *kind);
        }
        for (Parameter& option : measure.options) {
            fillOption(option, kind == nullptr ? nullptr : findMeasureOption(*kind, option.name));
        }
        for (MeasureSpec& inner : measure.inner) {
            fillMeasure(inner);
        }
    }

    /// A measure does without a layer that it need not have, when the plan gives the role none. Entrances are no such
    /// layer: `to: access_point` means nothing without them.
    void dropUnboundLayers(MeasureSpec& measure, const MeasureName& kind) {
        std::erase_if(measure.options, [&](const Parameter& option) {
            const MeasureOption* type = findMeasureOption(kind, option.name);
            const auto* role = std::get_if<std::string>(&option.value);
            return type != nullptr && role != nullptr && type->type == OptionType::layer && !type->required &&
                   option.name != "access_points" &&
                   std::none_of(m_binding.layers.begin(), m_binding.layers.end(),
                                [&](const auto& layer) { return layer.first == *role; });
        });
    }

    void fillOption(Parameter& option, const MeasureOption* type) {
        option.place = place(option.place);
        auto* text = std::get_if<std::string>(&option.value);
        if (text == nullptr || type == nullptr) {
            return;
        }
        if (type->type == OptionType::layer) {
            bindLayer(*text);
        } else if (type->type == OptionType::phrases || type->type == OptionType::registry) {
            *text = fillName(*text, m_binding.parameters);
            if (*text != "none" && text->find('/') == std::string::npos) {
                *text = m_rule.pack + "/" + *text;
            }
        } else if (type->type == OptionType::formula || type->type == OptionType::condition) {
            *text = fillCondition(*text, m_binding.parameters);
        } else {
            *text = fillName(*text, m_binding.parameters);
        }
    }

    /// Textual parameters are in the texts by now; the others are named by conditions and messages.
    void takeParameters() {
        for (const BoundParameter& parameter : m_binding.parameters) {
            if (!isTextual(parameter.kind)) {
                m_rule.parameters.push_back({parameter.name, parameter.value, parameter.place});
            } else if (const auto* text = std::get_if<std::string>(&parameter.value)) {
                noteNames(parameter, *text);
            }
        }
    }

    /// What the pack or standards say is written by people who know the rule's own names.
    [[nodiscard]] bool isGivenByPlan(const BoundParameter& parameter) const {
        return m_binding.place && parameter.place.file == m_binding.place->file;
    }

    /// Names that mean fields, so that a parameter or a measure of the same name cannot take their place unseen.
    void noteNames(const BoundParameter& parameter, const std::string& text) {
        if (parameter.kind == PackParameter::Kind::field) {
            m_rule.givenNames.push_back({text, parameter.place});
        } else if (isGivenByPlan(parameter) && parameter.kind == PackParameter::Kind::condition && !text.empty()) {
            try {
                for (const std::string& name : Condition::names(text, parameter.place)) {
                    m_rule.givenNames.push_back({name, parameter.place});
                }
            } catch (const Error&) {
                return; // checkRuleTexts() says what is wrong with it
            }
        }
    }

    void asCondition(PlacedText& text) {
        text = {fillCondition(text.text, m_binding.parameters), text.empty() ? text.place : place(text.place)};
    }
    void asMessage(PlacedText& text) {
        text = {fillMessage(text.text, m_binding.parameters), text.empty() ? text.place : place(text.place)};
    }
    [[nodiscard]] Place place(const Place& inPack) const { return m_binding.place.value_or(inPack); }

    const PackRule& m_packRule;
    const RuleBinding& m_binding;
    Problems& m_problems;
    RuleSpec m_rule;
};

} // namespace

RuleSpec expandRule(const std::string& pack, const PackRule& packRule, const RuleBinding& binding, Problems& problems) {
    return Expansion(pack, packRule, binding, problems).run();
}

} // namespace merestone
