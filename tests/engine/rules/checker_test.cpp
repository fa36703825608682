// SPDX-License-Identifier: MIT
#include "engine/rules/worlds.hpp"
#include "plan/read_plan.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace merestone;
using namespace merestone::testing_support;

namespace {

std::string planWith(const std::string& rules, const std::string& extra = "") {
    return "merestone: 1\nplan: {title: t, submitted: 2026-09-01}\n"
           "layers:\n  sites: {source: s.gpkg, id: id, role: site_allocation}\n"
           "  parks: {source: p.gpkg, id: id, complete: true}\n  shops: {source: h.gpkg, id: id}\n"
           "policies:\n  - id: P\n    title: p\n    rules:\n" +
           rules + extra;
}

std::vector<LayerPtr> smallWorld() {
    return {makeLayer("sites", {{"S1", square(0, 0, 100), 40}, {"S2", square(200, 0, 100), std::nan("")}}),
            makeLayer("parks", {{"K1", square(50, 50, 100), 0}}), makeLayer("shops", {{"T1", "POINT(500 500)", 0}})};
}

RunResult runOn(const std::string& rules, const std::string& extra = "", CheckOptions options = {}) {
    options.today = "2026-10-01";
    Checker checker = checkerFor(planWith(rules, extra), smallWorld(), options);
    return checker.run({});
}

} // namespace

TEST(Checker, ShowsTheOverlapItself) {
    const RunResult run = runOn("      - {id: R, title: r, for: sites, measure: {park: {area_within: parks}}, require: "
                                "\"park <= 1\", message: \"{name} covers {park} of a park\"}\n");
    const Finding* finding = findingAbout(run, "R", "S1");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->verdict, Verdict::fail);
    EXPECT_DOUBLE_EQ(finding->measured.value(), 2500.0);
    EXPECT_DOUBLE_EQ(finding->margin.value(), -2499.0);
    EXPECT_EQ(finding->message, "S1 covers 2500 m2 of a park");
    EXPECT_EQ(finding->other->id, "K1");
    EXPECT_FALSE(finding->evidenceWkb.empty());
    EXPECT_EQ(ruleOf(run, "R").counts.at(Verdict::pass), 1U);
}

TEST(Checker, ANullNeverPasses) {
    const RunResult run = runOn("      - {id: R, title: r, for: sites, require: \"NOT (number > 50)\"}\n");
    EXPECT_EQ(findingAbout(run, "R", "S1"), nullptr);
    const Finding* finding = findingAbout(run, "R", "S2");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->verdict, Verdict::cannotTell);
    EXPECT_EQ(finding->reason, "'number' is missing");
    EXPECT_EQ(exitStatus(run, Severity::must), 3);
}

TEST(Checker, AnIncompleteLayerProvesNothingByAbsence) {
    const RunResult run =
        runOn("      - {id: far, title: r, for: sites, measure: {d: {distance: shops}}, require: \"d > 300\"}\n"
              "      - {id: near, title: r, for: sites, measure: {d: {distance: shops}}, require: \"d <= 3000\"}\n");
    EXPECT_EQ(ruleOf(run, "far").counts.at(Verdict::cannotTell), 2U); // a shop nearer by may be missing
    EXPECT_EQ(ruleOf(run, "near").verdict, Verdict::pass);            // one is near enough, whatever else there is
    EXPECT_EQ(findingAbout(run, "far", "S1")->reason, "layer 'shops' is not declared complete");
}

TEST(Checker, ARuleThatNeedsAnotherSaysSo) {
    const RunResult run =
        runOn("      - {id: A, title: a, for: sites, where: \"id = 'S1'\", require: \"number > 100\"}\n"
              "      - {id: B, title: b, for: sites, needs: [A], require: \"number > 100\"}\n");
    EXPECT_EQ(ruleOf(run, "A").verdict, Verdict::fail);
    EXPECT_EQ(ruleOf(run, "B").verdict, Verdict::notRun);
    EXPECT_EQ(ruleOf(run, "B").reason, "means nothing until rule A holds, which has a conflict");
}

TEST(Checker, RulesHaveTheirDates) {
    const RunResult run =
        runOn("      - {id: old, title: a, for: sites, effective: {to: 2026-08-17}, require: \"number > 100\"}\n"
              "      - {id: new, title: b, for: sites, effective: {from: 2026-08-18}, require: \"number > 100\"}\n");
    EXPECT_EQ(ruleOf(run, "old").verdict, Verdict::notApplicable);
    EXPECT_EQ(ruleOf(run, "new").verdict, Verdict::fail);
}

TEST(Checker, WaiversAreCountedApartAndStaleOnesAreFindings) {
    const std::string rule = "      - {id: R, title: r, for: sites, where: \"id = 'S1'\", require: \"number > 100\"}\n";
    const RunResult run = runOn(rule, "waivers:\n"
                                      "  - {rule: R, subject: S1, reason: agreed, by: us, until: 2027-01-01}\n"
                                      "  - {rule: R, subject: S9, reason: nobody, by: us}\n"
                                      "  - {rule: R, reason: old, by: us, until: 2026-01-01}\n");
    ASSERT_NE(findingAbout(run, "R", "S1"), nullptr);
    EXPECT_EQ(findingAbout(run, "R", "S1")->waived->reason, "agreed");
    EXPECT_EQ(ruleOf(run, "R").verdict, Verdict::fail);
    EXPECT_EQ(ruleOf(run, "R").waived, 1U);
    EXPECT_EQ(ruleOf(run, "data.waivers").counts.at(Verdict::fail), 2U);
    EXPECT_EQ(exitStatus(run, Severity::must), 0);
}

TEST(Checker, AClaimedExceptionGoesToAPerson) {
    const RunResult run =
        runOn("      - {id: R, title: r, for: sites, where: \"id = 'S1'\", require: \"number > 100\", "
              "unless: [{when: \"number = 40\", reason: \"corner site {id}\"}]}\n");
    EXPECT_EQ(findingAbout(run, "R", "S1")->verdict, Verdict::needsJudgement);
    EXPECT_EQ(findingAbout(run, "R", "S1")->reason, "an exception is claimed: corner site S1");
}

TEST(Checker, InvalidGeometryIsAFindingAndItsRepairIsTold) {
    Checker checker = checkerFor(
        planWith("      - {id: R, title: r, for: sites, measure: {a: {area: self}}, require: \"a > 900\"}\n"),
        {makeLayer("sites", {{"BOW", "POLYGON((0 0,40 40,40 0,0 40,0 0))", 1}}), smallWorld()[1], smallWorld()[2]});
    const RunResult run = checker.run({});
    EXPECT_DOUBLE_EQ(findingAbout(run, "R", "BOW")->measured.value(), 800.0); // two triangles of 400 m2
    EXPECT_NE(findingAbout(run, "R", "BOW")->reason.str().find("repaired"), std::string::npos);
    EXPECT_NE(findingAbout(run, "data.geometry", "BOW"), nullptr);
}

TEST(Checker, EveryMistakeInNamesIsReportedAtOnce) {
    try {
        (void)runOn(
            "      - {id: A, title: a, for: sites, require: \"nummer > 1\"}\n"
            "      - {id: B, title: b, for: sites, require: \"number > 1\", message: \"{nothing}\"}\n"
            "      - {id: C, title: c, for: sites, measure: {m: {area: self}}, parameters: {}, require: \"m > 1\"}\n");
        FAIL() << "no mistake was reported";
    } catch (const PlanError& error) {
        const std::string text = error.what();
        EXPECT_NE(text.find("parameters"), std::string::npos); // the parser's own, before names are looked at
    }
    try {
        (void)runOn("      - {id: A, title: a, for: sites, require: \"nummer > 1\"}\n"
                    "      - {id: B, title: b, for: sites, require: \"number > 1\", message: \"{nothing}\"}\n");
        FAIL() << "no mistake was reported";
    } catch (const PlanError& error) {
        ASSERT_EQ(error.problems().size(), 2U);
        EXPECT_NE(error.problems()[0].message.find("number"), std::string::npos); // the suggestion
        EXPECT_NE(error.problems()[1].message.find("nothing"), std::string::npos);
    }
}

TEST(Checker, ResultsDoNotDependOnTheNumberOfThreads) {
    const std::string rules = "      - {id: R, title: r, for: sites, measure: {d: {distance: parks}, n: {count_within: "
                              "shops, radius: 1 km}}, "
                              "require: \"d > 10 AND n > 5\"}\n";
    Checker one = checkerFor(planWith(rules), smallWorld());
    Checker many = checkerFor(planWith(rules), smallWorld());
    RunContext single;
    RunContext eight;
    eight.threads = 8;
    const RunResult a = one.run(single);
    const RunResult b = many.run(eight);
    ASSERT_EQ(a.findings.size(), b.findings.size());
    for (std::size_t i = 0; i < a.findings.size(); ++i) {
        EXPECT_EQ(a.findings[i].message, b.findings[i].message);
        EXPECT_EQ(a.findings[i].evidenceWkb, b.findings[i].evidenceWkb);
    }
}

TEST(Checker, StopsWhenAsked) {
    Checker checker =
        checkerFor(planWith("      - {id: R, title: r, for: sites, require: \"number > 1\"}\n"), smallWorld());
    std::stop_source source;
    source.request_stop();
    RunContext context;
    context.stop = source.get_token();
    try {
        (void)checker.run(context);
        FAIL() << "it ran to its end";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
}
