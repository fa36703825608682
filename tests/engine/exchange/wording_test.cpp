// SPDX-License-Identifier: MIT
#include "exchange/wording.hpp"

#include "engine/exchange/sample_run.hpp"

#include <gtest/gtest.h>

using namespace merestone;

namespace {

Finding measuredAs(double measured, const char* comparator, double limit, const char* unit) {
    Finding finding;
    finding.measured = measured;
    finding.comparator = comparator;
    finding.limit = limit;
    finding.unit = unit;
    finding.margin = comparator[0] == '>' ? measured - limit : limit - measured;
    return finding;
}

} // namespace

TEST(FigureText, SaysMeasuredRequiredAndByHowMuch) {
    EXPECT_EQ(figureText(measuredAs(24.0, ">=", 40.0, "dwellings/ha")),
              "24 dwellings/ha measured, at least 40 dwellings/ha required, 16 dwellings/ha too low");
    EXPECT_EQ(figureText(measuredAs(401.254, "<=", 400.0, "m")),
              "401.25 m measured, at most 400 m required, 1.25 m too high");
    EXPECT_EQ(figureText(measuredAs(12.0, "<", 20.0, "%")), "12 % measured, less than 20 % required, 8 % to spare");
}

TEST(FigureText, ShowsEnoughDecimalsToSeeTheDifference) {
    EXPECT_EQ(figureText(measuredAs(399.9996, ">=", 400.0, "m")),
              "399.9996 m measured, at least 400 m required, 0.0004 m too low");
    EXPECT_EQ(figureText(measuredAs(0.00004, "<=", 0.0, "m2")),
              "0.00004 m2 measured, at most 0 m2 required, 0.00004 m2 too high");
}

TEST(FigureText, LeavesOutWhatIsNotKnown) {
    Finding finding;
    EXPECT_EQ(figureText(finding), "");
    finding.measured = 3.0;
    EXPECT_EQ(figureText(finding), "3 measured");
    finding.measured = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(figureText(finding), "");
}

TEST(FigureText, IsLeftOutForYesOrNo) {
    EXPECT_EQ(figureText(measuredAs(0.0, "=", 1.0, "")), "");
    EXPECT_EQ(figureText(measuredAs(3.0, "=", 1.0, "")), "3 measured, exactly 1 required");
    EXPECT_EQ(figureText(measuredAs(0.0, ">=", 1.0, "")), "0 measured, at least 1 required, 1 too low");
}

TEST(VerdictCount, AgreesInNumber) {
    EXPECT_EQ(verdictCount(Verdict::fail, 1), "1 policy conflict");
    EXPECT_EQ(verdictCount(Verdict::fail, 2), "2 policy conflicts");
    EXPECT_EQ(verdictCount(Verdict::needsJudgement, 1), "1 needs judgement");
    EXPECT_EQ(verdictCount(Verdict::needsJudgement, 5), "5 need judgement");
    EXPECT_EQ(verdictCount(Verdict::pass, 1), "1 passes");
    EXPECT_EQ(verdictCount(Verdict::pass, 0), "0 pass");
    EXPECT_EQ(verdictCount(Verdict::cannotTell, 2), "2 cannot tell");
}

TEST(FigureText, NamesTheUncertainty) {
    EXPECT_EQ(figureText(tests::distanceFinding()),
              "401.25 m measured, at most 400 m required, 1.25 m too high, uncertain by 2.5 m");
}

TEST(SourceText, SaysToBeConfirmedWhereverItIs) {
    EXPECT_EQ(sourceText({"NPPF", "106", "", true}), "NPPF, 106");
    EXPECT_EQ(sourceText({"NPPF", "", "", false}), "NPPF (to be confirmed)");
    EXPECT_EQ(sourceText({}), "");
}

TEST(PlaceText, IsTheCentreOfTheEvidence) {
    EXPECT_EQ(placeText(tests::densityFinding()), "E 407835 N 284235");
    Finding finding;
    EXPECT_EQ(placeText(finding), "");
    finding.evidenceWkb = "rubbish";
    EXPECT_EQ(placeText(finding), "");
}

TEST(FeatureText, NamesIdNameAndLayer) {
    EXPECT_EQ(featureText({"sites", "S4", "Corner site"}), "S4 'Corner site' in sites");
    EXPECT_EQ(featureText({"sites", "S4", "S4"}), "S4 in sites");
    EXPECT_EQ(featureText({"", "", "Somewhere"}), "'Somewhere'");
    EXPECT_EQ(featureText({"plan", "plan", "Test Plan"}), "the plan");
}

TEST(VerdictWords, NeverCallAConflictIllegal) {
    for (const Verdict verdict : {Verdict::fail, Verdict::borderline, Verdict::cannotTell, Verdict::needsJudgement,
                                  Verdict::notRun, Verdict::pass, Verdict::notApplicable}) {
        const std::string words(verdictWords(verdict));
        EXPECT_FALSE(words.empty());
        EXPECT_EQ(words.find("legal"), std::string::npos);
        EXPECT_EQ(words.find("refuse"), std::string::npos);
    }
    EXPECT_EQ(verdictWords(Verdict::fail), "policy conflict");
}
