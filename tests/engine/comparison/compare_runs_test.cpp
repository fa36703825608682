// SPDX-License-Identifier: MIT
#include "comparison/compare_runs.hpp"

#include "base/error.hpp"
#include "engine/comparison/compared.hpp"

#include <gtest/gtest.h>

#include <functional>

using namespace merestone;
using namespace merestone::tests;

namespace {

const WaiverNote kWaiver{"agreed", "Plan steering group", "2027-03-31"};

RunComparison afterChange(const std::function<void(Finding&)>& change) {
    static RunResult before;
    static RunResult after; // the comparison points into both
    before = runWith({thinSite("S1", "Mill Lane", 407000.0)});
    Finding changed = before.findings.front();
    change(changed);
    after = runWith({changed});
    return compareRuns(before, after);
}

} // namespace

TEST(CompareRuns, FindsNothingDifferentInTheSameRun) {
    const RunResult run = sampleRun();
    const RunComparison comparison = compareRuns(run, run);
    EXPECT_EQ(countOf(comparison, ChangeKind::stillThere), 4U);
    EXPECT_EQ(comparison.changes.size(), 4U);
    EXPECT_TRUE(comparison.rules.empty());
    EXPECT_TRUE(comparison.notes.empty());
    EXPECT_EQ(exitStatus(comparison, Severity::note), 0);
}

TEST(CompareRuns, StopsWhenAskedAlsoInTheMiddle) {
    const RunResult before = runWith({thinSite("S1", "Mill", 407000.0)});
    const RunResult after = runWith({thinSite("S2", "Corner", 409000.0)});
    std::stop_source source;
    RunContext context;
    context.stop = source.get_token();
    std::vector<std::string> stages;
    context.progress = [&](std::string_view stage, double) { stages.emplace_back(stage); };
    EXPECT_EQ(compareRuns(before, after, context).changes.size(), 2U);
    EXPECT_EQ(stages, std::vector<std::string>{"comparing the findings"});
    context.progress = [&source](std::string_view, double) { source.request_stop(); };
    for (const char* when : {"in the middle", "before the start"}) {
        try {
            (void)compareRuns(before, after, context);
            ADD_FAILURE() << when << ": it went to its end";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::cancelled) << when;
        }
    }
}

TEST(CompareRuns, TellsNewAndFixedFindings) {
    const RunResult before = runWith({thinSite("S1", "Mill", 407000.0), thinSite("S2", "Corner", 408000.0)});
    const RunResult after = runWith({thinSite("S2", "Corner", 408000.0), thinSite("S3", "Bridge", 409000.0)});
    const RunComparison comparison = compareRuns(before, after);
    ASSERT_EQ(comparison.changes.size(), 3U);
    EXPECT_EQ(comparison.changes[0].kind, ChangeKind::stillThere);
    EXPECT_EQ(comparison.changes[1].kind, ChangeKind::added);
    EXPECT_EQ(comparison.changes[1].after->subject.id, "S3");
    EXPECT_EQ(comparison.changes[2].kind, ChangeKind::fixed);
    EXPECT_EQ(comparison.changes[2].before->subject.id, "S1");
}

TEST(CompareRuns, TellsWhatOfAFindingChanged) {
    EXPECT_EQ(told(afterChange([](Finding& f) { f.measured = 31.0; }).changes[0]),
              (std::vector<std::string>{"measured: 24 dwellings/ha -> 31 dwellings/ha"}));
    EXPECT_EQ(told(afterChange([](Finding& f) { f.verdict = Verdict::borderline; }).changes[0]),
              (std::vector<std::string>{"verdict: fail -> borderline"}));
    EXPECT_EQ(told(afterChange([](Finding& f) { f.limit = 50.0; }).changes[0]),
              (std::vector<std::string>{"limit: 40 dwellings/ha -> 50 dwellings/ha"}));
    EXPECT_EQ(told(afterChange([](Finding& f) { f.subject.name = "Mill Road"; }).changes[0]),
              (std::vector<std::string>{"name: Mill Lane -> Mill Road"}));
}

TEST(CompareRuns, ShowsASmallDifferenceWithTheDecimalsThatItTakes) {
    EXPECT_EQ(told(afterChange([](Finding& f) { f.measured = 24.0004; }).changes[0]),
              (std::vector<std::string>{"measured: 24 dwellings/ha -> 24.0004 dwellings/ha"}));
}

TEST(CompareRuns, TellsWaiversApart) {
    RunComparison comparison = afterChange([](Finding& f) { f.waived = kWaiver; });
    EXPECT_EQ(told(comparison.changes[0]),
              (std::vector<std::string>{"waiver:  -> agreed; Plan steering group, until 2027-03-31"}));
    EXPECT_EQ(exitStatus(comparison, Severity::must), 0);

    Finding waived = thinSite("S1", "Mill Lane", 407000.0);
    waived.waived = kWaiver;
    const RunResult before = runWith({waived});
    const RunResult lapsed = runWith({thinSite("S1", "Mill Lane", 407000.0)});
    comparison = compareRuns(before, lapsed);
    EXPECT_EQ(comparison.changes[0].kind, ChangeKind::changed);
    EXPECT_EQ(exitStatus(comparison, Severity::must), 1) << "a conflict whose waiver is gone counts anew";
}

TEST(CompareRuns, TellsThatEvidenceMovedAndIgnoresLessThanAMillimetre) {
    RunComparison comparison = afterChange([](Finding& f) { f.evidenceWkb = squareWkb(407050.0, 284000.0, 100.0); });
    EXPECT_EQ(told(comparison.changes[0]), (std::vector<std::string>{"place: E 407050 N 284050, 10000 m2 -> "
                                                                     "E 407100 N 284050, 10000 m2"}));
    comparison = afterChange([](Finding& f) { f.evidenceWkb = squareWkb(407000.0002, 284000.0, 100.0); });
    EXPECT_EQ(comparison.changes[0].kind, ChangeKind::stillThere);
}

TEST(CompareRuns, DoesNotCallFixedWhatWasNotLookedAt) {
    const RunResult before = runWith({thinSite("S1", "Mill", 407000.0)});
    RunResult after = runWith({});
    EXPECT_EQ(compareRuns(before, after).changes[0].kind, ChangeKind::fixed);
    after.rules[0].verdict = Verdict::notRun;
    EXPECT_EQ(compareRuns(before, after).changes[0].kind, ChangeKind::notChecked);
    after.rules[0].verdict = Verdict::notApplicable;
    after.rules[0].reason = "belongs to another version of national policy";
    EXPECT_EQ(compareRuns(before, after).changes[0].kind, ChangeKind::notChecked);
    after.rules.clear();
    EXPECT_EQ(compareRuns(before, after).changes[0].kind, ChangeKind::notChecked);
}

TEST(CompareRuns, KnowsThatRulesAboutTheDataAreListedOnlyWhenTheyFindSomething) {
    Finding defect = thinSite("S1", "Mill", 407000.0);
    defect.rule = "data.geometry";
    defect.policy = "data";
    const RunResult before = runWith({defect});
    RunResult after = runWith({});
    EXPECT_EQ(compareRuns(before, after).changes[0].kind, ChangeKind::notChecked) << "the layer was not read";
    after.inputs.push_back({"sites", "plan.gpkg", "", 1, 0, "", "", 0.0, "", {}});
    EXPECT_EQ(compareRuns(before, after).changes[0].kind, ChangeKind::fixed);
}

TEST(CompareRuns, LooksAtNoPasses) {
    Finding pass = thinSite("S1", "Mill", 407000.0);
    pass.verdict = Verdict::pass;
    const RunResult before = runWith({thinSite("S1", "Mill", 407000.0)});
    const RunResult after = runWith({pass});
    const RunComparison comparison = compareRuns(before, after);
    ASSERT_EQ(comparison.changes.size(), 1U);
    EXPECT_EQ(comparison.changes[0].kind, ChangeKind::fixed);
}

TEST(CompareRuns, TellsRulesAndVersionsThatDiffer) {
    RunResult before = runWith({});
    RunResult after = runWith({thinSite("S1", "Mill", 407000.0)});
    before.versions = {{"GEOS", "3.11.1"}};
    after.versions = {{"GEOS", "3.12.0"}};
    RuleResult gone = before.rules[0];
    gone.id = "H1.old";
    before.rules.push_back(gone);
    const RunComparison comparison = compareRuns(before, after);
    ASSERT_EQ(comparison.rules.size(), 2U);
    EXPECT_EQ(comparison.rules[0].differences[0].what, "verdict");
    EXPECT_EQ(comparison.rules[1].before->id, "H1.old");
    EXPECT_EQ(comparison.rules[1].after, nullptr);
    EXPECT_EQ(comparison.notes, (std::vector<std::string>{"GEOS was 3.11.1 and is 3.12.0"}));
}

TEST(CompareStatus, CountsNewConflictsOfTheSeverityAlone) {
    Finding mild = thinSite("S1", "Mill", 407000.0);
    mild.severity = Severity::should;
    const RunResult before = runWith({});
    const RunResult after = runWith({mild});
    EXPECT_EQ(exitStatus(compareRuns(before, after), Severity::must), 0);
    EXPECT_EQ(exitStatus(compareRuns(before, after), Severity::should), 1);
    EXPECT_EQ(exitStatus(compareRuns(after, after), Severity::should), 0);
    EXPECT_EQ(exitStatus(compareRuns(after, before), Severity::should), 0);
}

TEST(CompareStatus, IsThreeForAMustRuleThatCanNoLongerBeDecided) {
    Finding undecided = thinSite("S1", "Mill", 407000.0);
    undecided.verdict = Verdict::cannotTell;
    const RunResult before = runWith({});
    const RunResult after = runWith({undecided});
    EXPECT_EQ(exitStatus(compareRuns(before, after), Severity::must), 3);
    EXPECT_EQ(exitStatus(compareRuns(after, after), Severity::must), 0);
}
