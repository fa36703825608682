// SPDX-License-Identifier: MIT
#include "rules/checker_state.hpp"

#include "base/text.hpp"
#include "layers/read_layer.hpp"
#include "rules/data_rules.hpp"
#include "rules/input_summary.hpp"
#include "rules/layer_use.hpp"
#include "rules/load_layers.hpp"
#include "rules/scope.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace merestone {

namespace {

std::string todayText() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
    return text;
}

} // namespace

std::vector<const RuleSpec*> Checker::State::selectRules(const Plan& plan, const CheckOptions& options) {
    std::vector<std::string> policyIds;
    std::vector<std::string> ruleIds;
    std::vector<const RuleSpec*> selected;
    const auto asked = [](const std::vector<std::string>& wanted, const std::string& id) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    };
    for (const PolicySpec& policy : plan.policies) {
        policyIds.push_back(policy.id);
        for (const RuleSpec& rule : policy.rules) {
            ruleIds.push_back(rule.id);
            if (asked(options.policies, policy.id) && asked(options.rules, rule.id)) {
                selected.push_back(&rule);
            }
        }
    }
    const auto refuseUnknown = [&plan](const std::vector<std::string>& wanted, const std::vector<std::string>& known,
                                       const std::string& what) {
        for (const std::string& id : wanted) {
            if (std::find(known.begin(), known.end(), id) == known.end()) {
                throw Error(ErrorCode::usage, plan.file.string() + ": there is no " + what + " '" + printable(id) +
                                                  "'" + didYouMean(id, known));
            }
        }
    };
    refuseUnknown(options.policies, policyIds, "policy");
    refuseUnknown(options.rules, ruleIds, "rule");
    return selected;
}

bool Checker::State::readRound(const std::string& layer, std::span<const Box> touched, const RunContext& context) {
    std::map<std::string, Box> needed;
    const LayerSpec* changed = plan.findLayer(layer);
    const bool isArea = changed != nullptr && changed->role == "neighbourhood_area";
    for (const CompiledRule& rule : compiled.rules) {
        const LayerSpec* subjects = plan.findLayer(rule.spec->subjects);
        const bool follow =
            isArea && (subjects == nullptr || !isPlanRole(subjects->role)); // those that lie in the area
        if (rule.spec->subjects != layer && !follow) {
            continue;
        }
        collectUse(rule, [&](const std::string& other, double reach) {
            for (const Box& box : touched) {
                if (!box.empty() && std::isfinite(reach)) {
                    needed[other].extend(box.grown(reach + (follow ? kWindowMarginMetres : kAccuracyMarginMetres)));
                }
            }
        });
    }
    bool any = false;
    for (const auto& [other, box] : needed) {
        const auto window = windows.find(other);
        if (window == windows.end() || window->second.contains(box)) {
            continue;
        }
        Box wider = window->second;
        wider.extend(box.grown(kWindowMarginMetres));
        layers[other] = loadLayer(plan, compiled, other, wider, !layers.at(other)->info().isTable, context);
        window->second = wider;
        any = true;
    }
    return any;
}

const std::vector<std::uint32_t>& Checker::State::scopeOf(const std::string& layer, const RunContext& context) {
    const auto known = scopes.find(layer);
    if (known != scopes.end()) {
        return known->second;
    }
    return scopes[layer] = rowsInScope(plan, layers, layer, options.scope, context);
}

Checker::State::Blocked Checker::State::blockedByItself(const CompiledRule& rule) const {
    const RuleSpec& spec = *rule.spec;
    const std::string day =
        plan.summary.submitted.empty() ? (options.today.empty() ? todayText() : options.today) : plan.summary.submitted;
    if (!spec.notApplicableReason.empty()) {
        return {spec.notApplicableReason, Verdict::notApplicable};
    }
    if (!spec.effectiveFrom.empty() && day < spec.effectiveFrom) {
        return {"applies from " + spec.effectiveFrom + "; the plan counts as submitted on " + day,
                Verdict::notApplicable};
    }
    if (!spec.effectiveTo.empty() && day > spec.effectiveTo) {
        return {"applies until " + spec.effectiveTo + "; the plan counts as submitted on " + day,
                Verdict::notApplicable};
    }
    if (!rule.notRunReason.empty()) {
        return {rule.notRunReason, Verdict::notRun}; // its layers may not even be there
    }
    return {};
}

Checker::State::Blocked Checker::State::blockedBy(const CompiledRule& rule) const {
    if (Blocked own = blockedByItself(rule); !own.reason.empty()) {
        return own;
    }
    for (const PlacedText& need : rule.spec->needs) {
        for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
            if (compiled.rules[i].spec->id != need.text) {
                continue;
            }
            const Verdict verdict = summaries[i].verdict;
            if (verdict == Verdict::fail || verdict == Verdict::notRun) {
                return {"means nothing until rule " + need.text + " holds, which " +
                            (verdict == Verdict::fail ? "has a conflict" : "could not run"),
                        Verdict::notRun};
            }
        }
    }
    return {};
}

std::vector<std::size_t> Checker::State::order() const {
    std::vector<std::size_t> result;
    std::vector<int> mark(compiled.rules.size(), 0);
    const std::function<void(std::size_t)> visit = [&](std::size_t i) {
        if (mark[i] != 0) {
            return; // done, or a cycle, which the plan reader has refused already
        }
        mark[i] = 1;
        for (const PlacedText& need : compiled.rules[i].spec->needs) {
            for (std::size_t j = 0; j < compiled.rules.size(); ++j) {
                if (compiled.rules[j].spec->id == need.text) {
                    visit(j);
                }
            }
        }
        result.push_back(i);
    };
    for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
        visit(i);
    }
    return result;
}

void Checker::State::conclude(std::size_t rule, const RuleTally& tally) {
    summaries[rule] = summariseRule(compiled.rules[rule], tally);
    if (!blocked[rule].reason.empty()) {
        summaries[rule].verdict = blocked[rule].verdict;
        summaries[rule].reason = blocked[rule].reason;
    }
}

void Checker::State::planTiles(const RunContext& context) {
    if (options.memoryMebibytes == 0 || options.keepForUpdates || options.loadEverything) {
        return;
    }
    tiling.emplace(plan, compiled, schemas, options.scope, context, *pool);
    if (!tiling->any()) {
        tiling.reset();
    }
}

void Checker::State::runTiles(const std::vector<std::size_t>& order, const RunContext& context) {
    std::vector<std::size_t> concerned;
    std::copy_if(order.begin(), order.end(), std::back_inserter(concerned), [this](std::size_t rule) {
        return tiling->concerns(compiled.rules[rule]) && blockedByItself(compiled.rules[rule]).reason.empty();
    });
    tiled = TiledRun(plan, options, compiled, *tiling, layers, *pool, std::move(concerned)).run(context);
}

void Checker::State::takeFromTiles(std::size_t rule) {
    const bool blockedNow = !blocked[rule].reason.empty();
    const RuleTally tally = blockedNow ? RuleTally() : std::move(tiled.tallies[rule]);
    if (!blockedNow && tally.notRunReason.empty()) {
        std::vector<Finding>& all = outcomes[rule].findings;
        std::size_t count = 0;
        for (const std::vector<Finding>& part : tiled.findings[rule]) {
            count += part.size();
        }
        all.reserve(count);
        for (std::vector<Finding>& part : tiled.findings[rule]) {
            std::move(part.begin(), part.end(), std::back_inserter(all));
            part = {};
        }
    }
    tiled.findings[rule] = {};
    outcomes[rule].notRunReason = tally.notRunReason;
    conclude(rule, tally);
}

void Checker::State::forgetDone(std::span<const std::size_t> toCome, std::size_t done) {
    std::set<std::string> needed;
    for (const std::size_t rule : toCome) {
        for (const CompiledMeasure& measure : compiled.rules[rule].measures) {
            needed.insert(measure.key);
        }
    }
    measures->keepOnly(needed);
    // Whole vectors are replaced: assigning {} to a vector would keep its memory.
    RuleOutcome kept;
    kept.findings = std::move(outcomes[done].findings);
    kept.notRunReason = std::move(outcomes[done].notRunReason);
    outcomes[done] = std::move(kept);
}

RunResult Checker::State::assemble(bool take) {
    RunResult run;
    run.plan = plan.summary;
    run.seconds = seconds;
    run.versions = libraryVersions();
    for (const PolicySpec& policy : plan.policies) {
        run.policies.emplace_back(policy.id, policy.title);
    }
    for (const LayerSpec& spec : plan.layers) {
        if (const auto found = layers.find(spec.name); found != layers.end()) {
            run.inputs.push_back(summaryOf(*found->second, spec, plan, options.hashInputs));
        } else if (const auto cut = tiled.inputs.find(spec.name); cut != tiled.inputs.end()) {
            run.inputs.push_back(cut->second);
        }
    }
    DataFindings data;
    checkGeometries(layers, tiled.geometry, data);
    std::size_t count = data.findings.size() + plan.waivers.size();
    for (const RuleOutcome& outcome : outcomes) {
        count += outcome.findings.size();
    }
    run.findings.reserve(count); // growing would hold them twice
    for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
        RuleOutcome& outcome = outcomes[i];
        run.rules.push_back(summaries[i]);
        if (take) {
            std::move(outcome.findings.begin(), outcome.findings.end(), std::back_inserter(run.findings));
            outcome = RuleOutcome();
        } else {
            run.findings.insert(run.findings.end(), outcome.findings.begin(), outcome.findings.end());
        }
    }
    applyWaivers(plan, options.today.empty() ? todayText() : options.today, run.rules, run.findings, data);
    if (!data.rules.empty()) {
        run.policies.emplace_back(kDataPolicy, "The data and the plan file");
        run.rules.insert(run.rules.end(), data.rules.begin(), data.rules.end());
        std::move(data.findings.begin(), data.findings.end(), std::back_inserter(run.findings));
    }
    sortFindings(run.findings);
    return run;
}

} // namespace merestone
