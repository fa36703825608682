// SPDX-License-Identifier: MIT
#pragma once

#include "comparison/compare_runs.hpp"
#include "engine/exchange/sample_run.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace merestone::tests {

/// A site that holds too few homes, on a square of 100 m.
inline Finding thinSite(const std::string& id, const std::string& name, double x) {
    Finding finding = densityFinding();
    finding.subject = {"sites", id, name};
    finding.key = findingKey(finding.rule, finding.subject, nullptr);
    finding.evidenceWkb = squareWkb(x, 284000.0, 100.0);
    return finding;
}

/// A run of the rule H1.density with these findings, all conflicts counted.
inline RunResult runWith(std::vector<Finding> findings) {
    RunResult run;
    run.plan.title = "Test";
    run.plan.crs = "EPSG:27700";
    RuleResult rule;
    rule.id = "H1.density";
    rule.policy = "H1";
    rule.verdict = Verdict::pass;
    for (const Finding& finding : findings) {
        rule.verdict = std::min(rule.verdict, finding.verdict);
        ++rule.counts[finding.verdict];
        rule.waived += finding.waived && finding.verdict == Verdict::fail ? 1 : 0;
    }
    run.rules = {rule};
    run.findings = std::move(findings);
    sortFindings(run.findings);
    return run;
}

inline std::size_t countOf(const RunComparison& comparison, ChangeKind kind) {
    const auto count = comparison.counts.find(kind);
    return count == comparison.counts.end() ? 0 : count->second;
}

/// "what: before -> after" of each difference, sorted as they come.
inline std::vector<std::string> told(const FindingChange& change) {
    std::vector<std::string> texts;
    for (const Difference& difference : change.differences) {
        texts.push_back(difference.what + ": " + difference.before + " -> " + difference.after);
    }
    return texts;
}

} // namespace merestone::tests
