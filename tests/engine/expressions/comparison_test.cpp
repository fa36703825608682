// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merestone {
namespace {

Comparison deciding(const std::string& text, const TableSource& source) {
    return Condition::compile(text, source.symbols(), kPlace).comparison(source, 0);
}

/// "3 <= 5", "3 <= 5 m", or "none".
std::string shown(const std::string& text, const TableSource& source) {
    const Comparison c = deciding(text, source);
    if (!c.present) {
        return "none";
    }
    const std::string unit = c.unit ? (c.unit->symbol.empty() ? " plain" : " " + c.unit->symbol) : "";
    return formatQuantity(c.measured.value, Unit{}) + " " + c.comparator + " " + formatQuantity(c.limit.value, Unit{}) +
           unit;
}

TEST(Comparison, GivesBothSidesAsWritten) {
    const TableSource source = TableSource().number("d", 399, "m").number("within", 0.4, "km").number("bare", 3);
    EXPECT_EQ(shown("d <= 400", source), "399 <= 400 m");
    EXPECT_EQ(shown("400 >= d", source), "400 >= 399 m");
    EXPECT_EQ(shown("d <= within", source), "399 <= 400 m"); // in the left side's unit
    EXPECT_EQ(shown("within >= d", source), "0.4 >= 0.4 km");
    EXPECT_EQ(shown("bare > 2", source), "3 > 2");
    EXPECT_EQ(shown("bare + 1 <> 2", source), "4 <> 2");
    EXPECT_EQ(shown("bare < d", source), "3 < 399 m");
}

TEST(Comparison, KeepsTheBounds) {
    const TableSource source =
        TableSource().number("d", measured(399, 2), "m").number("within", measured(0.4, 0.1), "km");
    const Comparison comparison = deciding("d <= within", source);
    EXPECT_EQ(comparison.measured.high, 401);
    EXPECT_DOUBLE_EQ(comparison.limit.low, 300);
}

TEST(Comparison, OfBetweenIsTheBrokenBoundOrTheLower) {
    const TableSource source = TableSource().number("a", 5);
    EXPECT_EQ(shown("a BETWEEN 1 AND 9", source), "5 >= 1");
    EXPECT_EQ(shown("a BETWEEN 6 AND 9", source), "5 >= 6");
    EXPECT_EQ(shown("a BETWEEN 1 AND 4", source), "5 <= 4");
    EXPECT_EQ(shown("a NOT BETWEEN 1 AND 4", source), "5 > 4");
    EXPECT_EQ(shown("a NOT BETWEEN 1 AND 9", source), "5 < 1");
}

TEST(Comparison, UnderNotIsTurnedRound) {
    const TableSource source = TableSource().number("a", 5);
    EXPECT_EQ(shown("NOT a > 3", source), "5 <= 3");
    EXPECT_EQ(shown("NOT NOT a > 3", source), "5 > 3");
    EXPECT_EQ(shown("NOT a = 3", source), "5 <> 3");
    EXPECT_EQ(shown("NOT (a > 3 AND a > 9)", source), "5 <= 9"); // holds because a > 9 does not
    EXPECT_EQ(shown("NOT (a > 3 OR a > 9)", source), "5 <= 3");  // fails because a > 3 holds
}

TEST(Comparison, OfAndIsTheFirstThatDoesNotHold) {
    const TableSource source = TableSource().number("a", 5).number("b", 7).number("u", kNull).text("t", "x");
    EXPECT_EQ(shown("a > 1 AND b > 1", source), "5 > 1");
    EXPECT_EQ(shown("a > 1 AND b > 9 AND a > 8", source), "7 > 9");
    EXPECT_EQ(shown("b > 1 AND (a > 9 AND b > 9)", source), "5 > 9");
    EXPECT_EQ(shown("a > 6 AND (b > 8 AND a > 7)", source), "5 > 6"); // GDAL would put the inner part first
    EXPECT_EQ(shown("u > 1 AND b > 9", source), "7 > 9");             // decided by the no, not by the unknown
    EXPECT_EQ(shown("u > 1 AND b > 1", source), "unknown > 1");
    EXPECT_EQ(shown("t = 'x' AND a > 1", source), "5 > 1");
}

TEST(Comparison, OfOrIsTheFirstThatHolds) {
    const TableSource source = TableSource().number("a", 5).number("b", 7).number("u", kNull);
    EXPECT_EQ(shown("a > 9 OR b > 1 OR a > 1", source), "7 > 1");
    EXPECT_EQ(shown("a > 9 OR b > 9", source), "5 > 9");
    EXPECT_EQ(shown("u > 9 OR b > 1", source), "7 > 1");
    EXPECT_EQ(shown("a > 9 OR u > 9", source), "unknown > 9");
    EXPECT_EQ(shown("a > 9 OR (b > 8 AND a > 1)", source), "5 > 9");
}

TEST(Comparison, ThatMayFlipIsShownBeforeOnesThatCannot) {
    const TableSource source =
        TableSource().number("a", 5).number("d", measured(399, 2)).number("n", incomplete(3, 0, 9));
    EXPECT_EQ(shown("a > 1 AND d <= 400", source), "399 <= 400");
    EXPECT_EQ(shown("a > 1 AND n <= 5", source), "3 <= 5");
    EXPECT_EQ(shown("a > 9 OR d > 400", source), "399 > 400");
    EXPECT_EQ(shown("a > 9 AND d <= 400", source), "5 > 9");
}

TEST(Comparison, IsAbsentWhereNoNumbersDecide) {
    const TableSource source = TableSource().number("a", 5).text("t", "x");
    EXPECT_EQ(shown("t = 'x'", source), "none");
    EXPECT_EQ(shown("t BETWEEN 'a' AND 'z'", source), "none");
    EXPECT_EQ(shown("a IN (1, 2)", source), "none");
    EXPECT_EQ(shown("a IS NOT NULL", source), "none");
    EXPECT_EQ(shown("t LIKE 'y' AND a > 1", source), "none"); // the text decides
    EXPECT_EQ(shown("t LIKE 'x' AND a > 9", source), "5 > 9");
}

TEST(Comparison, UnitOfPlainNumbersIsPlain) {
    const TableSource source = TableSource().number("count", 5, "").number("share", 10, "%");
    EXPECT_EQ(shown("count > 3", source), "5 > 3 plain");
    EXPECT_EQ(shown("share > 3", source), "10 > 3 %");
}

} // namespace
} // namespace merestone
