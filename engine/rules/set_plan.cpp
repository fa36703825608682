// SPDX-License-Identifier: MIT
#include "measures/measure_traits.hpp"
#include "plan/rule_content.hpp"
#include "rules/checker_state.hpp"
#include "rules/layer_use.hpp"
#include "rules/load_layers.hpp"
#include "rules/plan_layer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace merestone {

namespace {

/// What evaluates nothing anew and yet changes what rules say: the plan's own facts of itself.
bool sameSummary(const PlanSummary& a, const PlanSummary& b) {
    return a.title == b.title && a.stage == b.stage && a.periodFrom == b.periodFrom && a.periodTo == b.periodTo &&
           a.submitted == b.submitted && a.crs == b.crs;
}

bool samePolicies(const Plan& a, const Plan& b) {
    const auto sameText = [](const PlacedText& x, const PlacedText& y) { return x.text == y.text; };
    const auto sameId = [](const RuleSpec& x, const RuleSpec& y) { return x.id == y.id; };
    return std::equal(a.policies.begin(), a.policies.end(), b.policies.begin(), b.policies.end(),
                      [&](const PolicySpec& x, const PolicySpec& y) {
                          return x.id == y.id && x.title == y.title && x.text == y.text && x.foundAt == y.foundAt &&
                                 x.isHeading == y.isHeading &&
                                 std::equal(x.layers.begin(), x.layers.end(), y.layers.begin(), y.layers.end(),
                                            sameText) &&
                                 std::equal(x.rules.begin(), x.rules.end(), y.rules.begin(), y.rules.end(), sameId);
                      });
}

bool sameLayers(const Plan& a, const Plan& b) {
    return std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const LayerSpec& x, const LayerSpec& y) { return layerContent(x) == layerContent(y); });
}

/// Borrows the measures of one state for another, and gives them back unless the other keeps them. Those that read
/// facts of the plan are forgotten both ways: their keys do not tell one value of a fact from another.
class BorrowedMeasures {
public:
    BorrowedMeasures(SharedMeasures& measures, const Plan& owner, const LayerMap& ownerLayers, const Plan& borrower,
                     const LayerMap& borrowerLayers, std::set<std::string> readingFacts)
        : m_measures(&measures), m_owner(&owner), m_ownerLayers(&ownerLayers), m_readingFacts(std::move(readingFacts)) {
        m_measures->forget(m_readingFacts);
        m_measures->belongTo(borrower, borrowerLayers);
    }
    BorrowedMeasures(const BorrowedMeasures&) = delete;
    BorrowedMeasures& operator=(const BorrowedMeasures&) = delete;
    ~BorrowedMeasures() {
        if (m_measures != nullptr) {
            m_measures->forget(m_readingFacts);
            m_measures->belongTo(*m_owner, *m_ownerLayers);
        }
    }
    void keep() noexcept { m_measures = nullptr; }

private:
    SharedMeasures* m_measures;
    const Plan* m_owner;
    const LayerMap* m_ownerLayers;
    std::set<std::string> m_readingFacts;
};

std::set<std::string> keysOf(const CompiledRules& rules, bool onlyOfTexts) {
    std::set<std::string> keys;
    for (const CompiledRule& rule : rules.rules) {
        for (const CompiledMeasure& measure : rule.measures) {
            if (!onlyOfTexts || readsText(measure.spec.kind)) {
                keys.insert(measure.key);
            }
        }
    }
    return keys;
}

/// Adds what became of a rule that was evaluated anew.
void report(RunDelta& delta, const RuleResult& summary, const RuleOutcome& before, const RuleOutcome& after) {
    delta.rules.push_back(summary);
    std::set<std::string> gone;
    for (const Finding& finding : before.findings) {
        gone.insert(finding.key);
    }
    for (const Finding& finding : after.findings) {
        gone.erase(finding.key);
        delta.findings.push_back(finding);
    }
    delta.goneKeys.insert(delta.goneKeys.end(), gone.begin(), gone.end());
}

/// The ground that a layer's features cover, as far as they are subjects: of reference layers those in the area.
Box groundOf(const LayerMap& layers, const LayerSpec* spec, const Box& area) {
    Box box;
    const auto found = spec == nullptr ? layers.end() : layers.find(spec->name);
    const bool isDrawn = found != layers.end() && isPlanRole(spec->role);
    if (!isDrawn) {
        box = area;
    }
    for (std::size_t row = 0; found != layers.end() && row < found->second->size(); ++row) {
        const Box& feature = found->second->boxes()[row];
        if (isDrawn || feature.meets(area)) {
            box.extend(feature);
        }
    }
    return box;
}

} // namespace

bool Checker::State::readFor(const std::vector<std::size_t>& rules, const RunContext& context) {
    std::map<std::string, LayerWindow> needs;
    const Box area = layers.at(kPlanLayer)->boxes()[0];
    for (const std::size_t rule : rules) {
        const CompiledRule& compiledRule = compiled.rules[rule];
        if (!blockedByItself(compiledRule).reason.empty()) {
            continue;
        }
        const Box ground = groundOf(layers, plan.findLayer(compiledRule.spec->subjects), area);
        collectUse(compiledRule, [&](const std::string& layer, double reach) {
            LayerWindow& need = needs[layer];
            need.everything = need.everything || std::isinf(reach);
            if (!std::isinf(reach) && !ground.empty()) {
                need.box.extend(ground.grown(reach + kAccuracyMarginMetres));
            }
        });
    }
    bool any = false;
    for (const auto& [name, need] : needs) {
        any = readUnlessThere(name, need, context) || any;
    }
    return any;
}

bool Checker::State::readUnlessThere(const std::string& name, const LayerWindow& need, const RunContext& context) {
    const LayerSpec* spec = plan.findLayer(name);
    if (spec == nullptr) {
        return false; // the plan itself and its policies are made, not read
    }
    const auto loaded = layers.find(name);
    const bool isMissing = loaded == layers.end();
    const std::set<std::string>& columns = compiled.columns[name];
    const bool lacksColumns = !isMissing && std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
        return loaded->second->column(column) == nullptr;
    });
    const auto window = windows.find(name);
    const bool isCut = window != windows.end();
    const bool isNarrow = isCut && (need.everything || !window->second.contains(need.box));
    if (!isMissing && !lacksColumns && !isNarrow) {
        return false;
    }
    if (lacksColumns && edited.contains(name)) {
        throw Error(ErrorCode::usage, "layer '" + name +
                                          "' has been changed and lacks a field that a rule needs now; "
                                          "save the changes and load the plan again");
    }
    if (isMissing && edited.contains(name)) { // no rule looked at it so far: as it was drawn, not as the disk has it
        layers[name] = shownOnly.at(name);
        shownOnly.erase(name);
        return true;
    }
    const Box area = layers.at(kPlanLayer)->boxes()[0];
    std::optional<Box> wanted;
    if (!isReadWhole(plan, *spec) && (isMissing || isCut) && !need.everything && !area.empty() &&
        options.scope == Scope::area) {
        wanted = isCut ? window->second : area;
        wanted->extend(need.box.grown(kWindowMarginMetres));
    }
    layers[name] = loadLayer(plan, compiled, name, wanted, schemas.at(name).hasGeometry, context);
    shownOnly.erase(name);
    windows.erase(name);
    if (wanted) {
        windows[name] = *wanted;
    }
    return true;
}

std::unique_ptr<Checker::State> Checker::State::following(const State& old, Plan plan) {
    auto next = std::make_unique<State>();
    next->plan = std::move(plan);
    next->options = old.options;
    next->selected = selectRules(next->plan, next->options);
    next->schemas = old.schemas;
    next->compiled = compileRules(next->plan, next->selected, next->schemas);
    for (const auto& [layer, columns] : old.compiled.columns) {
        next->compiled.columns[layer].insert(columns.begin(), columns.end()); // what was read stays read
    }
    next->layers = old.layers;
    next->windows = old.windows;
    next->shownOnly = old.shownOnly;
    next->edited = old.edited;
    next->scopes = old.scopes;
    next->seconds = old.seconds;
    next->summaries = old.summaries;
    next->blocked = old.blocked;
    next->outcomes.resize(old.outcomes.size());
    return next;
}

std::vector<std::size_t> Checker::State::differingFrom(const State& old) const {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        if (ruleContent(*selected[i], plan) != ruleContent(*old.selected[i], old.plan)) {
            changed.push_back(i);
        }
    }
    return changed;
}

RunDelta Checker::setPlan(Plan plan, const RunContext& context) {
    State& old = *m_state;
    if (!old.options.keepForUpdates || old.outcomes.empty() || old.outcomes.size() != old.compiled.rules.size()) {
        throw Error(ErrorCode::usage, "the plan cannot be changed before it was run");
    }
    if (plan.crs != old.plan.crs || !sameSummary(plan.summary, old.plan.summary) || !samePolicies(plan, old.plan) ||
        !sameLayers(plan, old.plan)) {
        throw Error(ErrorCode::usage,
                    plan.file.string() + ": more has changed than values in rules; read the plan again");
    }
    // Everything is made beside what is there, which stays as it is until the end.
    std::unique_ptr<State> next = State::following(old, std::move(plan));
    const std::vector<std::size_t> changed = next->differingFrom(old);
    const bool readMore = next->readFor(changed, context);
    if (readMore) {
        next->layers[kPlanLayer] = makePlanLayer(next->plan, areaLayers(next->plan, next->layers));
        next->scopes.clear();
        next->measures = std::make_unique<SharedMeasures>(next->plan, next->layers);
    }
    BorrowedMeasures borrowed(*old.measures, old.plan, old.layers, next->plan, next->layers,
                              keysOf(next->compiled, true));
    SharedMeasures& measures = readMore ? *next->measures : *old.measures;

    RunDelta delta;
    std::vector<bool> isAnew(next->outcomes.size(), false);
    const std::vector<std::size_t> order = next->order();
    for (std::size_t done = 0; done < order.size(); ++done) {
        context.throwIfStopped();
        const std::size_t i = order[done];
        const CompiledRule& rule = next->compiled.rules[i];
        next->blocked[i] = next->blockedBy(rule);
        const bool mayRun = next->blocked[i].reason.empty();
        isAnew[i] = readMore || std::binary_search(changed.begin(), changed.end(), i) ||
                    next->blocked[i].reason != old.blocked[i].reason;
        if (!isAnew[i]) {
            continue;
        }
        context.report("checking " + rule.spec->id, static_cast<double>(done) / static_cast<double>(order.size()));
        if (mayRun) {
            next->outcomes[i] =
                evaluateRule(rule, next->plan, next->layers, measures, next->scopeOf(rule.spec->subjects, context),
                             {next->options.listAll}, context);
        }
        next->conclude(i, tallyOf(next->outcomes[i]));
        report(delta, next->summaries[i], old.outcomes[i], next->outcomes[i]);
    }
    context.report("done", 1.0);
    measures.keepOnly(keysOf(next->compiled, false));
    for (std::size_t i = 0; i < isAnew.size(); ++i) { // from here on nothing can fail
        if (!isAnew[i]) {
            next->outcomes[i] = std::move(old.outcomes[i]);
        }
    }
    if (!readMore) {
        borrowed.keep();
        next->measures = std::move(old.measures);
    }
    std::swap(m_state, next); // before `borrowed` ends: what it gives back to is still there
    return delta;
}

} // namespace merestone
