// SPDX-License-Identifier: MIT
#include "engine/exchange/checked_sample.hpp"
#include "exchange/comparison_json.hpp"
#include "exchange/comparison_text.hpp"
#include "exchange/comparison_words.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace merestone;
using namespace merestone::tests;

namespace {

RunResult earlier() {
    RunResult run = sampleRun();
    run.findings[2].measured = 20.0; // S4 has come closer
    run.findings[3].waived.reset();  // S5 was waived since
    run.findings[1].key = "G1.access|homes:99";
    run.findings[1].subject = {"homes", "99", "Gone"};
    return run;
}

std::string textOf(const RunComparison& comparison, TextReportOptions options = {}) {
    std::ostringstream out;
    writeComparisonText(out, comparison, "before.json", options);
    return out.str();
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(ComparisonText, TellsWhatIsNewChangedAndGone) {
    const RunResult before = earlier();
    const RunResult after = sampleRun();
    const std::string text = textOf(compareRuns(before, after));
    EXPECT_TRUE(holds(text, "Since before.json: 1 new, 2 changed, 1 no longer there, 1 still there.\n")) << text;
    EXPECT_TRUE(holds(text, "measured: 24 dwellings/ha, before: 20 dwellings/ha\n")) << text;
    EXPECT_TRUE(holds(text, "waiver: agreed with the highways officer; Plan steering group, until 2027-03-31, "
                            "before:"))
        << text;
    EXPECT_TRUE(holds(text, "No longer there (1)")) << text;
}

TEST(ComparisonText, IsOneLineWhenQuiet) {
    const RunResult run = sampleRun();
    TextReportOptions quiet;
    quiet.summaryOnly = true;
    EXPECT_EQ(textOf(compareRuns(run, run), quiet), "Since before.json: 4 still there.\n");
}

TEST(ComparisonText, CannotSteerTheTerminal) {
    const RunResult after = hostileRun();
    EXPECT_EQ(textOf(compareRuns(RunResult{}, after)).find('\x1b'), std::string::npos);
}

TEST(ComparisonJson, HoldsTheSame) {
    const RunResult before = earlier();
    const RunResult after = sampleRun();
    std::ostringstream out;
    writeComparisonJson(out, before, after, compareRuns(before, after));
    const nlohmann::json document = nlohmann::json::parse(out.str());
    EXPECT_EQ(document["counts"],
              (nlohmann::json{{"new", 1}, {"changed", 2}, {"not_checked", 0}, {"fixed", 1}, {"still_there", 1}}));
    ASSERT_EQ(document["changes"].size(), 5U);
    EXPECT_EQ(document["changes"][2]["kind"], "changed");
    EXPECT_EQ(document["changes"][2]["key_before"], "H1.density|sites:S4");
    EXPECT_EQ(document["changes"][2]["differences"][0]["what"], "measured");
    EXPECT_EQ(document["changes"][2]["finding"]["message"], "Corner site holds 12 homes on 0.50 ha");
    EXPECT_EQ(document["changes"][4]["kind"], "fixed");
    EXPECT_TRUE(document["changes"][4]["key_after"].is_null());
}

TEST(ComparisonWords, TellVerdictsAsPeopleReadThem) {
    EXPECT_EQ(differenceText({"verdict", "fail", "cannot_tell"}), "verdict: cannot tell, before: policy conflict");
    EXPECT_EQ(differenceText({"waiver", "", "agreed"}), "waiver: agreed, before: none");
}
