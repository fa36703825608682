// SPDX-License-Identifier: MIT
#include "measures/measure_traits.hpp"
#include "rules/checker_state.hpp"
#include "rules/edit_layer.hpp"
#include "rules/load_layers.hpp"
#include "rules/plan_layer.hpp"
#include "rules/shared_source.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

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

/// How a rule depends on several layers that have changed.
struct Dependences {
    bool onSubjects = false;
    std::vector<std::pair<const EditedLayer*, double>> onTargets; ///< and how far it looks for them
};

Dependences dependencesOn(const CompiledRule& rule, const std::map<std::string, EditedLayer>& edits) {
    Dependences all;
    for (const auto& [name, edit] : edits) {
        const Dependence one = dependenceOn(rule, name);
        all.onSubjects = all.onSubjects || one.onSubjects;
        if (one.onTargets) {
            all.onTargets.emplace_back(&edit, one.reach);
        }
    }
    return all;
}

/// The subjects in scope that changed targets can reach, ascending.
std::vector<std::uint32_t> rowsNear(const Layer& subjects, const std::vector<std::uint32_t>& scope,
                                    const Dependences& on) {
    std::vector<std::uint32_t> near;
    for (const auto& [edit, reach] : on.onTargets) {
        const std::vector<std::uint32_t> ofOne = rowsWithin(subjects, edit->touched, reach);
        std::vector<std::uint32_t> both;
        std::set_union(near.begin(), near.end(), ofOne.begin(), ofOne.end(), std::back_inserter(both));
        near = std::move(both);
    }
    std::vector<std::uint32_t> rows;
    std::set_intersection(near.begin(), near.end(), scope.begin(), scope.end(), std::back_inserter(rows));
    return rows;
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

/// What changes of a layer make of it, and of the others that show a part of its source.
std::map<std::string, EditedLayer> Checker::State::editsOf(const std::string& layer,
                                                           const std::vector<FeatureChange>& changes,
                                                           const RunContext& context) const {
    std::map<std::string, EditedLayer> edits;
    const LayerPtr before = find(layer);
    if (before == nullptr) {
        throw Error(ErrorCode::usage, "layer '" + layer + "' cannot be changed: it is not loaded");
    }
    const LayerPtr whole = edits.emplace(layer, editLayer(*before, changes, context)).first->second.layer;
    const LayerSpec* spec = plan.findLayer(layer);
    if (spec == nullptr || !spec->where.empty()) {
        return edits;
    }
    for (const LayerSpec& other : plan.layers) {
        const LayerPtr part = shareSource(*spec, other) ? find(other.name) : nullptr;
        if (part == nullptr) {
            continue;
        }
        const PartChange change = changeOfPart(plan, other, *part, *whole, changes);
        if (!change.changes.empty() || change.undecided != part->info().undecided) {
            edits.emplace(other.name, editLayer(*part, change.changes, context, change.undecided));
        }
    }
    return edits;
}

RunDelta Checker::update(const std::string& layer, const std::vector<FeatureChange>& changes,
                         const RunContext& context) {
    State& state = *m_state;
    std::map<std::string, EditedLayer> edits = state.editsOf(layer, changes, context);
    const bool isRun = state.options.keepForUpdates && state.outcomes.size() == state.compiled.rules.size();
    if (!isRun && std::any_of(edits.begin(), edits.end(),
                              [&state](const auto& edit) { return state.layers.contains(edit.first); })) {
        throw Error(ErrorCode::usage, "layer '" + layer + "' cannot be changed: nothing was run");
    }
    bool everything = false;
    for (auto& [name, edit] : edits) {
        state.edited.insert(name);
        if (!state.layers.contains(name)) {
            state.shownOnly[name] = edit.layer; // no rule looks at it
            continue;
        }
        state.layers[name] = edit.layer;
        everything = edit.isOtherwiseComplete || changesEverything(state.plan, name) || everything;
        everything = state.readRound(name, edit.touched, context) || everything;
    }
    std::erase_if(edits, [&state](const auto& edit) { return !state.layers.contains(edit.first); });
    if (everything) {
        state.layers[kPlanLayer] = makePlanLayer(state.plan, areaLayers(state.plan, state.layers));
        state.measures = std::make_unique<SharedMeasures>(state.plan, state.layers);
        state.scopes.clear();
    }
    for (const auto& [name, edit] : edits) {
        if (!everything) {
            state.measures->layerChanged(name, edit.touched);
            state.scopes.erase(name);
        }
    }
    return state.judgeAnew(edits, everything, context);
}

/// Evaluates what changes of layers can reach, or everything.
RunDelta Checker::State::judgeAnew(const std::map<std::string, EditedLayer>& edits, bool everything,
                                   const RunContext& context) {
    const EvaluationOptions evaluation{options.listAll};
    RunDelta delta;
    for (const std::size_t i : order()) {
        context.throwIfStopped();
        const CompiledRule& rule = compiled.rules[i];
        RuleOutcome& outcome = outcomes[i];
        const bool needsOthers = !rule.spec->needs.empty();
        const Dependences on = dependencesOn(rule, edits);
        if (!everything && !needsOthers && !on.onSubjects && on.onTargets.empty()) {
            continue;
        }
        blocked[i] = blockedBy(rule);
        const bool mayRun = blocked[i].reason.empty();
        if (!mayRun || everything || needsOthers || on.onSubjects || !outcome.notRunReason.empty()) {
            const std::set<std::string> before = keysOf(outcome, outcome.scope);
            outcome = {};
            if (mayRun) {
                outcome = evaluateRule(rule, plan, layers, *measures, scopeOf(rule.spec->subjects, context), evaluation,
                                       context);
            }
            conclude(i, tallyOf(outcome));
            report(delta, summaries[i], outcome, outcome.scope, before);
            continue;
        }
        const std::vector<std::uint32_t> rows =
            rowsNear(*layers.at(rule.spec->subjects), scopeOf(rule.spec->subjects, context), on);
        const std::set<std::string> before = keysOf(outcome, rows);
        reevaluateRows(outcome, rule, plan, layers, *measures, rows, evaluation, context);
        conclude(i, tallyOf(outcome));
        report(delta, summaries[i], outcome, rows, before);
    }
    return delta;
}

} // namespace merestone
