// SPDX-License-Identifier: MIT
#include "rules/checker.hpp"

#include "rules/checker_state.hpp"
#include "rules/load_layers.hpp"
#include "rules/plan_layer.hpp"
#include "rules/policies_layer.hpp"
#include "rules/shared_source.hpp"

#include <algorithm>
#include <chrono>

namespace merestone {

namespace {

LayerSchema schemaOf(const Layer& layer) {
    LayerSchema schema;
    schema.name = layer.name();
    for (const Column& column : layer.columns()) {
        schema.fields.push_back({column.name, column.type});
    }
    return schema;
}

void addEveryColumn(const Plan& plan, const std::map<std::string, LayerSchema>& schemas, ColumnNeeds& needs) {
    for (const LayerSpec& spec : plan.layers) {
        for (const std::string& field : schemas.at(spec.name).names()) {
            needs[spec.name].insert(field);
        }
    }
}

/// A feature that a change lets into a layer with a `where` comes with all its fields.
void addColumnsOfParts(const Plan& plan, ColumnNeeds& needs) {
    for (const LayerSpec& whole : plan.layers) {
        for (const LayerSpec& part : plan.layers) {
            if (whole.where.empty() && shareSource(whole, part)) {
                const std::set<std::string> columns = needs[part.name];
                needs[whole.name].insert(columns.begin(), columns.end());
            }
        }
    }
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

Checker::Checker(Plan plan, CheckOptions options) : m_state(std::make_unique<State>()) {
    m_state->plan = std::move(plan);
    m_state->options = std::move(options);
    m_state->selected = State::selectRules(m_state->plan, m_state->options);
}

Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

void Checker::load(const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    State& state = *m_state;
    context.report("looking at the layers", 0.0);
    state.pool = std::make_unique<SourcePool>();
    SourcePool& pool = *state.pool;
    state.schemas = describeLayers(state.plan, context, pool);
    const std::map<std::string, LayerSchema>& schemas = state.schemas;
    state.compiled = compileRules(state.plan, state.selected, schemas);
    addLayerColumns(state.plan, state.compiled.columns);
    if (state.options.keepForUpdates) {
        addColumnsOfParts(state.plan, state.compiled.columns);
    }
    if (state.options.loadEverything) {
        addEveryColumn(state.plan, schemas, state.compiled.columns);
    }
    state.planTiles(context);
    state.layers = loadLayers(state.plan, state.compiled, schemas, state.options.scope, context, pool,
                              state.tiling ? state.tiling->cutLayers() : std::set<std::string>(), &state.windows);
    if (state.options.loadEverything) {
        state.shownOnly = loadOtherLayers(state.plan, state.layers, schemas, state.options.scope, context, pool);
    }
    if (!state.tiling) {
        state.pool.reset();
    }
    state.measures = std::make_unique<SharedMeasures>(state.plan, state.layers);
    state.seconds = secondsSince(start);
}

void Checker::setLayers(std::vector<LayerPtr> layers) {
    State& state = *m_state;
    std::map<std::string, LayerSchema>& schemas = state.schemas;
    schemas.clear();
    schemas[kPlanLayer] = planSchema();
    schemas[kPoliciesLayer] = policiesSchema();
    state.layers.clear();
    state.layers[kPoliciesLayer] = makePoliciesLayer(state.plan);
    for (LayerPtr& layer : layers) {
        schemas[layer->name()] = schemaOf(*layer);
        state.layers[layer->name()] = std::move(layer);
    }
    state.compiled = compileRules(state.plan, state.selected, schemas);
    state.layers[kPlanLayer] = makePlanLayer(state.plan, areaLayers(state.plan, state.layers));
    state.measures = std::make_unique<SharedMeasures>(state.plan, state.layers);
}

RunResult Checker::run(const RunContext& context) {
    const auto start = std::chrono::steady_clock::now();
    State& state = *m_state;
    if (!state.measures) {
        throw Error(ErrorCode::internal, "the checker has no layers; call load() first");
    }
    const EvaluationOptions evaluation{state.options.listAll};
    state.outcomes.assign(state.compiled.rules.size(), {});
    state.blocked.assign(state.compiled.rules.size(), {});
    state.summaries.assign(state.compiled.rules.size(), {});
    const std::vector<std::size_t> order = state.order();
    if (state.tiling) {
        state.runTiles(order, context);
    }
    for (std::size_t done = 0; done < order.size(); ++done) {
        context.throwIfStopped();
        const CompiledRule& rule = state.compiled.rules[order[done]];
        context.report("checking " + rule.spec->id, static_cast<double>(done) / static_cast<double>(order.size()));
        state.blocked[order[done]] = state.blockedBy(rule);
        RuleOutcome& outcome = state.outcomes[order[done]];
        const bool inTiles = state.tiling && state.tiling->concerns(rule);
        if (state.blocked[order[done]].reason.empty() && !inTiles) {
            outcome = evaluateRule(rule, state.plan, state.layers, *state.measures,
                                   state.scopeOf(rule.spec->subjects, context), evaluation, context);
        }
        if (inTiles) {
            state.takeFromTiles(order[done]);
        } else {
            state.conclude(order[done], tallyOf(outcome));
        }
        if (!state.options.keepForUpdates) {
            state.forgetDone(std::span(order).subspan(done + 1), order[done]);
        }
    }
    context.report("done", 1.0);
    state.seconds += secondsSince(start);
    return state.assemble(!state.options.keepForUpdates);
}

void Checker::setWaivers(std::vector<WaiverSpec> waivers) {
    m_state->plan.waivers = std::move(waivers);
}

RunResult Checker::result() const {
    return m_state->assemble(false);
}

const Plan& Checker::plan() const noexcept {
    return m_state->plan;
}

LayerPtr Checker::layer(std::string_view name) const {
    return m_state->find(name);
}

LayerPtr Checker::State::find(std::string_view layer) const {
    for (const LayerMap* among : {&layers, &shownOnly}) {
        if (const auto found = among->find(std::string(layer)); found != among->end()) {
            return found->second;
        }
    }
    return nullptr;
}

} // namespace merestone
