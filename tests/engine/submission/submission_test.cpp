// SPDX-License-Identifier: MIT
#include "submission/submission.hpp"

#include "base/error.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

using namespace merestone;
using namespace merestone::tests;

namespace {

const std::vector<Pack>& packs() {
    static const std::vector<Pack> all = loadPacks({MERESTONE_PLUGINS});
    return all;
}

RunResult check(const ScratchFolder& folder) {
    SubmissionOptions options;
    options.asOf = "2026-09-01";
    return checkSubmission(folder.path(), packs(), options, RunContext{});
}

const RuleResult& rule(const RunResult& run, const std::string& id) {
    const auto found =
        std::find_if(run.rules.begin(), run.rules.end(), [&](const RuleResult& r) { return r.id == id; });
    if (found == run.rules.end()) {
        throw std::runtime_error("no rule " + id);
    }
    return *found;
}

std::string reason(const RunResult& run, const std::string& ruleId) {
    for (const Finding& finding : run.findings) {
        if (finding.rule.str() == ruleId) {
            return finding.reason.empty() ? finding.message : finding.reason.str();
        }
    }
    return {};
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* kPlan =
    "Elmfield Neighbourhood Plan 2024-2040\n\nPolicy H1: Homes\nHomes are built as shown on Map 1.\n"
    "\nPolicy G1: Green\nThe green is kept.\n";

std::string square(const std::string& policy) {
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:27700"}},"features":[)"
           R"({"type":"Feature","properties":{"reference":"A","policy":")" +
           policy +
           R"("},"geometry":{"type":"Polygon","coordinates":[[[407000,284000],[407100,284000],[407100,284100],)"
           R"([407000,284100],[407000,284000]]]}}]})";
}

} // namespace

TEST(Submission, OfAnEmptyFolderLacksEverythingAndPassesNothing) {
    const ScratchFolder folder;
    const RunResult run = check(folder);
    EXPECT_EQ(rule(run, "package.item-present").counts.at(Verdict::fail), 5U);
    for (const RuleResult& each : run.rules) {
        EXPECT_NE(each.verdict, Verdict::pass) << each.id;
    }
    EXPECT_EQ(rule(run, "area.one-boundary").verdict, Verdict::notRun);
    EXPECT_TRUE(mentions(rule(run, "area.designated-boundary").reason, "designated.gpkg"));
}

TEST(Submission, NamesDocumentAndPageOfAnotherPeriod) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", kPlan);
    writeFile(folder / "basic-conditions.txt", "Statement of the conditions\fThe plan period is 2023 to 2040.");
    const RunResult run = check(folder);
    EXPECT_EQ(rule(run, "documents.one-period").verdict, Verdict::fail);
    for (const Finding& finding : run.findings) {
        if (finding.rule.str() == "documents.one-period") {
            EXPECT_TRUE(mentions(finding.message, "basic-conditions.txt says on page 2")) << finding.message;
            EXPECT_TRUE(mentions(finding.message, "plan.txt says 2024 to 2040")) << finding.message;
        }
    }
}

TEST(Submission, ComparesPeriodsWithNothingWhenThePlanStatesNone) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", "A plan without any years in its title");
    writeFile(folder / "basic-conditions.txt", "The plan period is 2023 to 2040, it says here.");
    const RunResult run = check(folder);
    EXPECT_EQ(rule(run, "documents.one-period").verdict, Verdict::cannotTell);
    EXPECT_EQ(rule(run, "documents.period-on-title").verdict, Verdict::fail);
}

TEST(Submission, ComparesTextAndMapBothWays) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", kPlan);
    writeFile(folder / "policies.geojson", square("G1"));
    RunResult run = check(folder);
    EXPECT_EQ(rule(run, "map.drawn-on-map").counts.at(Verdict::fail), 1U); // H1 says so; G1 need not be drawn
    EXPECT_EQ(rule(run, "map.names-a-policy").verdict, Verdict::pass);
    writeFile(folder / "policies.geojson", square("H9"));
    run = check(folder);
    EXPECT_EQ(rule(run, "map.names-a-policy").verdict, Verdict::fail);
}

TEST(Submission, WithoutAMapOrAStatementSaysWhichIsMissing) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", kPlan);
    const RunResult run = check(folder);
    EXPECT_TRUE(mentions(reason(run, "map.drawn-on-map"), "no policies map"));
    EXPECT_TRUE(mentions(reason(run, "documents.in-conformity-table"), "basic conditions statement"));
}

TEST(Submission, TellsAReadFailureInThePlaceOfAPass) {
    const ScratchFolder folder;
    writeFile(folder / "plan.pdf", "%PDF-1.4 broken");
    writeFile(folder / "area.geojson", "{");
    const RunResult run = check(folder);
    EXPECT_EQ(rule(run, "package.readable").verdict, Verdict::cannotTell);
    EXPECT_TRUE(mentions(reason(run, "package.readable"), "cannot be read"));
    EXPECT_EQ(rule(run, "documents.no-draft-marks").verdict, Verdict::cannotTell);
    EXPECT_EQ(rule(run, "wording.vague-words").verdict, Verdict::cannotTell);
    EXPECT_EQ(rule(run, "area.one-boundary").verdict, Verdict::notRun);
    EXPECT_EQ(rule(run, "area.map-readable").verdict, Verdict::cannotTell);
}

TEST(Submission, WithTwoPlansTakesNeither) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", kPlan);
    writeFile(folder / "plan.md", kPlan);
    const RunResult run = check(folder);
    EXPECT_EQ(rule(run, "package.one-plan").verdict, Verdict::fail);
    EXPECT_EQ(rule(run, "map.unique-policies").verdict, Verdict::cannotTell);
    EXPECT_EQ(rule(run, "wording.vague-words").verdict, Verdict::cannotTell);
}

TEST(Submission, AddsUpTheCapacitiesOfItsSites) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", "Elmfield Neighbourhood Plan 2024-2040\nTogether the sites hold 130 homes.\n");
    const auto verdict = [&](const std::string& rows) {
        writeFile(folder / "sites.csv", "reference,capacity\n" + rows);
        return rule(check(folder), "map.capacities-add-up").verdict;
    };
    EXPECT_EQ(verdict("A,100\nB,30\n"), Verdict::pass);
    EXPECT_EQ(verdict("A,100\nB,29\n"), Verdict::fail);
    EXPECT_EQ(verdict("A,100\nA,100\n"), Verdict::fail); // one site
    EXPECT_EQ(verdict("A,100\nA,90\nB,50\n"), Verdict::cannotTell);
    EXPECT_TRUE(mentions(reason(check(folder), "map.capacities-add-up"), "two capacities of site A"));
    EXPECT_EQ(verdict("A,200\nB,about 20\n"), Verdict::cannotTell);
    EXPECT_TRUE(mentions(reason(check(folder), "map.capacities-add-up"), "no capacity of site B"));
    writeFile(folder / "plan.txt", "Elmfield Neighbourhood Plan 2024-2040\nHomes are built.\n");
    EXPECT_THROW((void)rule(check(folder), "map.capacities-add-up"), std::runtime_error); // nothing to compare with
}

TEST(Submission, AsksForAnAnswerToEachIssue) {
    const ScratchFolder folder;
    writeFile(folder / "responses.csv", "number,issue,response\n1,Density,Lowered\n2,Parking,tbc\n3,,Thanks\n");
    const RunResult run = check(folder);
    const RuleResult& answers = rule(run, "documents.issue-answered");
    EXPECT_EQ(answers.counts.at(Verdict::pass), 1U);
    EXPECT_EQ(answers.counts.at(Verdict::fail), 1U);
    EXPECT_EQ(answers.counts.at(Verdict::cannotTell), 1U);
    writeFile(folder / "responses.csv", "number,issue,response\n");
    EXPECT_TRUE(mentions(reason(check(folder), "documents.issue-answered"), "it has no rows"));
}

TEST(Submission, ComparesTheContentsWithTheHeadings) {
    const ScratchFolder folder;
    const std::string cover = "Elmfield Neighbourhood Plan 2024-2040\n";
    const std::string body = "\fPolicy H1: Homes\nText.\fPolicy H2: Gardens\nText.\n";
    writeFile(folder / "plan.txt", cover + "Contents\nPolicy H1: Homes .... 2\nPolicy H3: Walls .... 3\n" + body);
    RunResult run = check(folder);
    EXPECT_EQ(rule(run, "documents.contents-heading-exists").counts.at(Verdict::fail), 1U);
    EXPECT_EQ(rule(run, "documents.contents-page-right").verdict, Verdict::pass);
    EXPECT_EQ(rule(run, "documents.policy-in-contents").counts.at(Verdict::fail), 1U); // H2
    std::string pageless = cover + "Contents\nPolicy H1: Homes .... 2\nPolicy H2: Gardens .... 7\n" + body;
    std::replace(pageless.begin(), pageless.end(), '\f', '\n');
    writeFile(folder / "plan.txt", pageless);
    run = check(folder);
    EXPECT_EQ(rule(run, "documents.contents-heading-exists").verdict, Verdict::pass);
    EXPECT_EQ(rule(run, "documents.contents-page-right").counts.at(Verdict::cannotTell), 2U);
    EXPECT_TRUE(mentions(reason(run, "documents.contents-page-right"), "has no pages"));
    writeFile(folder / "plan.txt", cover + body);
    run = check(folder);
    EXPECT_EQ(rule(run, "documents.policy-in-contents").verdict, Verdict::notApplicable);
    EXPECT_THROW((void)rule(run, "documents.contents-page-right"), std::runtime_error);
}

TEST(Submission, RunsItsOwnPlanFileToo) {
    const ScratchFolder folder;
    writeFile(folder / "plan.txt", kPlan);
    writeFile(folder / "area.geojson", square("H1"));
    writeFile(folder / "plan.yaml",
              "merestone: 1\nplan: {title: P}\nlayers: {land: {source: area.geojson}}\npolicies:\n"
              "  - {id: H1, title: Homes, rules: [{id: H1.big, for: land, measure: {size: {area: "
              "self, unit: ha}}, require: \"size >= 2\"}]}\n");
    RunResult run = check(folder);
    EXPECT_EQ(rule(run, "H1.big").verdict, Verdict::fail);
    EXPECT_TRUE(std::is_sorted(run.findings.begin(), run.findings.end(),
                               [](const Finding& a, const Finding& b) { return a.rule.str() < b.rule.str(); }));
    writeFile(folder / "plan.yaml", "merestone: [");
    run = check(folder);
    EXPECT_EQ(rule(run, "plan-file.readable").verdict, Verdict::notRun);
    EXPECT_EQ(exitStatus(run, Severity::must), 1);
}

TEST(Submission, TakesNoFolderForADocument) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "plan.pdf");
    const RunResult run = check(folder);
    EXPECT_EQ(rule(run, "package.item-present").counts.at(Verdict::cannotTell), 1U);
    bool told = false;
    for (const Finding& finding : run.findings) {
        told =
            told || (finding.rule.str() == "package.item-present" && mentions(finding.reason, "plan.pdf is a folder"));
    }
    EXPECT_TRUE(told);
}

TEST(Submission, NeedsItsPacks) {
    const ScratchFolder folder;
    EXPECT_THROW((void)checkSubmission(folder.path(), {}, {}, RunContext{}), Error);
}
