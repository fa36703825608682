// SPDX-License-Identifier: MIT
#include "exchange/findings_sarif.hpp"

#include "engine/exchange/checked_sample.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/wait.h>

using namespace merestone;
using namespace merestone::tests;
using nlohmann::json;

namespace {

std::string written(const CheckedPlans& plans) {
    std::ostringstream out;
    writeSarif(out, plans);
    return out.str();
}

json firstRun(const CheckedPlans& plans) {
    return json::parse(written(plans))["runs"][0];
}

/// Status of the assertions that the standard's requirements are written down as.
int check(const std::string& document) {
    const ScratchFolder folder;
    writeFile(folder / "run.sarif", document);
    const std::string command =
        "'" MERESTONE_PYTHON "' '" MERESTONE_SARIF_CHECKER "' '" + (folder / "run.sarif").string() + "'";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST(Sarif, IsWhatTheStandardAsksFor) {
    EXPECT_EQ(check(written(checkedSample())), 0);
    EXPECT_EQ(check(written(checkedSample(hostileRun()))), 0);
    EXPECT_EQ(check(written(checkedSample(RunResult{}))), 0);
    CheckedPlans plans = checkedSample();
    addFailedPlan(plans);
    RunResult before = sampleRun();
    before.findings.erase(before.findings.begin());
    compareWith(*plans.front(), before);
    EXPECT_EQ(check(written(plans)), 0);
}

TEST(Sarif, TheCheckerNoticesBreaches) {
    const json whole = json::parse(written(checkedSample()));
    const auto broken = [&](const std::function<void(json&)>& change) {
        json copy = whole;
        change(copy);
        return check(copy.dump());
    };
    EXPECT_EQ(broken([](json& log) { log.erase("runs"); }), 1);
    EXPECT_EQ(broken([](json& log) { log["version"] = "2.0.0"; }), 1);
    EXPECT_EQ(broken([](json& log) { log["runs"][0]["results"][0]["kind"] = "open"; }), 0);
    EXPECT_EQ(broken([](json& log) { log["runs"][0]["results"][2]["kind"] = "open"; }), 1) << "its level is not none";
    EXPECT_EQ(broken([](json& log) { log["runs"][0]["results"][0]["ruleIndex"] = 7; }), 1);
    EXPECT_EQ(broken([](json& log) { log["runs"][0]["results"][0].erase("suppressions"); }), 1);
    EXPECT_EQ(broken([](json& log) { log["runs"][0]["results"][0]["message"]["text"] = "[x](y)"; }), 1);
    EXPECT_EQ(broken([](json& log) { log["runs"][0]["artifacts"][0]["location"]["uri"] = "a b"; }), 1);
}

TEST(Sarif, TellsConflictsAsFailuresAndTheRestAsOpenOrReview) {
    const json run = firstRun(checkedSample());
    ASSERT_EQ(run["results"].size(), 4U);
    EXPECT_EQ(run["results"][0]["kind"], "open"); // borderline
    EXPECT_EQ(run["results"][0]["level"], "none");
    EXPECT_EQ(run["results"][2]["kind"], "fail");
    EXPECT_EQ(run["results"][2]["level"], "error");
    EXPECT_EQ(run["results"][2]["ruleId"], "H1.density");
    EXPECT_EQ(run["results"][2]["partialFingerprints"]["merestoneKey/v1"], "H1.density|sites:S4");
    EXPECT_EQ(run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "plan.gpkg");
    EXPECT_TRUE(run["results"][2]["suppressions"].empty());
    EXPECT_EQ(run["results"][3]["suppressions"][0]["justification"],
              "agreed with the highways officer (Plan steering group, until 2027-03-31)");
}

TEST(Sarif, NotifiesOfRulesThatWereNotRunAndOfPlansThatCouldNotBeChecked) {
    RunResult notRun = sampleRun();
    notRun.rules[1].verdict = Verdict::notRun;
    notRun.rules[1].reason = "needs a layer for 'parks'";
    CheckedPlans plans = checkedSample(notRun);
    addFailedPlan(plans);
    const json runs = json::parse(written(plans))["runs"];
    ASSERT_EQ(runs.size(), 2U);
    const json& notification = runs[0]["invocations"][0]["toolExecutionNotifications"][0];
    EXPECT_EQ(notification["message"]["text"], "The rule was not run: needs a layer for 'parks'");
    EXPECT_EQ(notification["associatedRule"]["id"], "G1.access");
    EXPECT_EQ(runs[0]["invocations"][0]["executionSuccessful"], true);
    EXPECT_EQ(runs[1]["invocations"][0]["executionSuccessful"], false);
    EXPECT_EQ(runs[1]["results"], json::array());
}

TEST(Sarif, GivesEachResultItsStateSinceTheBaseline) {
    CheckedPlans plans = checkedSample();
    RunResult before = sampleRun();
    before.findings.erase(before.findings.begin() + 2); // S4 is new
    before.findings[1].verdict = Verdict::borderline;   // homes:13 could be told then
    Finding gone = densityFinding();
    gone.subject = {"sites", "S9", "Gone"};
    gone.key = "H1.density|sites:S9";
    gone.evidenceWkb.clear();
    before.findings.push_back(gone);
    compareWith(*plans.front(), before);
    std::vector<std::string> states;
    const json run = firstRun(plans);
    for (const json& result : run["results"]) {
        states.push_back(result["baselineState"]);
    }
    EXPECT_EQ(states, (std::vector<std::string>{"unchanged", "updated", "new", "unchanged", "absent"}));
}

TEST(SarifText, HoldsNoLinksAndNoPlaceholders) {
    EXPECT_EQ(sarifText("see [x](http://y) {0} a\\b"), "see \\[x\\](http://y) {{0}} a\\\\b");
}

TEST(SarifUri, EncodesWhatAPathMayHoldAndAUriMayNot) {
    EXPECT_EQ(sarifUri("a/b c%\xc3\xa9.gpkg"), "a/b%20c%25%C3%A9.gpkg");
}
