// SPDX-License-Identifier: MIT
#include "measures/measure_traits.hpp"
#include "rules/checker_state.hpp"
#include "rules/edit_layer.hpp"
#include "rules/load_layers.hpp"
#include "rules/plan_layer.hpp"

#include <algorithm>
#include <set>

namespace merestone {

namespace {

/// How a rule depends on a layer.
struct Dependence {
    bool onSubjects = false;
    bool onTargets = false;
    double reach = 0.0; ///< largest of the measures that look at the layer
};

void addMeasure(Dependence& dependence, const CompiledMeasure& measure, const std::string& layer) {
    const bool isRelated = std::any_of(measure.related.begin(), measure.related.end(),
                                       [&layer](const RelatedUse& related) { return related.layer == layer; });
    if (measure.targetLayer == layer || measure.accessLayer == layer || isRelated) {
        dependence.onTargets = true;
        dependence.reach = std::max(dependence.reach, measureReach(measure.spec));
    }
    for (const CompiledMeasure& inner : measure.inner) {
        Dependence below;
        addMeasure(below, inner, layer);
        if (below.onTargets) { // whatever moves an inner value moves the whole
            dependence.onTargets = true;
            dependence.reach = measure.spec.kind == "balance" ? std::numeric_limits<double>::infinity()
                                                              : std::max(dependence.reach, below.reach);
        }
    }
}

Dependence dependenceOn(const CompiledRule& rule, const std::string& layer) {
    Dependence dependence;
    const RuleSpec& spec = *rule.spec;
    dependence.onSubjects = spec.subjects == layer;
    if (spec.against == layer || (spec.against == "self" && dependence.onSubjects)) {
        dependence.onTargets = true;
        dependence.reach = spec.againstWithin ? spec.againstWithin->value * spec.againstWithin->unit.factor : 0.0;
    }
    for (const CompiledMeasure& measure : rule.measures) {
        addMeasure(dependence, measure, layer);
    }
    return dependence;
}

/// A change of these layers can change which features count at all, so everything is done anew.
bool changesEverything(const Plan& plan, const std::string& layer) {
    const LayerSpec* spec = plan.findLayer(layer);
    if (spec != nullptr && spec->role == "neighbourhood_area") {
        return true;
    }
    return std::any_of(plan.layers.begin(), plan.layers.end(), [&layer](const LayerSpec& other) {
        return other.complete.kind == Completeness::Kind::within && other.complete.coverageLayer == layer;
    });
}

std::set<std::string> keysOf(const RuleOutcome& outcome, std::span<const std::uint32_t> rows) {
    std::set<std::string> keys;
    for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
        if (std::binary_search(rows.begin(), rows.end(), outcome.rows[i])) {
            keys.insert(outcome.findings[i].key);
        }
    }
    return keys;
}

/// Adds to a delta what became of a rule after some rows were judged anew.
void report(RunDelta& delta, const RuleResult& summary, const RuleOutcome& outcome, std::span<const std::uint32_t> rows,
            std::set<std::string> before) {
    delta.rules.push_back(summary);
    for (std::size_t i = 0; i < outcome.rows.size(); ++i) {
        if (std::binary_search(rows.begin(), rows.end(), outcome.rows[i])) {
            before.erase(outcome.findings[i].key);
            delta.findings.push_back(outcome.findings[i]);
        }
    }
    delta.goneKeys.insert(delta.goneKeys.end(), before.begin(), before.end());
}

} // namespace

RunDelta Checker::update(const std::string& layer, const std::vector<FeatureChange>& changes,
                         const RunContext& context) {
    State& state = *m_state;
    if (const auto shown = state.shownOnly.find(layer); shown != state.shownOnly.end()) {
        shown->second = editLayer(*shown->second, changes, context).layer;
        return {}; // no rule looks at it
    }
    const auto found = state.layers.find(layer);
    if (found == state.layers.end() || !state.options.keepForUpdates ||
        state.outcomes.size() != state.compiled.rules.size()) {
        throw Error(ErrorCode::usage, "layer '" + layer + "' cannot be changed: it is not loaded, or nothing was run");
    }
    const EvaluationOptions evaluation{state.options.listAll};
    EditedLayer edited = editLayer(*found->second, changes, context);
    found->second = edited.layer;
    state.edited.insert(layer);
    const bool readMore = state.readRound(layer, edited.touched, context);
    const bool everything = readMore || changesEverything(state.plan, layer);
    if (everything) {
        state.layers[kPlanLayer] = makePlanLayer(state.plan, areaLayers(state.plan, state.layers));
        state.measures = std::make_unique<SharedMeasures>(state.plan, state.layers);
        state.scopes.clear();
    } else {
        state.measures->layerChanged(layer, edited.touched);
        state.scopes.erase(layer);
    }

    RunDelta delta;
    for (const std::size_t i : state.order()) {
        context.throwIfStopped();
        const CompiledRule& rule = state.compiled.rules[i];
        RuleOutcome& outcome = state.outcomes[i];
        const Dependence dependence = dependenceOn(rule, layer);
        const bool needsOthers = !rule.spec->needs.empty();
        if (!everything && !needsOthers && !dependence.onSubjects && !dependence.onTargets) {
            continue;
        }
        state.blocked[i] = state.blockedBy(rule);
        const bool mayRun = state.blocked[i].reason.empty();
        if (!mayRun || everything || needsOthers || dependence.onSubjects || !outcome.notRunReason.empty()) {
            const std::set<std::string> before = keysOf(outcome, outcome.scope);
            outcome = {};
            if (mayRun) {
                outcome = evaluateRule(rule, state.plan, state.layers, *state.measures,
                                       state.scopeOf(rule.spec->subjects, context), evaluation, context);
            }
            state.conclude(i, tallyOf(outcome));
            report(delta, state.summaries[i], outcome, outcome.scope, before);
            continue;
        }
        const std::vector<std::uint32_t>& scope = state.scopeOf(rule.spec->subjects, context);
        std::vector<std::uint32_t> rows;
        const std::vector<std::uint32_t> near =
            rowsWithin(*state.layers.at(rule.spec->subjects), edited.touched, dependence.reach);
        std::set_intersection(near.begin(), near.end(), scope.begin(), scope.end(), std::back_inserter(rows));
        const std::set<std::string> before = keysOf(outcome, rows);
        reevaluateRows(outcome, rule, state.plan, state.layers, *state.measures, rows, evaluation, context);
        state.conclude(i, tallyOf(outcome));
        report(delta, state.summaries[i], outcome, rows, before);
    }
    return delta;
}

} // namespace merestone
