// SPDX-License-Identifier: MIT
#include "exchange/findings_json.hpp"

#include "engine/exchange/sample_run.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>

using namespace merestone;
using nlohmann::json;

namespace {

json written(const RunResult& run) {
    std::ostringstream out;
    writeJson(out, run);
    return json::parse(out.str());
}

} // namespace

TEST(FindingsJson, HasTheShapeOfTheReference) {
    const json run = written(tests::sampleRun());
    std::vector<std::string> keys;
    for (const auto& [key, value] : run.items()) {
        keys.push_back(key);
    }
    EXPECT_EQ(keys, (std::vector<std::string>{"findings", "merestone", "plan", "rules", "run", "summary"}));
    EXPECT_EQ(run["plan"]["title"], "Test Neighbourhood Plan");
    EXPECT_EQ(run["plan"]["period"]["to"], "2031");
    EXPECT_TRUE(run["plan"]["submitted"].is_null());
    EXPECT_EQ(run["plan"]["policies"][1]["id"], "G1");
    EXPECT_EQ(run["run"]["inputs"][0]["accuracy_m"], 0.5);
    EXPECT_EQ(run["run"]["versions"]["GDAL"], "3.6.2");
}

TEST(FindingsJson, KeepsWhatDependsOnThePlaceOfTheFileInTheRunBlock) {
    RunResult elsewhere = tests::sampleRun();
    elsewhere.plan.file = "/other/place/plan.yaml";
    elsewhere.seconds = 9.0;
    elsewhere.peakMebibytes = 1.0;
    json a = written(tests::sampleRun());
    json b = written(elsewhere);
    EXPECT_NE(a, b);
    a.erase("run");
    b.erase("run");
    EXPECT_EQ(a, b);
}

TEST(FindingsJson, CountsSubjectsByVerdict) {
    const json run = written(tests::sampleRun());
    EXPECT_EQ(run["summary"]["fail"], 2);
    EXPECT_EQ(run["summary"]["pass"], 114);
    EXPECT_EQ(run["summary"]["not_run"], 0);
    EXPECT_EQ(run["summary"]["waived"], 1);
    EXPECT_EQ(run["rules"][0]["counts"]["not_applicable"], 1);
}

TEST(FindingsJson, WritesAFindingWithItsFiguresAndEvidence) {
    const json finding = written(tests::sampleRun())["findings"][2];
    EXPECT_EQ(finding["key"], "H1.density|sites:S4");
    EXPECT_EQ(finding["verdict"], "fail");
    EXPECT_EQ(finding["measured"], 24);
    EXPECT_EQ(finding["comparator"], ">=");
    EXPECT_EQ(finding["limit"], 40);
    EXPECT_EQ(finding["margin"], -16);
    EXPECT_TRUE(finding["waived"].is_null());
    EXPECT_TRUE(finding["other"].is_null());
    EXPECT_EQ(finding["evidence_wkt"], "POLYGON((407800 284200,407870 284200,407870 284270,407800 284270,"
                                       "407800 284200))");
}

TEST(FindingsJson, WritesNullForWhatIsNotKnown) {
    const json finding = written(tests::sampleRun())["findings"][1];
    EXPECT_TRUE(finding["measured"].is_null());
    EXPECT_TRUE(finding["margin"].is_null());
    EXPECT_TRUE(finding["evidence_wkt"].is_null());
    EXPECT_EQ(finding["reason"], "parks is not declared complete");
}

TEST(FindingsJson, WritesTheWaiver) {
    const json finding = written(tests::sampleRun())["findings"][3];
    EXPECT_EQ(finding["waived"]["by"], "Plan steering group");
    EXPECT_EQ(finding["waived"]["until"], "2027-03-31");
}

TEST(FindingsJson, WritesOneFindingALine) {
    std::ostringstream out;
    writeJson(out, tests::sampleRun());
    std::istringstream lines(out.str());
    std::size_t findings = 0;
    for (std::string line; std::getline(lines, line);) {
        findings += line.starts_with("    {\"key\": ") ? 1 : 0;
    }
    EXPECT_EQ(findings, 4U);
}

TEST(FindingsJson, StaysValidWhateverTheTextsAndNumbersHold) {
    RunResult run = tests::sampleRun();
    run.findings[0].message = "\xff\xfe \x1b[2J \"quoted\"\n";
    run.findings[0].measured = std::numeric_limits<double>::quiet_NaN();
    run.findings[0].evidenceWkb = "rubbish";
    const json parsed = written(run);
    EXPECT_TRUE(parsed["findings"][0]["measured"].is_null());
}

TEST(FindingsJson, WritesARunWithoutAnything) {
    const json run = written(RunResult{});
    EXPECT_TRUE(run["findings"].empty());
    EXPECT_TRUE(run["rules"].empty());
    EXPECT_EQ(run["summary"]["fail"], 0);
}

TEST(FindingsJson, IsTheSameTextForAnyNumberOfThreads) {
    RunResult run = tests::sampleRun();
    const Finding model = run.findings.front();
    run.findings.clear();
    constexpr int kMoreThanOneStretch = 20000;
    for (int i = 0; i < kMoreThanOneStretch; ++i) {
        run.findings.push_back(model);
        run.findings.back().key = "finding " + std::to_string(i);
    }
    std::ostringstream alone;
    writeJson(alone, run);
    RunContext context;
    context.threads = 3;
    std::ostringstream together;
    writeJson(together, run, context);
    EXPECT_EQ(alone.str(), together.str());
    const nlohmann::json read = nlohmann::json::parse(together.str());
    ASSERT_EQ(read["findings"].size(), run.findings.size());
    EXPECT_EQ(read["findings"][kMoreThanOneStretch - 1]["key"], "finding 19999");
}
