// SPDX-License-Identifier: MIT
#include "findings/finding.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace merestone;

namespace {

RuleResult makeRule(Severity severity, std::map<Verdict, std::size_t> counts, std::size_t waived = 0) {
    RuleResult rule;
    rule.severity = severity;
    rule.counts = std::move(counts);
    rule.waived = waived;
    rule.verdict = rule.counts.empty() ? Verdict::notRun : rule.counts.begin()->first;
    return rule;
}

int statusOf(RuleResult rule, Severity failOn = Severity::note) {
    RunResult run;
    run.rules.push_back(std::move(rule));
    return exitStatus(run, failOn);
}

} // namespace

TEST(VerdictName, IsTheNameOfTheDesign) {
    EXPECT_EQ(verdictName(Verdict::fail), "fail");
    EXPECT_EQ(verdictName(Verdict::borderline), "borderline");
    EXPECT_EQ(verdictName(Verdict::cannotTell), "cannot_tell");
    EXPECT_EQ(verdictName(Verdict::needsJudgement), "needs_judgement");
    EXPECT_EQ(verdictName(Verdict::notRun), "not_run");
    EXPECT_EQ(verdictName(Verdict::pass), "pass");
    EXPECT_EQ(verdictName(Verdict::notApplicable), "not_applicable");
    EXPECT_EQ(severityName(Severity::must), "must");
    EXPECT_EQ(severityName(Severity::should), "should");
    EXPECT_EQ(severityName(Severity::note), "note");
}

TEST(FindingKey, NamesRuleSubjectAndOther) {
    const FeatureRef subject{"sites", "S4", "Corner"};
    const FeatureRef other{"parks", "P1", ""};
    EXPECT_EQ(findingKey("H1.density", subject, nullptr), "H1.density|sites:S4");
    EXPECT_EQ(findingKey("H1.density", subject, &other), "H1.density|sites:S4|parks:P1");
}

TEST(FindingKey, DoesNotLetHostileIdsImitateEachOther) {
    const FeatureRef tricky{"sites", "A|parks:P", ""};
    const FeatureRef plain{"sites", "A", ""};
    const FeatureRef other{"parks", "P", ""};
    const FeatureRef escaped{"sites", "A%7Cparks%3AP", ""};
    const FeatureRef numbered{"sites", "A#2", ""};
    const std::set<std::string> keys{findingKey("r", tricky, nullptr), findingKey("r", plain, &other),
                                     findingKey("r", escaped, nullptr), findingKey("r", plain, nullptr) + "#2",
                                     findingKey("r", numbered, nullptr)};
    EXPECT_EQ(keys.size(), 5U);
}

TEST(Summarise, AddsTheSubjectsOfAllRules) {
    RunResult run;
    run.rules.push_back(makeRule(Severity::must, {{Verdict::fail, 3}, {Verdict::pass, 10}}, 1));
    run.rules.push_back(makeRule(Severity::note, {{Verdict::fail, 2}, {Verdict::notApplicable, 4}}));
    const Summary summary = summarise(run);
    EXPECT_EQ(summary.counts.at(Verdict::fail), 5U);
    EXPECT_EQ(summary.counts.at(Verdict::pass), 10U);
    EXPECT_EQ(summary.counts.at(Verdict::notApplicable), 4U);
    EXPECT_EQ(summary.waived, 1U);
}

TEST(ExitStatus, IsZeroWhenEverythingPasses) {
    EXPECT_EQ(statusOf(makeRule(Severity::must, {{Verdict::pass, 5}})), 0);
    EXPECT_EQ(exitStatus(RunResult{}, Severity::note), 0);
}

TEST(ExitStatus, IsOneForAConflictAtTheAskedSeverityOrGraver) {
    const RuleResult should = makeRule(Severity::should, {{Verdict::fail, 1}});
    EXPECT_EQ(statusOf(should, Severity::note), 1);
    EXPECT_EQ(statusOf(should, Severity::should), 1);
    EXPECT_EQ(statusOf(should, Severity::must), 0);
}

TEST(ExitStatus, IgnoresConflictsThatAreAllWaived) {
    EXPECT_EQ(statusOf(makeRule(Severity::must, {{Verdict::fail, 2}}, 2)), 0);
    EXPECT_EQ(statusOf(makeRule(Severity::must, {{Verdict::fail, 2}}, 1)), 1);
}

TEST(ExitStatus, IsThreeWhenAMustRuleHoldsSomethingUndecided) {
    for (const Verdict verdict : {Verdict::borderline, Verdict::cannotTell, Verdict::notRun}) {
        EXPECT_EQ(statusOf(makeRule(Severity::must, {{verdict, 1}, {Verdict::pass, 9}})), 3) << verdictName(verdict);
        EXPECT_EQ(statusOf(makeRule(Severity::should, {{verdict, 1}})), 0) << verdictName(verdict);
    }
    EXPECT_EQ(statusOf(makeRule(Severity::must, {})), 3); // not run, nothing counted
}

TEST(ExitStatus, SeesWhatIsUndecidedBehindAWaivedConflict) {
    EXPECT_EQ(statusOf(makeRule(Severity::must, {{Verdict::fail, 1}, {Verdict::cannotTell, 1}}, 1)), 3);
}

TEST(ExitStatus, DoesNotCountAJudgementAsUndecided) {
    EXPECT_EQ(statusOf(makeRule(Severity::must, {{Verdict::needsJudgement, 1}})), 0);
}

TEST(ExitStatus, PrefersTheConflictOverTheUndecided) {
    RunResult run;
    run.rules.push_back(makeRule(Severity::must, {{Verdict::cannotTell, 1}}));
    run.rules.push_back(makeRule(Severity::should, {{Verdict::fail, 1}}));
    EXPECT_EQ(exitStatus(run, Severity::should), 1);
    EXPECT_EQ(exitStatus(run, Severity::must), 3);
}
