// SPDX-License-Identifier: MIT
#include "exchange/text_report.hpp"

#include "engine/exchange/sample_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

using namespace merestone;
using merestone::tests::sampleRun;

namespace {

std::string report(const RunResult& run, const TextReportOptions& options = {}) {
    std::ostringstream out;
    writeText(out, run, options);
    return out.str();
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A rule with many conflicts.
RunResult crowdedRun() {
    RunResult run = sampleRun();
    for (int i = 0; i < 20; ++i) {
        run.findings.push_back(tests::densityFinding());
        run.findings.back().message = "conflict number " + std::to_string(i);
    }
    return run;
}

} // namespace

TEST(TextReport, ReadsPolicyByPolicyWithTheWorstFirst) {
    TextReportOptions options;
    options.savedTo = "out/findings.gpkg";
    EXPECT_EQ(report(sampleRun(), options),
              R"(Test Neighbourhood Plan
drafting, 2026 to 2031
1 policy conflict (1 waived besides), 1 borderline, 1 cannot tell; 1 of 3 rules pass.

H1 Homes on allocated land
  ✗ policy conflict: Homes per hectare [H1.density, must]
      source: Development Plan 2017, TP30 (to be confirmed)
      2 policy conflicts (1 waived), 9 pass, 1 not applicable
      - Corner site holds 12 homes on 0.50 ha
        24 dwellings/ha measured, at least 40 dwellings/ha required, 16 dwellings/ha too low
        where: S4 'Corner site' in sites, E 407835 N 284235
      - waived: Mill holds 10 homes on 0.40 ha (agreed with the highways officer; Plan steering
        group, until 2027-03-31)

G1 Access to green space
  ≈ borderline: Homes lie within reach of open space [G1.access, should]
      1 borderline, 1 cannot tell, 98 pass
      - 12 is 401.25 m from the nearest open space
        401.25 m measured, at most 400 m required, 1.25 m too high, uncertain by 2.5 m
        where: 12 in homes and P1 'Calthorpe Park' in parks, E 407000 N 284201
        why: within the accuracy of the layers
      - cannot tell: The Lodge has no known distance
        where: 13 'The Lodge' in homes
        why: parks is not declared complete
  ✓ 1 rule passes: G1.designated

What limits trust in this
  - sites: positions are good to 0.5 m
  - sites: 1 feature has an invalid shape
  - sites: 2 ids are used twice
  - parks is not declared complete (1 finding)
  - 1 rule names a source that is to be confirmed

1 policy conflict (1 waived besides), 1 borderline, 1 cannot tell; 1 of 3 rules pass.
For QGIS: out/findings.gpkg
)");
}

TEST(TextReport, ListsAtMostSoManyFindingsOfARule) {
    TextReportOptions options;
    options.maxFindings = 3;
    const std::string text = report(crowdedRun(), options);
    EXPECT_TRUE(contains(text, "conflict number 1\n"));
    EXPECT_FALSE(contains(text, "conflict number 2\n"));
    EXPECT_TRUE(contains(text, "… and 18 more (see --format json)"));
    options.maxFindings = 0;
    EXPECT_TRUE(contains(report(crowdedRun(), options), "conflict number 19\n"));
}

TEST(TextReport, ListsTheWorstFindingsFirst) {
    RunResult run = crowdedRun();
    run.findings.back().margin = -30.0;
    TextReportOptions options;
    options.maxFindings = 1;
    EXPECT_TRUE(contains(report(run, options), "conflict number 19\n"));
    EXPECT_FALSE(contains(report(run, options), "conflict number 1\n"));
}

TEST(TextReport, DoesNotSayAVerdictTwice) {
    RunResult run = sampleRun();
    run.findings[1].message = "The Lodge: cannot tell (its distance is not known)";
    EXPECT_TRUE(contains(report(run), "      - The Lodge: cannot tell (its"));
}

TEST(TextReport, ColoursOnlyWhenAskedAndNeverInsteadOfWords) {
    TextReportOptions options;
    EXPECT_FALSE(contains(report(sampleRun(), options), "\x1b"));
    options.style.colour = true;
    std::string coloured = report(sampleRun(), options);
    ASSERT_TRUE(contains(coloured, "\x1b["));
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    EXPECT_EQ(coloured, report(sampleRun(), TextReportOptions{}));
}

TEST(TextReport, LetsNoForeignTextSteerTheTerminal) {
    RunResult run = sampleRun();
    const std::string hostile = "\x1b]0;title\x07\x1b[2J\r\n\xe2\x80\xae bidi \xff";
    run.plan.title = hostile;
    run.policies[0].second = hostile;
    run.rules[0].title = hostile;
    run.rules[0].reason = hostile;
    run.rules[0].source.document = hostile;
    run.inputs[0].notes.push_back(hostile);
    for (Finding& finding : run.findings) {
        finding.message = finding.reason = finding.subject.name = finding.unit = hostile;
    }
    run.findings[3].waived->reason = hostile;
    const std::string text = report(run);
    EXPECT_TRUE(std::none_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7f';
    }));
    EXPECT_FALSE(contains(text, "\xe2\x80\xae"));
    EXPECT_FALSE(contains(text, "\xff"));
}

TEST(TextReport, WrapsAtTheWidth) {
    TextReportOptions options;
    options.style.width = 50;
    std::istringstream lines(report(sampleRun(), options));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(displayWidth(line), 50U) << line;
    }
}

TEST(TextReport, TellsWhyARuleDidNotRun) {
    RunResult run = sampleRun();
    run.rules[2].verdict = Verdict::notRun;
    run.rules[2].counts.clear();
    run.rules[2].reason = "needs G1.access";
    EXPECT_TRUE(contains(report(run), "  ! not run: Spaces are inside the area [G1.designated, must]\n"
                                      "      needs G1.access\n"));
}

TEST(TextReport, SaysWhenAllConflictsOfARuleAreWaived) {
    RunResult run = sampleRun();
    run.rules[0].waived = 2;
    EXPECT_TRUE(contains(report(run), "✗ policy conflict, waived: Homes per hectare"));
    EXPECT_TRUE(contains(report(run), "No policy conflict (2 waived besides)"));
}

TEST(TextReport, DropsNoFindingOfARuleThatIsNotListed) {
    RunResult run = sampleRun();
    run.findings[0].rule = "waivers";
    EXPECT_TRUE(contains(report(run), "[waivers, should]"));
    EXPECT_TRUE(contains(report(run), "12 is 401.25 m from the nearest open space"));
}

TEST(TextReport, GivesOnlyTheSummaryWhenQuiet) {
    TextReportOptions options;
    options.summaryOnly = true;
    const std::string text = report(sampleRun(), options);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
    EXPECT_TRUE(contains(text, "1 policy conflict"));
}

TEST(TextReport, SpeaksOfConflictsOnly) {
    const std::string text = report(crowdedRun());
    EXPECT_FALSE(contains(text, "illegal"));
    EXPECT_FALSE(contains(text, "refused"));
    EXPECT_FALSE(contains(text, "violat"));
}
