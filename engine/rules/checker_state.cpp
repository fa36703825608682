// SPDX-License-Identifier: MIT
#include "rules/checker_state.hpp"

#include "layers/read_layer.hpp"
#include "rules/data_rules.hpp"
#include "rules/scope.hpp"

#include <algorithm>
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

InputSummary summaryOf(const std::string& name, const Layer& layer, const LayerSpec& spec, const Plan& plan,
                       bool hash) {
    const LayerInfo& info = layer.info();
    InputSummary input;
    input.layer = name;
    input.source = info.source;
    input.sourceLayer = info.sourceLayer;
    input.features = layer.size();
    input.invalid = layer.defects().size();
    input.crs = info.crs;
    input.operation = info.operation;
    input.accuracyMetres = layer.accuracyMetres();
    input.sha256 = info.sha256;
    for (const LayerNote& note : info.notes) {
        input.notes.push_back(note.text);
    }
    if (hash) {
        LayerRequest request;
        request.source = spec.source.text;
        request.baseDirectory = plan.directory;
        input.sha256 = fileSha256(request);
    }
    return input;
}

} // namespace

const std::vector<std::uint32_t>& Checker::State::scopeOf(const std::string& layer, const RunContext& context) {
    const auto known = scopes.find(layer);
    if (known != scopes.end()) {
        return known->second;
    }
    return scopes[layer] = rowsInScope(plan, layers, layer, options.scope, context);
}

Checker::State::Blocked Checker::State::blockedBy(const CompiledRule& rule) const {
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
    for (const PlacedText& need : spec.needs) {
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

void Checker::State::conclude(std::size_t rule) {
    summaries[rule] = summariseRule(compiled.rules[rule], outcomes[rule]);
    if (!blocked[rule].reason.empty()) {
        summaries[rule].verdict = blocked[rule].verdict;
        summaries[rule].reason = blocked[rule].reason;
    }
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
            run.inputs.push_back(summaryOf(spec.name, *found->second, spec, plan, options.hashInputs));
        }
    }
    DataFindings data;
    checkGeometries(layers, data);
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
