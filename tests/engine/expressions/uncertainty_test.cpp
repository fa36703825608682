// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace merestone {
namespace {

TEST(MeasurementError, FlipsWhatIsWithinIt) {
    const TableSource source = TableSource().number("d", measured(399, 2)).number("far", measured(399, 0.5));
    const Outcome near = evaluate("d <= 400", source);
    EXPECT_EQ(near.truth, Truth::yes);
    EXPECT_TRUE(near.flipsWithinError);
    EXPECT_FALSE(near.flipsWithMissing);
    EXPECT_FALSE(evaluate("far <= 400", source).flipsWithinError);
    const Outcome over = evaluate("d > 400", source);
    EXPECT_EQ(over.truth, Truth::no);
    EXPECT_TRUE(over.flipsWithinError);
}

TEST(MissingData, FlipsWhatItCouldChange) {
    // 3 shops were counted, there may be more.
    const TableSource source = TableSource().number("shops", incomplete(3, 3, kInf));
    EXPECT_TRUE(evaluate("shops <= 5", source).flipsWithMissing);
    EXPECT_FALSE(evaluate("shops <= 5", source).flipsWithinError);
    EXPECT_FALSE(evaluate("shops <= 2", source).flipsWithMissing);
    EXPECT_EQ(truth("shops <= 2", source), Truth::no);
    EXPECT_FALSE(evaluate("shops >= 3", source).flipsWithMissing);
    EXPECT_TRUE(evaluate("shops >= 4", source).flipsWithMissing);
}

TEST(MissingData, NothingFoundIsInfinitelyFarForNow) {
    const TableSource source = TableSource().number("d", incomplete(kInf, 0, kInf));
    EXPECT_EQ(truth("d <= 400", source), Truth::no);
    EXPECT_TRUE(evaluate("d <= 400", source).flipsWithMissing);
    EXPECT_FALSE(evaluate("d >= 0", source).flipsWithMissing);
}

struct EdgeCase {
    const char* text;
    bool yesPossible;
    bool noPossible;
};

class AtTheEdge : public testing::TestWithParam<EdgeCase> {};

// d may lie in [2, 4], its value is 3; exact is 3.
TEST_P(AtTheEdge, BothTruthsAreWeighed) {
    const TableSource source = TableSource().number("d", measured(3, 1)).number("exact", 3);
    const Outcome outcome = evaluate(GetParam().text, source);
    const bool yes = outcome.truth == Truth::yes || outcome.flipsWithinError;
    const bool no = outcome.truth == Truth::no || outcome.flipsWithinError;
    EXPECT_EQ(yes, GetParam().yesPossible) << GetParam().text;
    EXPECT_EQ(no, GetParam().noPossible) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Of, AtTheEdge,
    testing::Values(EdgeCase{"d < 2", false, true}, EdgeCase{"d <= 2", true, true}, EdgeCase{"d < 4", true, true},
                    EdgeCase{"d <= 4", true, false}, EdgeCase{"d > 4", false, true}, EdgeCase{"d >= 4", true, true},
                    EdgeCase{"d > 2", true, true}, EdgeCase{"d >= 2", true, false}, EdgeCase{"d = 3", true, true},
                    EdgeCase{"d = 4", true, true}, EdgeCase{"d = 5", false, true}, EdgeCase{"d <> 5", true, false},
                    EdgeCase{"d <> 3", true, true}, EdgeCase{"exact = 3", true, false},
                    EdgeCase{"exact <> 3", false, true}, EdgeCase{"d BETWEEN 2 AND 4", true, false},
                    EdgeCase{"d BETWEEN 2.5 AND 4", true, true}, EdgeCase{"d BETWEEN 5 AND 6", false, true},
                    EdgeCase{"d IN (1, 2)", true, true}, EdgeCase{"d IN (1, 5)", false, true},
                    EdgeCase{"NOT d <= 4", false, true}, EdgeCase{"d <= 4 AND d >= 3", true, true},
                    EdgeCase{"d > 4 AND d >= 3", false, true}, EdgeCase{"d <= 4 OR d >= 3", true, false},
                    EdgeCase{"d > 4 OR d >= 3", true, true}, EdgeCase{"d < 4 AND d > 4", false, true}));

TEST(UnknownOperand, LeavesADecisionOnlyWhereItDoesNotMatter) {
    const TableSource source = TableSource().number("u", kNull).number("d", measured(399, 2)).number("a", 1);
    // The null could be either, so within the error the whole may become unknown: that is another truth.
    EXPECT_EQ(truth("u > 3 OR d <= 400", source), Truth::yes);
    EXPECT_TRUE(evaluate("u > 3 OR d <= 400", source).flipsWithinError);
    EXPECT_EQ(truth("u > 3 OR a = 1", source), Truth::yes);
    EXPECT_FALSE(evaluate("u > 3 OR a = 1", source).flipsWithinError);
    EXPECT_FALSE(evaluate("u > 3 AND a = 2", source).flipsWithinError);
    EXPECT_FALSE(evaluate("u > 3 AND a = 2", source).flipsWithMissing);
}

TEST(ErrorAndMissing, AreKeptApart) {
    const TableSource source =
        TableSource().number("d", measured(399, 2)).number("n", incomplete(3, 3, 9)).number("a", 0);
    const Outcome both = evaluate("d <= 400 AND n <= 5", source);
    EXPECT_EQ(both.truth, Truth::yes);
    EXPECT_TRUE(both.flipsWithinError);
    EXPECT_TRUE(both.flipsWithMissing);
    const Outcome settled = evaluate("d <= 400 AND n <= 5 AND a = 1", source);
    EXPECT_EQ(settled.truth, Truth::no);
    EXPECT_FALSE(settled.flipsWithinError);
    EXPECT_FALSE(settled.flipsWithMissing);
    const Outcome onlyMissing = evaluate("d <= 500 AND n <= 5", source);
    EXPECT_FALSE(onlyMissing.flipsWithinError);
    EXPECT_TRUE(onlyMissing.flipsWithMissing);
}

TEST(Division, ByWhatMayBeZeroIsOpen) {
    const TableSource source = TableSource().number("a", 10).number("b", measured(1, 1)).number("c", measured(1, 0.5));
    const UncertainNumber open = value("a / b", source);
    EXPECT_EQ(open.value, 10);
    EXPECT_EQ(open.low, -kInf);
    EXPECT_EQ(open.high, kInf);
    EXPECT_EQ(open.certainLow, 10);
    EXPECT_EQ(open.certainHigh, 10);
    const UncertainNumber closed = value("a / c", source);
    EXPECT_DOUBLE_EQ(closed.low, 10 / 1.5);
    EXPECT_DOUBLE_EQ(closed.high, 20);
    EXPECT_TRUE(evaluate("a / b > 5", source).flipsWithinError);
}

TEST(Bounds, OfUnboundedOperandsNeverBecomeNaN) {
    const TableSource source = TableSource()
                                   .number("n", incomplete(3, 0, kInf))
                                   .number("m", incomplete(2, -kInf, kInf))
                                   .number("p", incomplete(5, 1, kInf))
                                   .number("zero", 0);
    for (const char* text : {"n - n", "n + m", "m - m", "n * m", "m * zero", "p / p", "n / p", "p / n", "m / p",
                             "abs(m)", "-m", "least(n, m)", "greatest(n, m)", "n * zero"}) {
        const UncertainNumber result = value(text, source);
        EXPECT_FALSE(std::isnan(result.certainLow) || std::isnan(result.certainHigh)) << text;
        EXPECT_LE(result.certainLow, result.value) << text;
        EXPECT_GE(result.certainHigh, result.value) << text;
    }
    EXPECT_EQ(value("n * zero", source).certainHigh, 0);
    EXPECT_EQ(value("abs(m)", source).certainLow, 0);
}

TEST(Bounds, ThatDoNotHoldTheValueAreWidened) {
    TableSource source;
    source.number("a", UncertainNumber{5, 6, 4, kNull, kNull});
    const UncertainNumber result = value("a", source);
    EXPECT_EQ(result.low, 5);
    EXPECT_EQ(result.high, 5);
    EXPECT_EQ(result.certainLow, -kInf);
    EXPECT_EQ(result.certainHigh, kInf);
}

TEST(Bounds, OfAnUnknownNumberAreOpen) {
    const UncertainNumber result = value("a", TableSource().number("a", kNull));
    EXPECT_TRUE(std::isnan(result.value));
    EXPECT_EQ(result.low, -kInf);
    EXPECT_EQ(result.certainHigh, kInf);
}

TEST(Bounds, FollowTheConversionOfUnits) {
    const TableSource source =
        TableSource().number("d", measured(1, 0.1), "km").number("limit", measured(1000, 50), "m");
    EXPECT_TRUE(evaluate("limit <= d", source).flipsWithinError);
    const UncertainNumber sum = value("limit + d", source);
    EXPECT_DOUBLE_EQ(sum.value, 2000);
    EXPECT_DOUBLE_EQ(sum.low, 1850);
    EXPECT_DOUBLE_EQ(sum.high, 2150);
}

TEST(Coalesce, KeepsTheBoundsOfTheValueItTakes) {
    const TableSource source = TableSource().number("u", kNull).number("d", measured(5, 2));
    EXPECT_EQ(value("coalesce(u, d)", source).low, 3);
    EXPECT_EQ(value("coalesce(d, u)", source).high, 7);
    EXPECT_EQ(value("coalesce(u, 1)", source).low, 1);
}

} // namespace
} // namespace merestone
