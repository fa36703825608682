// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <cpl_error.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace merestone {
namespace {

struct ErrorCase {
    const char* text;
    const char* message; ///< behind the quoted text
};

void PrintTo(const ErrorCase& errorCase, std::ostream* out) {
    *out << errorCase.text;
}

const TableSource& columns() {
    static const TableSource source =
        TableSource().number("dwellings", 1).number("a", 1).number("b", 1).text("land_use", "x").text("t", "x");
    return source;
}

class WrongText : public testing::TestWithParam<ErrorCase> {};

TEST_P(WrongText, IsRefusedWithPlaceAndRemedy) {
    const std::string text = GetParam().text;
    EXPECT_EQ(compileError(text, columns().symbols()), '"' + text + '"' + GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Names, WrongText,
    testing::Values(
        ErrorCase{"a > 1 AND dwelings > 3", ", column 11: unknown name 'dwelings'; did you mean 'dwellings'?"},
        ErrorCase{"height > 3", ", column 1: unknown name 'height'; known are dwellings, a, b, land_use, t"},
        ErrorCase{"land_use = \"housing\"", ", column 12: unknown name 'housing'; a text stands in single quotes: "
                                            "'housing'"},
        ErrorCase{"a = true", ", column 5: unknown name 'true'; a column of yes and no holds 1 and 0: compare it with "
                              "1"},
        ErrorCase{"caf\xC3\xA9 = 1 AND height > 3",
                  ", column 1: unknown name 'caf\xC3\xA9'; known are dwellings, a, b, "
                  "land_use, t"},
        ErrorCase{"t = '\xC3\xA9' AND height > 3", ", column 13: unknown name 'height'; known are dwellings, a, b, "
                                                   "land_use, t"},
        ErrorCase{"order > 1", ", column 1: unknown name 'order'; known are dwellings, a, b, land_use, t"},
        ErrorCase{"sites.a > 3",
                  ", column 1: a dot in 'sites.a'; write a column by its name alone, or in double quotes "
                  "if the dot belongs to the name"},
        ErrorCase{"\"\" = 1", ", column 1: a name is empty; write one between the double quotes, or '' for an empty "
                              "text"},
        ErrorCase{"sqrt(a) > 1", ", column 1: unknown function 'sqrt'; there are abs, least, greatest and coalesce"},
        ErrorCase{"leest(a, b) > 1", ", column 1: unknown function 'leest'; did you mean 'least'?"},
        ErrorCase{"abs(a, b) > 1", ", column 1: the function 'abs' takes one value"},
        ErrorCase{"least(a) > 1", ", column 1: the function 'least' takes two values or more"}));

const char* const kQuantity =
    "carries a unit; put the quantity into a parameter, or write the number in the unit of the other side";

TEST(QuantityInAText, IsRefusedWithTheRemedy) {
    const auto error = [](const char* text) { return compileError(text, columns().symbols()); };
    EXPECT_EQ(error("a <= 400 m"), std::string("\"a <= 400 m\", column 10: '400 m' ") + kQuantity);
    EXPECT_EQ(error("a <= 400m"), std::string("\"a <= 400m\", column 9: '400m' ") + kQuantity);
    EXPECT_EQ(error("a <= 10 %"), std::string("\"a <= 10 %\", column 9: '10 %' ") + kQuantity);
    EXPECT_EQ(error("a <= 10 % AND b = 1"), std::string("\"a <= 10 % AND b = 1\", column 9: '10 %' ") + kQuantity);
    EXPECT_EQ(error("a >= 40 dwellings per hectare"),
              std::string("\"a >= 40 dwellings per hectare\", column 9: '40 dwellings' ") + kQuantity);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, WrongText,
    testing::Values(
        ErrorCase{"a > .5", ", column 5: a number begins with a digit; write 0.5"},
        ErrorCase{"a > +3", ", column 5: '+' is not expected here; leave a plus before a number out"},
        ErrorCase{"a > 1e", ", column 5: '1e' is no number; write digits with a decimal point, like 0.5 or "
                            "1e6"},
        ErrorCase{"a > 1e400", ", column 5: the number '1e400' is too large or too small; write one between "
                               "1e-300 and 1e300"},
        ErrorCase{"a > 1.5.2", ", column 8: '.' is not expected here; a number has one decimal point"},
        ErrorCase{"a = 1 b = 2",
                  ", column 7: 'b' is not expected behind '1'; join conditions with AND or OR, and leave units out"},
        ErrorCase{"a % b = 1", ", column 3: '%' is no operator here; write a percentage as a number or put "
                               "it into a parameter"}));

INSTANTIATE_TEST_SUITE_P(
    Kinds, WrongText,
    testing::Values(
        ErrorCase{"a = 'x'", ", column 1: 'a' is a number but 'x' is text; write a number, without quotes"},
        ErrorCase{"land_use = 3", ", column 1: 'land_use' is text but 3 is a number; write the number as a text, '3', "
                                  "or use a column of numbers"},
        ErrorCase{"a = t", ", column 1: 'a' is a number but 't' is text; compare numbers with numbers and texts with "
                           "texts"},
        ErrorCase{"a IN (1, 'x')", ", column 1: 'a' is a number but 'x' is text; write a number, without quotes"},
        ErrorCase{"t BETWEEN 1 AND 'x'", ", column 1: 't' is text but 1 is a number; write the number as a text, '1', "
                                         "or use a column of numbers"},
        ErrorCase{"t + 1 > 2", ", column 1: 't' is text, but only numbers can be calculated with; use another column "
                               "or comparison"},
        ErrorCase{"a LIKE 'x'", ", column 1: 'a' is a number, but only texts can be compared with LIKE; use another "
                                "column or comparison"},
        ErrorCase{"a", ", column 1: 'a' is a number, not a condition; compare it with something, like \"a = 1\""},
        ErrorCase{"t", ", column 1: 't' is text, not a condition; compare it with something, like \"t = 'yes'\""},
        ErrorCase{"b > 1 AND a + 1", ", column 11: 'a + 1' is a number, not a condition; compare it with something, "
                                     "like \"a + 1 = 1\""},
        ErrorCase{"NOT a", ", column 5: 'a' is a number, not a condition; compare it with something, like \"a = 1\""},
        ErrorCase{"a > 3 > 2", ", column 1: 'a > 3' is a condition and has no value to compare; join conditions with "
                               "AND, OR and NOT"},
        ErrorCase{"b * (a > 3) > 2", ", column 6: 'a > 3' is a condition, but only numbers can be calculated with; use "
                                     "another column or comparison"},
        ErrorCase{"a = -'x'", ": a minus stands before a text; take it out"}));

INSTANTIATE_TEST_SUITE_P(
    Null, WrongText,
    testing::Values(
        ErrorCase{"a = NULL", ", column 5: nothing is equal to NULL, not even NULL; write 'x IS NULL' or 'x IS NOT "
                              "NULL'"},
        ErrorCase{"a IN (1, null)", ", column 10: nothing is equal to NULL, not even NULL; write 'x IS NULL' or 'x IS "
                                    "NOT NULL'"},
        ErrorCase{"coalesce(a, NULL) = 1", ", column 13: nothing is equal to NULL, not even NULL; write 'x IS NULL' or "
                                           "'x IS NOT NULL'"}));

INSTANTIATE_TEST_SUITE_P(
    Grammar, WrongText,
    testing::Values(
        ErrorCase{"a >", ", column 4: it ends too early; something is missing after the last word"},
        ErrorCase{"(a > 3", ", column 7: it ends too early; close the parenthesis"},
        ErrorCase{"a > 3)", ", column 6: ')' is not expected here; look at what stands before it"},
        ErrorCase{"a == 3", ", column 4: '=' is not expected here; write equality with one '='"},
        ErrorCase{"a IN ()", ", column 7: ')' is not expected here; look at what stands before it"},
        ErrorCase{"a = 1 AND b = 2 AND a = 1 AND b = 2 AND a = = 3",
                  ", column 45: '=' is not expected here; write equality with one '='"},
        ErrorCase{"a || 'x' = 'y'",
                  ", column 3: the character '|' has no meaning here; names with such characters, and "
                  "texts, stand in quotes (\"name\", 'text')"},
        ErrorCase{"t = 'open", ", column 5: the quote that begins here is never closed; add the missing quote"},
        ErrorCase{"\"open = 1", ", column 1: the quote that begins here is never closed; add the missing quote"},
        ErrorCase{"t LIKE 'x!%' ESCAPE '!!'", ", column 1: ESCAPE takes one ASCII character other than % and _, like "
                                              "'!'"}));

INSTANTIATE_TEST_SUITE_P(
    SideBySide, WrongText,
    testing::Values(
        ErrorCase{"a > 3 ORDER BY b",
                  ", column 7: 'ORDER' is not expected behind '3'; only a condition stands here, no "
                  "other part of SQL"},
        ErrorCase{"(a > 3) LIMIT 5", ", column 9: 'LIMIT' is not expected behind ')'; only a condition stands here, no "
                                     "other part of SQL"},
        ErrorCase{"t >= DATE '2031-03-31'",
                  ", column 11: ''2031-03-31'' is not expected behind 'DATE'; join conditions "
                  "with AND or OR, and leave units out"},
        ErrorCase{"a > 1 AND limit > > 3", ", column 19: '>' is not expected here; look at what stands before it"},
        ErrorCase{"limit > 3 AND limit > 4 AND limit > 5 AND limit > 6 AND limit > > 7",
                  ", column 65: '>' is not expected here; look at what stands before it"}));

class OtherSql : public testing::TestWithParam<const char*> {};

TEST_P(OtherSql, HasNoPlaceInACondition) {
    EXPECT_NE(compileError(GetParam(), columns().symbols()), "");
    EXPECT_EQ(compileError(GetParam(), columns().symbols()).find("not worded"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Clause, OtherSql,
                         testing::Values("a > 3 ORDER BY a", "a > 3 LIMIT 5", "a > 3 LIMIT 0", "a > 3 OFFSET 0",
                                         "a > 3 UNION ALL SELECT * FROM t", "a > 3; DROP TABLE sites",
                                         "a IN (SELECT a FROM t)", "EXISTS (a)", "CAST(a AS integer) > 3",
                                         "count(*) > 1", "MAX(a) > 1", "substr(t, 1, 2) = 'x'", "concat(t, t) = 'x'",
                                         "hstore_get_value(t, 'x') = 'y'", "a > 3) OR (b > 3", "1 = 1 JOIN x ON y",
                                         "a > 3 -- comment", "a > 3 /* x */", "`a` > 3", "[a] > 3", "a > 0x10",
                                         "a > 1_000", "a > 1,5", "a ISNULL", "DISTINCT a", "SELECT", "\"\" = 1"));

TEST(EmptyText, IsRefused) {
    EXPECT_EQ(compileError("", {}), "\"\": it is empty; write one, or leave the key out");
    EXPECT_EQ(compileError(" \n", {}), "\"  \": it is empty; write one, or leave the key out");
}

TEST(UnknownName, WithoutAnySymbolSaysSo) {
    EXPECT_EQ(compileError("a > 1", {}), "\"a > 1\", column 1: unknown name 'a'; no names are known here");
}

TEST(LongText, IsCutInTheMessageAndShownOnOneLine) {
    std::string text = "a = 1\n";
    for (int i = 0; i < 20; ++i) {
        text += "AND a = 1\n";
    }
    const std::string error = compileError(text + "AND nothing = 1", columns().symbols());
    EXPECT_EQ(error.find('\n'), std::string::npos);
    EXPECT_NE(error.find(" ...\", column 211: unknown name 'nothing'"), std::string::npos) << error;
    EXPECT_LT(error.size(), 250U);
}

TEST(Place, MayBeUnknown) {
    try {
        (void)Condition::compile("a >", columns().symbols(), Place{});
        FAIL() << "compiled";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(),
                     "condition \"a >\", column 4: it ends too early; something is missing after the last "
                     "word");
    }
}

TEST(GdalErrors, DoNotReachTheCallersHandlerOrState) {
    int heard = 0;
    CPLPushErrorHandlerEx([](CPLErr, CPLErrorNum, const char*) { ++*static_cast<int*>(CPLGetErrorHandlerUserData()); },
                          &heard);
    CPLError(CE_Warning, CPLE_AppDefined, "before");
    (void)compileError("a >", columns().symbols());
    (void)compileError("t = 'open", columns().symbols());
    EXPECT_STREQ(CPLGetLastErrorMsg(), "before");
    CPLPopErrorHandler();
    EXPECT_EQ(heard, 1);
}

} // namespace
} // namespace merestone
