// SPDX-License-Identifier: MIT
#include "submission/plan_text.hpp"

#include "submission/periods.hpp"
#include "submission/stated_homes.hpp"

#include <gtest/gtest.h>

using namespace merestone;

namespace {

PhraseList list(const std::vector<std::string>& phrases) {
    PhraseList result;
    for (const std::string& phrase : phrases) {
        result.entries.push_back({phrase, "", "", ""});
    }
    return result;
}

std::vector<StatedPeriod> periods(const std::string& text) {
    return statedPeriods(Prose(text), list({"plan [period] ... #year [to] #year"}), list({"local plan"}));
}

/// A cover, a page of contents and two pages, printed 1 and 2.
std::vector<ContentsEntry> contents(const std::string& lines, const std::string& behind = "") {
    return readPlanText("The Plan\fContents\n" + lines +
                        "\f1. Introduction\nText.\f2. Policies\nPolicy H1: Homes\nText.\n" + behind)
        .contents;
}

} // namespace

TEST(PlanText, FindsPoliciesByTheirHeadings) {
    const PlanText plan =
        readPlanText("The Plan\n\f"
                     "Policy H1: Homes\nHomes are built.\nPolicy H1 applies to all sites.\n"
                     "POLICY BH-2 \u2013 Green\nGreen is kept.\n\nReasoned justification\nNobody knows.\n\f"
                     "## Policy T3\nTrees.\nMap 3: Trees\nNo more.\n");
    EXPECT_EQ(plan.title, "The Plan");
    ASSERT_EQ(plan.policies.size(), 3U);
    EXPECT_EQ(plan.policies[0].id, "H1");
    EXPECT_EQ(plan.policies[0].title, "Homes");
    EXPECT_EQ(plan.policies[0].text, "Homes are built.\nPolicy H1 applies to all sites.\n");
    EXPECT_EQ(plan.policies[0].page, 2U);
    EXPECT_EQ(plan.policies[1].id, "BH-2");
    EXPECT_EQ(plan.policies[1].title, "Green");
    EXPECT_EQ(plan.policies[1].text, "Green is kept.\n\n");
    EXPECT_EQ(plan.policies[2].id, "T3");
    EXPECT_EQ(plan.policies[2].text, "Trees.\n");
    EXPECT_EQ(plan.policies[2].page, 3U);
}

TEST(PlanText, PassesOverATableOfContents) {
    const PlanText plan =
        readPlanText("Policy H1: Homes ........ 12\nPolicy H2: Late homes      13\nMap 1: Area .... 3\n");
    EXPECT_TRUE(plan.policies.empty());
    EXPECT_EQ(plan.maps, "");
}

TEST(PlanText, PassesOverATableOfContentsWithoutDots) {
    const PlanText plan = readPlanText("Policy H1: Homes 12\nPolicy H2: Late homes 13\n1. Introduction\nWords.\n\f"
                                       "Policy H1: Homes\nHomes are built.\nPolicy H2: Late homes\nLate ones too.\n");
    ASSERT_EQ(plan.policies.size(), 2U);
    EXPECT_EQ(plan.policies[0].title, "Homes");
    EXPECT_EQ(plan.policies[1].text, "Late ones too.\n");
}

TEST(PlanText, ListsCaptions) {
    const PlanText plan =
        readPlanText("Map 1: The area\nMap 3a \u2013 Sites\nTable 2: Parks\nMap 4 shows nothing.\nMap of all\n");
    EXPECT_EQ(plan.maps, "1, 3a");
    EXPECT_EQ(plan.tables, "2");
}

TEST(PlanText, KeepsPoliciesWithTheSameIdAndThoseWithoutText) {
    const PlanText plan = readPlanText("Policy H1: One\nPolicy H1: Two\n\n");
    ASSERT_EQ(plan.policies.size(), 2U);
    EXPECT_EQ(plan.policies[1].text, "");
}

TEST(PlanText, IsBoundedForAnyText) {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "Policy A" + std::to_string(i) + ": x\n";
    }
    EXPECT_EQ(readPlanText(text).policies.size(), 2000U);
    EXPECT_TRUE(readPlanText(std::string(1000000, 'P')).policies.empty());
    EXPECT_TRUE(readPlanText("").policies.empty());
}

TEST(Periods, AreFoundWithTheirPages) {
    const auto found = periods("The Plan 2015\u20132031\fThe plan period is 2014 to 2031. The plan 2015-2031 again.");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].from, 2015);
    EXPECT_EQ(found[0].to, 2031);
    EXPECT_EQ(found[0].page, 1U);
    EXPECT_EQ(found[0].times, 2U);
    EXPECT_EQ(found[1].from, 2014);
    EXPECT_EQ(found[1].page, 2U);
}

TEST(Periods, OfOtherPlansAndImpossibleOnesAreLeftOut) {
    EXPECT_TRUE(periods("The Local Plan 2011-2031 is adopted.").empty());
    EXPECT_TRUE(periods("The plan 2031-2015, the plan 2015-2015 and the plan 1950-2031.").empty());
}

TEST(Contents, AreComparedWithTheHeadingsByThePlansOwnNumbers) {
    const auto found =
        contents("1 Introduction ........ 1\n2. POLICIES ..... 2\nPolicy H1: Homes .... 1\nAnnex    9\n");
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].title, "1 Introduction");
    EXPECT_EQ(found[0].statedPage, 1U);
    EXPECT_EQ(found[0].expectedPage, 3U); // two lines of three agree on a shift of two pages
    EXPECT_EQ(found[0].foundPage, 3U);
    EXPECT_EQ(found[1].foundPage, 4U);
    EXPECT_EQ(found[2].policy, "H1");
    EXPECT_EQ(found[2].expectedPage, 3U);
    EXPECT_EQ(found[2].foundPage, 4U);
    EXPECT_FALSE(found[3].foundPage);
}

TEST(Contents, AHeadingMayRunOverTwoLinesAndStandOnEveryPage) {
    const auto found =
        contents("Green space and play .... 2\n1. Introduction .... 1\n", "Green space\nand play\n\f1. Introduction\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].foundPage, 4U);
    EXPECT_EQ(found[1].foundPage, 3U); // of pages 3 and 5 the expected one
}

TEST(Contents, EndWhereThreeOtherLinesFollowOneAnother) {
    EXPECT_EQ(contents("Chapters\n1. Introduction .... 1\nPolicies\nof the plan\n2. Policies .... 2\n").size(), 2U);
    EXPECT_EQ(contents("1. Introduction .... 1\nOne\nTwo\nThree\nPark    12\n").size(), 1U);
    EXPECT_TRUE(readPlanText("The Plan\n1. Introduction .... 1\n").contents.empty()); // no heading
    EXPECT_TRUE(readPlanText("Contents\n12345\n...... 7\nPlan ........ 123456\n").contents.empty());
}

TEST(Contents, OfATextWithoutPagesAreOnlyLookedFor) {
    const auto found =
        readPlanText("Contents\nHomes .... 4\nGreen .... 9\nWater .... 12\n\nHomes\nText.\nGreen\n").contents;
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(found[1].isThere);
    EXPECT_FALSE(found[1].foundPage);
    EXPECT_FALSE(found[2].isThere);
}

TEST(Contents, AreBoundedForAnyText) {
    std::string text = "Contents\n";
    for (int i = 0; i < 5000; ++i) {
        text += "Chapter .... 1\n";
    }
    EXPECT_EQ(readPlanText(text).contents.size(), 500U);
}

TEST(StatedHomes, AreTheLastNumberOfAPhraseAndGivenOnce) {
    const PhraseList phrases = list({"together ... # homes"});
    const auto found = statedHomes(Prose("Homes.\fTogether, 3 sites hold 1,200 homes. Together 1200 homes.\f"
                                         "Together many homes. Together they hold twelve homes."),
                                   phrases);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].homes, 1200.0);
    EXPECT_EQ(found[0].page, 2U);
    EXPECT_EQ(found[1].homes, 12.0);
}
