// SPDX-License-Identifier: MIT
#include "exchange/findings_junit.hpp"

#include "engine/exchange/checked_sample.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::tests;

namespace {

std::string written(const CheckedPlans& plans, Severity failOn = Severity::must) {
    std::ostringstream out;
    writeJunit(out, plans, failOn);
    return out.str();
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What an independent reader of XML finds, one line a test case: "suite|case|outcome".
std::string readBack(const std::string& document) {
    const ScratchFolder folder;
    writeFile(folder / "run.xml", document);
    const std::string script = "import sys, xml.etree.ElementTree as E\n"
                               "for s in E.parse(sys.argv[1]).getroot():\n"
                               "  for c in s: print(s.get('name'), c.get('name'), *(e.tag for e in c), sep='|')\n";
    const std::string out = (folder / "out").string();
    writeFile(folder / "read.py", script);
    const std::string command = "PYTHONIOENCODING=utf-8 '" MERESTONE_PYTHON "' '" + (folder / "read.py").string() +
                                "' '" + (folder / "run.xml").string() + "' > '" + out + "' 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << readFile(out);
    return readFile(out);
}

} // namespace

TEST(Junit, HasASuiteForEachPolicyAndACaseForEachRule) {
    EXPECT_EQ(readBack(written(checkedSample())),
              "H1 Homes on allocated land|H1.density: Homes per hectare|failure|system-out\n"
              "G1 Access to green space|G1.access: Homes lie within reach of open space|skipped\n"
              "G1 Access to green space|G1.designated: Spaces are inside the area\n");
}

TEST(Junit, CountsWhatItHolds) {
    const std::string text = written(checkedSample());
    EXPECT_TRUE(holds(text, R"(<testsuites name="merestone check" tests="3" failures="1" errors="0" skipped="1">)"));
    EXPECT_TRUE(holds(text, R"(tests="2" failures="0" errors="0" skipped="1")"));
}

TEST(Junit, TellsFigurePlaceAndKeyOfAConflictAndKeepsWaivedOnesApart) {
    const std::string text = written(checkedSample());
    EXPECT_TRUE(holds(text, "- Corner site holds 12 homes on 0.50 ha; 24 dwellings/ha measured, at least 40 "
                            "dwellings/ha required, 16 dwellings/ha too low; E 407835 N 284235 "
                            "[H1.density|sites:S4]\n</failure>"))
        << text;
    EXPECT_TRUE(holds(text, "waived (agreed with the highways officer; Plan steering group): - Mill holds")) << text;
}

TEST(Junit, FollowsTheExitStatus) {
    RunResult run = sampleRun();
    run.rules[0].severity = Severity::should;
    for (Finding& finding : run.findings) {
        finding.severity = finding.rule == "H1.density" ? Severity::should : Severity::must;
    }
    run.rules[1].severity = Severity::must;
    const CheckedPlans plans = checkedSample(run);
    EXPECT_TRUE(holds(written(plans, Severity::must), R"(failures="0" errors="1" skipped="1")"));
    EXPECT_TRUE(holds(written(plans, Severity::should), R"(failures="1" errors="1" skipped="0")"));
}

TEST(Junit, WithABaselineOnlyNewConflictsFail) {
    CheckedPlans plans = checkedSample();
    compareWith(*plans.front(), sampleRun());
    EXPECT_TRUE(holds(written(plans), R"(tests="3" failures="0" errors="0" skipped="2")"));
    RunResult before = sampleRun();
    before.findings.erase(before.findings.begin() + 2);
    compareWith(*plans.front(), before);
    EXPECT_TRUE(holds(written(plans), R"(tests="3" failures="1" errors="0" skipped="1")"));
}

TEST(Junit, TellsAPlanThatCouldNotBeCheckedAsAnError) {
    CheckedPlans plans = checkedSample();
    addFailedPlan(plans);
    EXPECT_TRUE(holds(readBack(written(plans)), "broken/plan.yaml|The plan can be checked|error\n"));
}

TEST(Junit, StaysXmlWhateverTheTextsHold) {
    const std::string text = readBack(written(checkedSample(hostileRun())));
    EXPECT_TRUE(holds(text, "H1.density: \"><b>title</b>|failure")) << text;
}
