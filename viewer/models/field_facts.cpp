// SPDX-License-Identifier: MIT
#include "models/field_facts.hpp"

#include "base/text.hpp"
#include "rules/compiled_rule.hpp"
#include "rules/plan_layer.hpp"
#include "rules/policies_layer.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace merestone::viewer {

namespace {

using Schemas = std::map<std::string, LayerSchema>;

Schemas schemasOf(const std::vector<LayerPtr>& layers) {
    Schemas schemas;
    schemas[kPlanLayer] = planSchema();
    schemas[kPoliciesLayer] = policiesSchema();
    for (const LayerPtr& layer : layers) {
        LayerSchema schema{layer->name(), {}, !layer->info().isTable};
        for (const Column& column : layer->columns()) {
            schema.fields.push_back({column.name, column.type});
        }
        schemas[layer->name()] = std::move(schema);
    }
    return schemas;
}

/// The columns of a layer that a rule looks at, in lower case.
std::set<std::string> columnsRead(const Plan& plan, const RuleSpec& rule, const Schemas& schemas,
                                  const std::string& layer) {
    std::set<std::string> names;
    try {
        const CompiledRules compiled = compileRules(plan, {&rule}, schemas);
        if (const auto found = compiled.columns.find(layer); found != compiled.columns.end()) {
            for (const std::string& name : found->second) {
                names.insert(lowered(name));
            }
        }
    } catch (const Error&) {
        names.clear(); // opening the plan has said why
    }
    return names;
}

std::string unitOf(const LayerSpec* spec, const Column& column) {
    for (const auto& [name, unit] : spec == nullptr ? decltype(spec->units)() : spec->units) {
        if (lowered(name) == lowered(column.name)) {
            return unit.symbol;
        }
    }
    const std::optional<Unit> called = column.isText() ? std::nullopt : parseUnit(column.name);
    return called ? called->symbol : std::string(); // a field "dwellings" counts dwellings
}

} // namespace

bool FieldFacts::isNeeded() const noexcept {
    return std::any_of(uses.begin(), uses.end(), [](const FieldUse& use) { return use.decides; });
}

std::vector<FieldFacts> fieldFacts(const Plan& plan, const std::vector<LayerPtr>& layers, const Layer& layer) {
    std::vector<FieldFacts> facts;
    const LayerSpec* spec = plan.findLayer(layer.name());
    for (const Column& column : layer.columns()) {
        facts.push_back({column.name,
                         column.type,
                         unitOf(spec, column),
                         column.name == layer.idField(),
                         column.name == layer.nameField(),
                         {}});
    }
    const Schemas schemas = schemasOf(layers);
    for (const PolicySpec& policy : plan.policies) {
        for (const RuleSpec& rule : policy.rules) {
            const std::set<std::string> all = columnsRead(plan, rule, schemas, layer.name());
            if (all.empty()) {
                continue;
            }
            RuleSpec silent = rule;
            silent.message = {};
            silent.advice = {};
            const std::set<std::string> deciding = columnsRead(plan, silent, schemas, layer.name());
            for (FieldFacts& field : facts) {
                if (all.count(lowered(field.name)) > 0) {
                    field.uses.push_back({rule.id, rule.title.empty() ? rule.id : rule.title, rule.severity,
                                          deciding.count(lowered(field.name)) > 0});
                }
            }
        }
    }
    return facts;
}

} // namespace merestone::viewer
