// SPDX-License-Identifier: MIT
#include "rules/compile_measure.hpp"
#include "rules/compiled_rule.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace merestone {

namespace {

std::vector<Parameter> parametersOf(const Plan& plan, const RuleSpec& rule) {
    std::vector<Parameter> parameters = rule.parameters;
    for (const auto& [name, value] : plan.facts) {
        parameters.push_back({name, value, rule.place});
    }
    return parameters;
}

/// Compiles one rule; every mistake goes to `problems` at its place, and compilation goes on behind it.
class RuleCompiler {
public:
    RuleCompiler(const Plan& plan, const std::map<std::string, LayerSchema>& schemas, ColumnNeeds& columns,
                 std::vector<PlanProblem>& problems)
        : m_plan(plan), m_schemas(schemas), m_columns(columns), m_problems(problems) {}

    CompiledRule compile(const RuleSpec& spec) {
        CompiledRule rule;
        rule.spec = &spec;
        rule.notRunReason = spec.notRunReason;
        const auto schema = m_schemas.find(spec.subjects);
        if (schema == m_schemas.end() || !rule.notRunReason.empty()) {
            return rule;
        }
        const std::vector<Parameter> parameters = parametersOf(m_plan, spec);
        compileMeasures(rule, parameters);
        for (const Parameter& parameter : parameters) {
            rule.names.addParameter(parameter);
        }
        const LayerSpec* layer = m_plan.findLayer(spec.subjects);
        rule.names.addColumns(schema->second, layer != nullptr ? layer->units : decltype(LayerSpec::units){});
        reportHiddenColumns(rule, schema->second);
        compileConditions(rule);
        return rule;
    }

private:
    template <class Work> void guarded(const Place& place, const Work& work) {
        try {
            work();
        } catch (const Error& error) {
            // The text already starts with its place; a problem keeps the two apart.
            const std::string prefix = place.text() + ": ";
            const std::string text = error.what();
            m_problems.push_back({place, text.starts_with(prefix) ? text.substr(prefix.size()) : text});
        }
    }

    void compileMeasures(CompiledRule& rule, const std::vector<Parameter>& parameters) {
        const RuleSpec& spec = *rule.spec;
        for (const MeasureSpec& measure : spec.measures) {
            guarded(measure.place, [&] {
                const MeasureScope scope{m_plan, m_schemas, spec.subjects, parameters, m_columns};
                CompiledMeasure compiled = compileMeasure(measure, scope);
                rule.names.addMeasure(measure.name, compiled.unit, rule.measures.size());
                rule.measures.push_back(std::move(compiled));
            });
        }
    }

    /// A name that could mean two things is a mistake: what a condition says must not depend on the fields that
    /// somebody's file happens to have. In a pack's own texts its measures and parameters come first; a field is meant
    /// there only where the plan named it.
    void reportHiddenColumns(const CompiledRule& rule, const LayerSchema& schema) {
        if (rule.spec->pack.empty()) {
            for (const MeasureSpec& measure : rule.spec->measures) {
                if (schema.find(measure.name) != nullptr) {
                    m_problems.push_back({measure.place, "measure '" + measure.name +
                                                             "' has the name of a field of layer '" + schema.name +
                                                             "'; give it another name"});
                }
            }
            return;
        }
        for (const PlacedText& given : rule.spec->givenNames) {
            if (schema.find(given.text) == nullptr || !hidesField(rule, given.text)) {
                continue;
            }
            m_problems.push_back({given.place, "field '" + given.text + "' has the name of a measure or parameter of " +
                                                   rule.spec->pack + "/" + rule.spec->packRule +
                                                   "; give the field another name in the data"});
        }
    }

    [[nodiscard]] bool hidesField(const CompiledRule& rule, const std::string& name) const {
        const auto isName = [&name](const auto& item) { return lowered(item.name) == lowered(name); };
        const RuleSpec& spec = *rule.spec;
        return std::any_of(spec.measures.begin(), spec.measures.end(), isName) ||
               std::any_of(spec.parameters.begin(), spec.parameters.end(), isName) || isFact(name);
    }

    [[nodiscard]] bool isFact(const std::string& name) const {
        return std::any_of(m_plan.facts.begin(), m_plan.facts.end(),
                           [&name](const auto& fact) { return lowered(fact.first) == lowered(name); });
    }

    std::optional<Condition> condition(CompiledRule& rule, const PlacedText& text) {
        std::optional<Condition> result;
        if (!text.empty()) {
            guarded(text.place, [&] {
                result = Condition::compile(text.text, rule.names.symbols(), text.place);
                noteColumns(rule, result->usedSymbols(), text.place);
            });
        }
        return result;
    }

    MessageTemplate message(CompiledRule& rule, const PlacedText& text) {
        MessageTemplate result;
        if (!text.empty()) {
            guarded(text.place, [&] {
                result = MessageTemplate(text, rule.names);
                noteColumns(rule, result.usedSymbols(), text.place);
            });
        }
        return result;
    }

    void noteColumns(const CompiledRule& rule, const std::vector<std::size_t>& used, const Place& place) {
        const LayerSchema& schema = m_schemas.at(rule.spec->subjects);
        for (const std::size_t symbol : used) {
            const NameTable::Origin& origin = rule.names.origin(symbol);
            const std::string& name = rule.names.symbols()[symbol].name;
            if (origin.kind == NameTable::Kind::column) {
                m_columns[rule.spec->subjects].insert(origin.text);
            } else if (rule.spec->pack.empty() && isFact(name) && schema.find(name) != nullptr) {
                m_problems.push_back({place, "'" + name + "' is a fact of the plan and a field of layer '" +
                                                 schema.name + "'; give one of them another name"});
            }
        }
    }

    void compileConditions(CompiledRule& rule) {
        rule.where = condition(rule, rule.spec->where);
        rule.require = condition(rule, rule.spec->require);
        for (const UnlessSpec& unless : rule.spec->unless) {
            std::optional<Condition> when = condition(rule, unless.when);
            MessageTemplate reason = message(rule, unless.reason);
            if (when) {
                rule.unless.push_back({std::move(*when), std::move(reason)});
            }
        }
        rule.message = message(rule, rule.spec->message);
        rule.advice = message(rule, rule.spec->advice);
        if (rule.where) {
            const auto& used = rule.where->usedSymbols();
            rule.whereNeedsMeasures = std::any_of(used.begin(), used.end(), [&rule](std::size_t symbol) {
                return rule.names.origin(symbol).kind == NameTable::Kind::measure;
            });
        }
    }

    const Plan& m_plan;
    const std::map<std::string, LayerSchema>& m_schemas;
    ColumnNeeds& m_columns;
    std::vector<PlanProblem>& m_problems;
};

} // namespace

CompiledRules compileRules(const Plan& plan, const std::vector<const RuleSpec*>& rules,
                           const std::map<std::string, LayerSchema>& schemas) {
    CompiledRules result;
    std::vector<PlanProblem> problems;
    RuleCompiler compiler(plan, schemas, result.columns, problems);
    for (const RuleSpec* rule : rules) {
        result.rules.push_back(compiler.compile(*rule));
    }
    if (!problems.empty()) {
        throw PlanError(std::move(problems));
    }
    return result;
}

void addLayerColumns(const Plan& plan, ColumnNeeds& needs) {
    for (const LayerSpec& layer : plan.layers) {
        std::set<std::string>& columns = needs[layer.name];
        for (const PlacedText* field : {&layer.id, &layer.nameField}) {
            if (!field->empty()) {
                columns.insert(field->text);
            }
        }
        if (!layer.where.empty()) {
            for (const std::string& name : Condition::names(layer.where.text, layer.where.place)) {
                if (lowered(name) != "fid" && lowered(name) != "ogr_geom_area") {
                    columns.insert(name);
                }
            }
        }
    }
}

} // namespace merestone
