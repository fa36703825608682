// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace merestone {
namespace {

using Names = std::vector<std::string>;

TEST(Names, AreInOrderOfAppearanceEachOnce) {
    EXPECT_EQ(Condition::names("b > a AND c = b OR a < d", kPlace), (Names{"b", "a", "c", "d"}));
    EXPECT_EQ(Condition::names("a > 1 AND (b > 1 AND c > 1) AND d > 1", kPlace), (Names{"a", "b", "c", "d"}));
    EXPECT_EQ(Condition::names("Homes > 1 AND HOMES < 9", kPlace), (Names{"Homes"}));
}

TEST(Names, LeaveFunctionsLiteralsAndWordsOut) {
    EXPECT_EQ(Condition::names("least(a, 3) > abs(b) AND use LIKE 'x%' AND n IS NOT NULL", kPlace),
              (Names{"a", "b", "use", "n"}));
    EXPECT_EQ(Condition::names("1 = 1", kPlace), Names{});
}

TEST(Names, InDoubleQuotesComeWithoutThem) {
    EXPECT_EQ(Condition::names("\"site area\" > 1 AND \"order\" = 2 AND \"it\\\"s\" = 1", kPlace),
              (Names{"site area", "order", "it\"s"}));
}

TEST(Names, MayBeWordsThatSqlReservesElsewhere) {
    const TableSource source = TableSource().number("limit", 10).number("offset", 2).number("left", 1).text("by", "x");
    EXPECT_EQ(truth("limit >= 10 AND offset + left = 3 AND by = 'x'", source), Truth::yes);
    EXPECT_EQ(truth("LIMIT >= 10", source), Truth::yes);
    EXPECT_EQ(Condition::names("\"limit\" > 1 OR order < select", kPlace), (Names{"limit", "order", "select"}));
}

TEST(Names, OfFormulasAreFoundToo) {
    EXPECT_EQ(Condition::names("2.4 * dwellings + extra", kPlace), (Names{"dwellings", "extra"}));
}

TEST(Names, MayBeLetterAndNumberLikeOurs) {
    const TableSource source = TableSource().number("n1", 1).number("n0", 2);
    EXPECT_EQ(Condition::names("n1 = 1 AND n0 = 2", kPlace), (Names{"n1", "n0"}));
    EXPECT_EQ(truth("n1 = 1 AND n0 = 2", source), Truth::yes);
}

TEST(Names, ThrowWhereTheTextCannotBeParsed) {
    EXPECT_THROW((void)Condition::names("a >", kPlace), Error);
}

TEST(Symbols, AreFoundWhateverTheirCase) {
    const TableSource source = TableSource().number("FID", 7).number("Area", 5);
    EXPECT_EQ(truth("fid = 7 AND AREA = 5", source), Truth::yes);
}

TEST(Symbols, SpeltAsWrittenWin) {
    const TableSource source = TableSource().number("Area", 1).number("area", 2);
    EXPECT_EQ(truth("area = 2 AND Area = 1", source), Truth::yes);
    EXPECT_EQ(compileError("AREA = 2", source.symbols()),
              "\"AREA = 2\", column 1: 'AREA' may be 'Area' or 'area'; write it as it is spelt there");
}

TEST(Symbols, EarlierOnesHideLaterOnesOfTheSameName) {
    const TableSource source = TableSource().number("limit_m", 1).number("limit_m", 2);
    EXPECT_EQ(truth("limit_m = 1", source), Truth::yes);
}

TEST(Symbols, UsedAreListedByPosition) {
    const TableSource source = TableSource().number("a", 1).number("b", 1).text("c", "x").number("d", 1);
    const Condition condition = Condition::compile("d > 1 OR c = 'x' OR a > d", source.symbols(), kPlace);
    EXPECT_EQ(condition.usedSymbols(), (std::vector<std::size_t>{0, 2, 3}));
    EXPECT_EQ(condition.text(), "d > 1 OR c = 'x' OR a > d");
}

TEST(Condition, CanBeMoved) {
    const TableSource source = TableSource().number("a", 1);
    Condition first = Condition::compile("a = 1", source.symbols(), kPlace);
    Condition second = std::move(first);
    first = Condition::compile("a = 2", source.symbols(), kPlace);
    EXPECT_EQ(second.evaluate(source, 0).truth, Truth::yes);
    EXPECT_EQ(first.evaluate(source, 0).truth, Truth::no);
}

} // namespace
} // namespace merestone
