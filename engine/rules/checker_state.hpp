// SPDX-License-Identifier: MIT
#pragma once

#include "rules/checker.hpp"
#include "rules/compiled_rule.hpp"
#include "rules/edit_layer.hpp"
#include "rules/evaluate_rule.hpp"
#include "rules/load_layers.hpp"
#include "rules/shared_measures.hpp"
#include "rules/tiled_run.hpp"

#include <map>
#include <memory>
#include <set>

namespace merestone {

/// Everything that a Checker holds. Never moved: rules point into the plan, measures into the layers.
struct Checker::State {
    /// Why a rule is not evaluated in this run, and the verdict that says so: it is not in force on the day that
    /// counts, or a rule that it needs does not hold.
    struct Blocked {
        std::string reason; ///< empty: it may run
        Verdict verdict = Verdict::notRun;
    };

    Plan plan;
    CheckOptions options;
    std::vector<const RuleSpec*> selected;
    std::map<std::string, LayerSchema> schemas; ///< of all layers of the plan, read or not
    CompiledRules compiled;
    LayerMap layers;
    std::map<std::string, Box> windows; ///< of reference layers that were not read whole
    std::set<std::string> edited;       ///< layers that update() has changed
    LayerMap shownOnly; ///< loadEverything: layers that no rule looks at, kept apart so that no finding is about them
    std::unique_ptr<SharedMeasures> measures;
    std::map<std::string, std::vector<std::uint32_t>> scopes; ///< rows in scope by layer
    std::vector<RuleOutcome> outcomes;                        ///< by position in compiled.rules
    std::vector<RuleResult> summaries;                        ///< likewise
    std::vector<Blocked> blocked;                             ///< likewise
    double seconds = 0.0;
    // A run in tiles: what is cut, the sources that stay open meanwhile, and what has been added up.
    std::unique_ptr<SourcePool> pool;
    std::optional<Tiling> tiling;
    TileSums tiled;

    /// The rules that were asked for. Throws Error(usage) for an id that the plan does not have.
    static std::vector<const RuleSpec*> selectRules(const Plan& plan, const CheckOptions& options);
    /// Reads what some rules (by position) look at and what is not there yet: layers, columns, or more of the ground
    /// round the plan. Whether there was anything.
    bool readFor(const std::vector<std::size_t>& rules, const RunContext& context);
    /// Reads a layer again unless it is there as far as it is needed.
    bool readUnlessThere(const std::string& name, const LayerWindow& need, const RunContext& context);
    /// A state for another version of a plan, with the same layers; nothing is evaluated yet.
    static std::unique_ptr<State> following(const State& old, Plan plan);
    /// Positions of the rules that are others than in another state of the same plan; ascending.
    [[nodiscard]] std::vector<std::size_t> differingFrom(const State& old) const;
    /// Reads reference layers again whose window does not hold all that lies round changed features of a layer, as far
    /// as rules look. Whether there were any.
    bool readRound(const std::string& layer, std::span<const Box> touched, const RunContext& context);
    /// Rows that a rule is about; worked out once for each layer.
    const std::vector<std::uint32_t>& scopeOf(const std::string& layer, const RunContext& context);
    /// Why a rule cannot run whatever the others say.
    [[nodiscard]] Blocked blockedByItself(const CompiledRule& rule) const;
    [[nodiscard]] Blocked blockedBy(const CompiledRule& rule) const;
    /// Positions of the compiled rules, those that others need first.
    [[nodiscard]] std::vector<std::size_t> order() const;
    /// Sums a rule up after it was evaluated or blocked.
    void conclude(std::size_t rule, const RuleTally& tally);
    /// Finds out what can be cut, where a memory limit asks for it. Before the layers are read.
    void planTiles(const RunContext& context);
    /// Evaluates the rules that look at layers which are cut.
    void runTiles(const std::vector<std::size_t>& order, const RunContext& context);
    /// Sums up a rule that was evaluated in tiles. What another rule turns out to block is forgotten.
    void takeFromTiles(std::size_t rule);
    /// Frees what the rules still to come do not need: measures, and the row by row verdicts of the rule just done.
    void forgetDone(std::span<const std::size_t> toCome, std::size_t done);
    /// A layer that is there, whether rules look at it or not; null when it is not.
    [[nodiscard]] LayerPtr find(std::string_view layer) const;
    [[nodiscard]] std::map<std::string, EditedLayer>
    editsOf(const std::string& layer, const std::vector<FeatureChange>& changes, const RunContext& context) const;
    RunDelta judgeAnew(const std::map<std::string, EditedLayer>& edits, bool everything, const RunContext& context);
    /// Puts the outcomes together; with `take` the findings are moved out of them.
    [[nodiscard]] RunResult assemble(bool take);
};

} // namespace merestone
