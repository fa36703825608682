// SPDX-License-Identifier: MIT
#include "findings/finding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace merestone;

namespace {

Finding makeFinding(const std::string& rule, const std::string& subject, double measured = 0.0) {
    Finding finding;
    finding.rule = rule;
    finding.subject = {"sites", subject, ""};
    finding.measured = measured;
    finding.key = findingKey(rule, finding.subject, nullptr);
    return finding;
}

std::vector<std::string> keys(const std::vector<Finding>& findings) {
    std::vector<std::string> result;
    for (const Finding& finding : findings) {
        result.push_back(finding.key);
    }
    return result;
}

} // namespace

TEST(SortFindings, GoesByRuleThenSubjectWithNumbersAsNumbers) {
    std::vector<Finding> findings{makeFinding("H2", "S1"), makeFinding("H1", "S10"), makeFinding("H1", "S9")};
    sortFindings(findings);
    EXPECT_EQ(keys(findings), (std::vector<std::string>{"H1|sites:S9", "H1|sites:S10", "H2|sites:S1"}));
}

TEST(SortFindings, PutsAFindingWithoutAnOtherFeatureFirst) {
    Finding pair = makeFinding("H1", "S1");
    pair.other = FeatureRef{"parks", "P1", ""};
    pair.key = findingKey(pair.rule, pair.subject, &*pair.other);
    std::vector<Finding> findings{pair, makeFinding("H1", "S1")};
    sortFindings(findings);
    EXPECT_EQ(keys(findings), (std::vector<std::string>{"H1|sites:S1", "H1|sites:S1|parks:P1"}));
}

TEST(SortFindings, GivesTheSameListAndKeysWhateverTheOrderBefore) {
    std::vector<Finding> first;
    for (int subject = 0; subject < 20; ++subject) {
        for (int copy = 0; copy < 3; ++copy) {
            first.push_back(makeFinding("H1", "S" + std::to_string(subject), copy));
        }
    }
    std::vector<Finding> second = first;
    std::shuffle(second.begin(), second.end(), std::mt19937(3));
    sortFindings(first);
    sortFindings(second);
    EXPECT_EQ(keys(first), keys(second));
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].measured, second[i].measured) << i;
    }
}

TEST(SortFindings, MakesEqualKeysDistinct) {
    std::vector<Finding> findings{makeFinding("H1", "S1", 3), makeFinding("H1", "S1", 1), makeFinding("H1", "S1", 2)};
    sortFindings(findings);
    EXPECT_EQ(keys(findings), (std::vector<std::string>{"H1|sites:S1", "H1|sites:S1#2", "H1|sites:S1#3"}));
    EXPECT_EQ(findings.front().measured, 1.0);
}

TEST(SortFindings, KeepsIdsThatDifferInLeadingZerosTogether) {
    std::vector<Finding> findings{makeFinding("H1", "S2"), makeFinding("H1", "S1"), makeFinding("H1", "S01"),
                                  makeFinding("H1", "S02")};
    sortFindings(findings);
    EXPECT_EQ(keys(findings), (std::vector<std::string>{"H1|sites:S01", "H1|sites:S1", "H1|sites:S02", "H1|sites:S2"}));
}

TEST(SortFindings, OrdersRulesByNumberToo) {
    std::vector<Finding> findings{makeFinding("H10.a", "S1"), makeFinding("H2.b", "S1"), makeFinding("H2.a", "S1")};
    sortFindings(findings);
    EXPECT_EQ(keys(findings), (std::vector<std::string>{"H2.a|sites:S1", "H2.b|sites:S1", "H10.a|sites:S1"}));
}

TEST(SortFindings, MayBeRepeatedAfterAFindingHasGone) {
    std::vector<Finding> findings{makeFinding("H1", "S1", 1), makeFinding("H1", "S1", 2)};
    sortFindings(findings);
    sortFindings(findings);
    EXPECT_EQ(findings.back().key, "H1|sites:S1#2");
    findings.erase(findings.begin());
    sortFindings(findings);
    EXPECT_EQ(findings.front().key, "H1|sites:S1");
}

TEST(SortFindings, FillsInAMissingKey) {
    Finding finding = makeFinding("H1", "S1");
    finding.key.clear();
    std::vector<Finding> findings{finding};
    sortFindings(findings);
    EXPECT_EQ(findings.front().key, "H1|sites:S1");
}

TEST(SortFindings, AcceptsNoFindings) {
    std::vector<Finding> findings;
    sortFindings(findings);
    EXPECT_TRUE(findings.empty());
}
