// SPDX-License-Identifier: MIT
#include "rules/scene_run.hpp"

#include "base/text.hpp"
#include "rules/checker.hpp"

#include <cmath>
#include <map>

namespace merestone {

namespace {

constexpr double kRelative = 1e-6; ///< to which a measured value must agree with the one in the scene
constexpr double kAbsolute = 1e-9; ///< where the value in the scene is 0

/// What the run says of one expected subject.
struct Got {
    Verdict verdict = Verdict::notRun;
    std::optional<double> measured;
    std::string unit;
    std::string reason;
    std::string message;
};
using Results = std::map<std::string, Got>; ///< by subject, and under the empty name the rule as a whole

std::string subjectName(const Finding& finding, bool pairs) {
    return pairs && finding.other ? finding.subject.id + "/" + finding.other->id : finding.subject.id;
}

Results gather(const RunResult& run, const RuleSpec& spec) {
    const bool aboutPlan = spec.subjects == "plan";
    const bool pairs = !spec.against.empty();
    Results result;
    for (const RuleResult& rule : run.rules) {
        if (rule.id == kSceneRule) {
            result[""] = {rule.verdict, std::nullopt, {}, rule.reason, {}};
        }
    }
    for (const Finding& finding : run.findings) {
        if (finding.rule == kSceneRule) {
            const std::string name = aboutPlan ? std::string() : subjectName(finding, pairs);
            result[name] = {finding.verdict, finding.measured, finding.unit, finding.reason, finding.message};
        }
    }
    return result;
}

std::string withUnit(double value, const std::string& unit) {
    return shortest(value) + (unit.empty() ? "" : " " + unit);
}

std::string describe(const Got& got) {
    std::string text(verdictName(got.verdict));
    if (got.measured) {
        text += " (measured " + withUnit(*got.measured, got.unit) + ")";
    }
    return text + (got.reason.empty() ? "" : ": " + got.reason);
}

bool agrees(double expected, double got) {
    return std::abs(expected - got) <= (expected == 0.0 ? kAbsolute : kRelative * std::abs(expected));
}

/// What is wrong with the outcome of one subject, or an empty text.
std::string difference(const SceneExpectation& expected, const Got* got) {
    if (got == nullptr || got->verdict != expected.verdict) {
        return "expected " + std::string(verdictName(expected.verdict)) + ", got " +
               (got == nullptr ? "no result" : describe(*got));
    }
    if (expected.measured && !(got->measured && agrees(*expected.measured, *got->measured))) {
        return "expected a measured value of " + shortest(*expected.measured) + ", got " +
               (got->measured ? withUnit(*got->measured, got->unit) : "none");
    }
    if (expected.measuresNothing && got->measured) {
        return "expected no measured value, got " + withUnit(*got->measured, got->unit);
    }
    if (got->message.find(expected.message) == std::string::npos) {
        return "expected a message with '" + printable(expected.message) + "', got " +
               (got->message.empty() ? "none" : "'" + got->message + "'");
    }
    return {};
}

} // namespace

RunResult runScene(Plan plan, std::vector<LayerPtr> layers, const RunContext& context) {
    CheckOptions options;
    options.scope = Scope::everything;
    options.listAll = true;
    Checker checker(std::move(plan), options);
    checker.setLayers(std::move(layers));
    return checker.run(context);
}

SceneComparison compareScene(const SceneCase& scene, const RuleSpec& rule, const RunResult& run) {
    const Results results = gather(run, rule);
    SceneComparison comparison;
    std::set<std::string> named;
    for (const SceneExpectation& expected : scene.expectations) {
        named.insert(expected.subject);
        const auto found = results.find(expected.subject);
        const Got* got = found == results.end() ? nullptr : &found->second;
        if (got != nullptr && got->verdict == expected.verdict) {
            comparison.shown.insert(expected.verdict);
        }
        if (std::string what = difference(expected, got); !what.empty()) {
            comparison.differences.push_back({expected.place, expected.subject, std::move(what)});
        }
    }
    for (const auto& [subject, got] : results) {
        const bool quiet = got.verdict == Verdict::pass || got.verdict == Verdict::notApplicable;
        if (!subject.empty() && !quiet && !named.contains(subject)) {
            comparison.differences.push_back({scene.place, subject, "not named in 'expect', got " + describe(got)});
        }
    }
    return comparison;
}

} // namespace merestone
