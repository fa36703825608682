// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merestone {
namespace {

/// y is 1, n is 0, u is null: "y = 1" is true, "n = 1" false, "u = 1" unknown.
TableSource threeTruths() {
    return TableSource().number("y", 1).number("n", 0).number("u", kNull);
}

Truth parsed(char letter) {
    return letter == 'y' ? Truth::yes : letter == 'n' ? Truth::no : Truth::unknown;
}

struct TableCase {
    const char* operation;
    const char* rows; ///< left, right, result of each row
};

class TruthTable : public testing::TestWithParam<TableCase> {};

TEST_P(TruthTable, IsKleenes) {
    const TableSource source = threeTruths();
    const std::string rows = GetParam().rows;
    for (std::size_t i = 0; i < rows.size(); i += 4) {
        const std::string text = std::string(1, rows[i]) + " = 1 " + GetParam().operation + " " + rows[i + 1] + " = 1";
        EXPECT_EQ(truth(text, source), parsed(rows[i + 2])) << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Of, TruthTable,
                         testing::Values(TableCase{"AND", "yyy ynn yuu nyn nnn nun uyu unn uuu"},
                                         TableCase{"OR", "yyy yny yuy nyy nnn nuu uyy unu uuu"}));

TEST(Not, IsKleenes) {
    const TableSource source = threeTruths();
    EXPECT_EQ(truth("NOT y = 1", source), Truth::no);
    EXPECT_EQ(truth("NOT n = 1", source), Truth::yes);
    EXPECT_EQ(truth("NOT u = 1", source), Truth::unknown);
    EXPECT_EQ(truth("NOT NOT u = 1", source), Truth::unknown);
    EXPECT_EQ(truth("NOT (y = 1 AND u = 1)", source), Truth::unknown);
    EXPECT_EQ(truth("NOT (n = 1 AND u = 1)", source), Truth::yes);
}

TEST(Precedence, AndBindsTighterThanOrAndNotTightest) {
    const TableSource source = threeTruths();
    EXPECT_EQ(truth("y = 1 OR y = 1 AND n = 1", source), Truth::yes);
    EXPECT_EQ(truth("(y = 1 OR y = 1) AND n = 1", source), Truth::no);
    EXPECT_EQ(truth("NOT n = 1 OR y = 1", source), Truth::yes);
    EXPECT_EQ(truth("NOT (n = 1 OR y = 1)", source), Truth::no);
    EXPECT_EQ(truth("NOT y = 1 AND n = 1", source), Truth::no);
}

// Three expressions that GDAL 3.6's own evaluation answers with a false pass.
TEST(FalsePassesOfGdal, NotOfAComparisonWithNullIsUnknown) {
    const TableSource source = TableSource().number("dwellings", kNull);
    EXPECT_EQ(truth("NOT (dwellings > 3)", source), Truth::unknown);
    EXPECT_EQ(truth("dwellings <= 3", source), Truth::unknown);
}

TEST(FalsePassesOfGdal, DivisionIsOfReals) {
    const TableSource source = TableSource().number("homes", 7).number("two", 2);
    EXPECT_EQ(truth("7 / 2 = 3", source), Truth::no);
    EXPECT_EQ(truth("7 / 2 = 3.5", source), Truth::yes);
    EXPECT_EQ(truth("homes / two = 3.5", source), Truth::yes);
    EXPECT_EQ(truth("homes / two <= 3", source), Truth::no);
}

TEST(FalsePassesOfGdal, DivisionByZeroIsUnknown) {
    const TableSource source = TableSource().number("homes", 7).number("zero", 0).number("minus", -0.0);
    EXPECT_EQ(truth("homes / zero >= 40", source), Truth::unknown);
    EXPECT_EQ(truth("homes / minus >= 40", source), Truth::unknown);
    EXPECT_EQ(truth("zero / zero = 0", source), Truth::unknown);
    EXPECT_EQ(truth("NOT homes / zero >= 40", source), Truth::unknown);
}

class NullMakesUnknown : public testing::TestWithParam<const char*> {};

TEST_P(NullMakesUnknown, InEveryOperation) {
    const TableSource source = TableSource().number("a", 1).number("u", kNull).text("t", std::nullopt).text("s", "x");
    EXPECT_EQ(truth(GetParam(), source), Truth::unknown);
    EXPECT_EQ(truth(std::string("NOT (") + GetParam() + ")", source), Truth::unknown);
    EXPECT_FALSE(evaluate(GetParam(), source).flipsWithinError);
    EXPECT_FALSE(evaluate(GetParam(), source).flipsWithMissing);
}

INSTANTIATE_TEST_SUITE_P(Null, NullMakesUnknown,
                         testing::Values("u = 1", "u <> 1", "u < 1", "u <= 1", "u > 1", "u >= 1", "u = u", "u <> u",
                                         "u + 1 > 0", "u - u = 0", "0 * u = 0", "u / 1 = 1", "1 / u = 1", "-u < 0",
                                         "abs(u) >= 0", "least(a, u) <= 1", "greatest(u, a) >= 1", "coalesce(u, u) = 1",
                                         "u BETWEEN 0 AND 2", "a BETWEEN u AND 2", "a BETWEEN 0 AND u", "u IN (1, 2)",
                                         "a IN (u, 2)", "u NOT IN (1, 2)", "t = 'x'", "t <> 'x'", "t < 'x'",
                                         "t LIKE '%'", "t ILIKE '%'", "s LIKE t", "t IN ('x')", "s IN (t, 'y')",
                                         "t BETWEEN 'a' AND 'z'", "s = t", "coalesce(t, t) = 'x'"));

TEST(NullOperand, DoesNotHideWhatIsDecidedWithoutIt) {
    const TableSource source = TableSource().number("a", 1).number("u", kNull).text("s", "x").text("t", std::nullopt);
    EXPECT_EQ(truth("a BETWEEN 2 AND u", source), Truth::no);
    EXPECT_EQ(truth("a BETWEEN u AND 0", source), Truth::no);
    EXPECT_EQ(truth("a IN (u, 1)", source), Truth::yes);
    EXPECT_EQ(truth("s IN (t, 'x')", source), Truth::yes);
    EXPECT_EQ(truth("s BETWEEN 'y' AND t", source), Truth::no);
}

TEST(IsNull, IsNeverUnknown) {
    const TableSource source = TableSource().number("a", 1).number("u", kNull).number("far", kInf).number("zero", 0);
    EXPECT_EQ(truth("u IS NULL", source), Truth::yes);
    EXPECT_EQ(truth("u IS NOT NULL", source), Truth::no);
    EXPECT_EQ(truth("a IS NULL", source), Truth::no);
    EXPECT_EQ(truth("a IS NOT NULL", source), Truth::yes);
    EXPECT_EQ(truth("far IS NULL", source), Truth::no);
    EXPECT_EQ(truth("a / zero IS NULL", source), Truth::yes);
    const TableSource texts = TableSource().text("t", std::nullopt).text("empty", "");
    EXPECT_EQ(truth("t IS NULL", texts), Truth::yes);
    EXPECT_EQ(truth("empty IS NULL", texts), Truth::no);
}

TEST(Between, IncludesBothEnds) {
    const TableSource source = TableSource().number("a", 1).number("b", 2);
    EXPECT_EQ(truth("a BETWEEN 1 AND 2", source), Truth::yes);
    EXPECT_EQ(truth("b BETWEEN 1 AND 2", source), Truth::yes);
    EXPECT_EQ(truth("a BETWEEN 1.5 AND 2", source), Truth::no);
    EXPECT_EQ(truth("a NOT BETWEEN 1.5 AND 2", source), Truth::yes);
    EXPECT_EQ(truth("a BETWEEN 2 AND 1", source), Truth::no);
    EXPECT_EQ(truth("a BETWEEN 0 AND 1 AND b = 2", source), Truth::yes);
    EXPECT_EQ(truth("'b' BETWEEN 'a' AND 'c'", source), Truth::yes);
}

TEST(In, FindsNumbersInAnyOrderOfTheList) {
    const TableSource source = TableSource().number("a", 5).number("b", 4);
    EXPECT_EQ(truth("a IN (9, 5, 1, 7)", source), Truth::yes);
    EXPECT_EQ(truth("b IN (9, 5, 1, 7)", source), Truth::no);
    EXPECT_EQ(truth("b NOT IN (9, 5, 1, 7)", source), Truth::yes);
    EXPECT_EQ(truth("a IN (b + 1)", source), Truth::yes);
    EXPECT_EQ(truth("a IN (-5, b)", source), Truth::no);
}

TEST(Infinity, IsALegalValue) {
    const TableSource source = TableSource().number("far", kInf).number("low", -kInf).number("a", 400);
    EXPECT_EQ(truth("far <= 400", source), Truth::no);
    EXPECT_EQ(truth("far > 400", source), Truth::yes);
    EXPECT_EQ(truth("a < far", source), Truth::yes);
    EXPECT_EQ(truth("far = far", source), Truth::yes);
    EXPECT_EQ(truth("far <= far", source), Truth::yes);
    EXPECT_EQ(truth("far < far", source), Truth::no);
    EXPECT_EQ(truth("low < far", source), Truth::yes);
    EXPECT_EQ(truth("far BETWEEN 0 AND 400", source), Truth::no);
    EXPECT_EQ(truth("far IN (1, 2)", source), Truth::no);
    EXPECT_EQ(truth("least(far, a) = 400", source), Truth::yes);
    EXPECT_EQ(truth("a / far = 0", source), Truth::yes);
    EXPECT_EQ(truth("far + a > 1", source), Truth::yes);
    EXPECT_EQ(truth("abs(low) > 1", source), Truth::yes);
}

TEST(Infinity, HasNoDifferenceFromItselfAndNoProductWithZero) {
    const TableSource source = TableSource().number("far", kInf).number("zero", 0);
    EXPECT_EQ(truth("far - far = 0", source), Truth::unknown);
    EXPECT_EQ(truth("far + -far = 0", source), Truth::unknown);
    EXPECT_EQ(truth("zero * far = 0", source), Truth::unknown);
    EXPECT_EQ(truth("far / far = 1", source), Truth::unknown);
    EXPECT_EQ(truth("far / zero > 0", source), Truth::unknown);
}

TEST(Arithmetic, FollowsTheUsualRules) {
    const TableSource source = TableSource().number("a", 6).number("b", 4).number("c", 2);
    EXPECT_EQ(truth("a - b - c = 0", source), Truth::yes);
    EXPECT_EQ(truth("a - (b - c) = 4", source), Truth::yes);
    EXPECT_EQ(truth("a / b / c = 0.75", source), Truth::yes);
    EXPECT_EQ(truth("a / (b / c) = 3", source), Truth::yes);
    EXPECT_EQ(truth("a + b * c = 14", source), Truth::yes);
    EXPECT_EQ(truth("(a + b) * c = 20", source), Truth::yes);
    EXPECT_EQ(truth("-a + b = -2", source), Truth::yes);
    EXPECT_EQ(truth("a - -b = 10", source), Truth::yes);
    EXPECT_EQ(truth("-(a + b) = -10", source), Truth::yes);
    EXPECT_EQ(truth("a-3 = 3", source), Truth::yes);
    EXPECT_EQ(truth("2.5e1 = 25 AND 5. = 5 AND 1E+2 = 100", source), Truth::yes);
    EXPECT_EQ(truth("-9223372036854775808 < a AND 99999999999999999999999 > a", source), Truth::yes);
}

TEST(Functions, CalculateAsNamed) {
    const TableSource source = TableSource().number("a", -6).number("b", 4).number("u", kNull).text("t", std::nullopt);
    EXPECT_EQ(truth("abs(a) = 6 AND ABS(b) = 4", source), Truth::yes);
    EXPECT_EQ(truth("least(b, a, 3) = -6 AND Greatest(b, a, 3) = 4", source), Truth::yes);
    EXPECT_EQ(truth("coalesce(u, b, a) = 4", source), Truth::yes);
    EXPECT_EQ(truth("coalesce(a / 0, 9) = 9", source), Truth::yes);
    EXPECT_EQ(truth("coalesce(t, 'none') = 'none'", source), Truth::yes);
}

TEST(Coalesce, TakesThePlaceOfWhatAnErrorMayMakeKnown) {
    // a / b is unknown now, but would be a number if b were not quite zero.
    const TableSource source = TableSource().number("a", 10).number("b", measured(0, 1)).number("u", kNull);
    EXPECT_EQ(truth("coalesce(a / b, 1) = 1", source), Truth::yes);
    EXPECT_TRUE(evaluate("coalesce(a / b, 1) = 1", source).flipsWithinError);
    EXPECT_TRUE(evaluate("a / b IS NULL", source).flipsWithinError);
    EXPECT_FALSE(evaluate("coalesce(u / b, 1) = 1", source).flipsWithinError);
    EXPECT_FALSE(evaluate("u / b IS NULL", source).flipsWithinError);
}

TEST(Comparators, HaveTheirUsualSpellings) {
    const TableSource source = TableSource().number("a", 1);
    EXPECT_EQ(truth("a <> 2 AND a != 2 AND a < 2 AND a <= 1 AND a >= 1 AND a > 0 AND a = 1", source), Truth::yes);
    EXPECT_EQ(truth("a => 1 AND a =< 1", source), Truth::yes);
    EXPECT_EQ(truth("1 < a", source), Truth::no);
}

TEST(Constants, AreConditionsToo) {
    const TableSource source;
    EXPECT_EQ(truth("1 = 1", source), Truth::yes);
    EXPECT_EQ(truth("'a' = 'A'", source), Truth::no);
}

} // namespace
} // namespace merestone
