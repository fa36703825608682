// SPDX-License-Identifier: MIT
#include "comparison/match_findings.hpp"

#include "engine/comparison/compared.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::tests;

namespace {

/// "S1>S7": the subjects' ids of each pair of findings.
std::vector<std::string> pairsOf(const std::vector<Finding>& before, const std::vector<Finding>& after) {
    FindingList earlier;
    FindingList later;
    for (const Finding& finding : before) {
        earlier.push_back(&finding);
    }
    for (const Finding& finding : after) {
        later.push_back(&finding);
    }
    std::vector<std::string> pairs;
    for (const auto& [first, second] : matchFindings(earlier, later, {})) {
        pairs.push_back(first->subject.id + ">" + second->subject.id);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

using Pairs = std::vector<std::string>;

Finding nearTo(const std::string& home, const std::string& park) {
    Finding finding = distanceFinding();
    finding.subject = {"homes", home, ""};
    finding.other = FeatureRef{"parks", park, ""};
    finding.key = findingKey(finding.rule, finding.subject, &*finding.other);
    finding.evidenceWkb.clear();
    return finding;
}

} // namespace

TEST(MatchFindings, ByKey) {
    EXPECT_EQ(pairsOf({thinSite("S1", "", 0.0), thinSite("S2", "", 500.0)},
                      {thinSite("S2", "", 9000.0), thinSite("S1", "", 8000.0)}),
              (Pairs{"S1>S1", "S2>S2"}));
}

TEST(MatchFindings, BySubjectWhenTheOtherFeatureIsAnotherOne) {
    EXPECT_EQ(pairsOf({nearTo("12", "P1"), nearTo("13", "P1")}, {nearTo("12", "P2"), nearTo("14", "P1")}),
              (Pairs{"12>12"}));
}

TEST(MatchFindings, ByIdWhenTheLayerWasRenamed) {
    Finding renamed = thinSite("S1", "", 0.0);
    renamed.subject.layer = "site_allocations";
    renamed.key = findingKey(renamed.rule, renamed.subject, nullptr);
    renamed.evidenceWkb.clear();
    EXPECT_EQ(pairsOf({thinSite("S1", "", 0.0)}, {renamed}), (Pairs{"S1>S1"}));
}

TEST(MatchFindings, ByNameWhenTheIdChangedAndTheFeatureMoved) {
    EXPECT_EQ(pairsOf({thinSite("S1", "Mill Lane", 0.0)}, {thinSite("H-01", "Mill Lane", 5000.0)}), (Pairs{"S1>H-01"}));
}

TEST(MatchFindings, NotByANameThatTwoHave) {
    EXPECT_EQ(pairsOf({thinSite("S1", "Land", 0.0), thinSite("S2", "Land", 1000.0)}, {thinSite("S3", "Land", 5000.0)}),
              (Pairs{}));
}

TEST(MatchFindings, ByPlaceWhenIdAndNameChanged) {
    // 100 m squares 20 m apart share 80 of 120 m: two thirds of their common area.
    EXPECT_EQ(pairsOf({thinSite("S1", "Mill", 0.0)}, {thinSite("H-01", "Former mill", 20.0)}), (Pairs{"S1>H-01"}));
    // 40 m apart they share 60 of 140 m.
    EXPECT_EQ(pairsOf({thinSite("S1", "Mill", 0.0)}, {thinSite("H-01", "Former mill", 40.0)}), (Pairs{}));
}

TEST(MatchFindings, NotByAPlaceThatTwoShare) {
    EXPECT_EQ(pairsOf({thinSite("S1", "Mill", 0.0)}, {thinSite("A", "a", 0.0), thinSite("B", "b", 0.0)}), (Pairs{}));
}

TEST(MatchFindings, ByPlaceOfPointsWithinAMetre) {
    Finding before = thinSite("S1", "Mill", 0.0);
    Finding after = thinSite("H-01", "Former mill", 0.0);
    before.evidenceWkb = pointWkb(100.0, 100.0);
    after.evidenceWkb = pointWkb(100.6, 100.6);
    EXPECT_EQ(pairsOf({before}, {after}), (Pairs{"S1>H-01"}));
    after.evidenceWkb = pointWkb(100.8, 100.8);
    EXPECT_EQ(pairsOf({before}, {after}), (Pairs{}));
}

TEST(MatchFindings, NeverAcrossRules) {
    Finding other = thinSite("S1", "Mill", 0.0);
    other.rule = "H1.other";
    other.key = findingKey(other.rule, other.subject, nullptr);
    EXPECT_EQ(pairsOf({thinSite("S1", "Mill", 0.0)}, {other}), (Pairs{}));
}

TEST(MatchFindings, SurvivesEvidenceThatIsNoGeometryOrInvalid) {
    Finding before = thinSite("S1", "Mill", 0.0);
    Finding after = thinSite("H-01", "Former mill", 0.0);
    before.evidenceWkb = "rubbish";
    EXPECT_EQ(pairsOf({before}, {after}), (Pairs{}));
    WkbBytes bowTie(3);
    bowTie.count(1).count(5).point(0, 0).point(10, 10).point(10, 0).point(0, 10).point(0, 0);
    before.evidenceWkb = bowTie.bytes();
    EXPECT_EQ(pairsOf({before}, {after}), (Pairs{}));
}
