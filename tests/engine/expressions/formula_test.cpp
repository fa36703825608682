// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace merestone {
namespace {

std::string unitOf(const std::string& text, const TableSource& source) {
    const auto unit = Formula::compile(text, source.symbols(), kPlace).unit();
    return !unit ? "bare" : unit->symbol.empty() ? "plain" : unit->symbol;
}

std::string formulaError(const std::string& text, const TableSource& source) {
    try {
        (void)Formula::compile(text, source.symbols(), kPlace);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(Formula, IsANumberMadeOfSymbols) {
    const TableSource source = TableSource().number("dwellings", 10).number("u", kNull);
    EXPECT_EQ(value("2.4 * dwellings", source).value, 24);
    EXPECT_EQ(value("dwellings", source).value, 10);
    EXPECT_EQ(value("7 / 2", source).value, 3.5);
    EXPECT_EQ(value("-dwellings", source).value, -10);
    EXPECT_EQ(value("greatest(dwellings, 12)", source).value, 12);
    EXPECT_TRUE(std::isnan(value("2.4 * u", source).value));
    EXPECT_TRUE(std::isnan(value("dwellings / 0", source).value));
}

TEST(Formula, KeepsTheBounds) {
    const TableSource source = TableSource().number("a", measured(10, 1));
    const UncertainNumber result = value("-2 * a", source);
    EXPECT_EQ(result.low, -22);
    EXPECT_EQ(result.value, -20);
    EXPECT_EQ(result.high, -18);
    EXPECT_EQ(result.certainLow, -20);
}

TEST(Formula, KnowsItsUnit) {
    const TableSource source = TableSource()
                                   .number("bare", 1)
                                   .number("other", 1)
                                   .number("area", 1, "m2")
                                   .number("net", 1, "ha")
                                   .number("length", 1, "m")
                                   .number("count", 1, "")
                                   .number("people", 1, "people");
    EXPECT_EQ(unitOf("3", source), "bare");
    EXPECT_EQ(unitOf("2.4 * bare", source), "bare");
    EXPECT_EQ(unitOf("bare * other", source), "plain");
    EXPECT_EQ(unitOf("2 * area", source), "m2");
    EXPECT_EQ(unitOf("area + net", source), "m2");
    EXPECT_EQ(unitOf("length * length", source), "m2");
    EXPECT_EQ(unitOf("area / length", source), "m");
    EXPECT_EQ(unitOf("area / people", source), "m2/person");
    EXPECT_EQ(unitOf("count / net", source), "per ha");
    EXPECT_EQ(unitOf("net / length", source), "ha/m");
    EXPECT_EQ(unitOf("length / (net / length)", source), "m/(ha/m)");
    EXPECT_EQ(unitOf("area / net", source), "m2/ha");
    EXPECT_EQ(unitOf("bare + length", source), "m");
    EXPECT_EQ(unitOf("count", source), "plain");
}

TEST(Formula, RefusesWhatIsNoNumber) {
    const TableSource source = TableSource().number("a", 1).text("t", "x");
    EXPECT_EQ(formulaError("a > 3", source), "plan.yaml:12:5: formula \"a > 3\", column 1: 'a > 3' is no number; a "
                                             "formula gives one, like \"2.4 * homes\"");
    EXPECT_EQ(formulaError("t", source), "plan.yaml:12:5: formula \"t\", column 1: 't' is no number; a formula gives "
                                         "one, like \"2.4 * homes\"");
    EXPECT_EQ(formulaError("2.4 *", source), "plan.yaml:12:5: formula \"2.4 *\", column 6: it ends too early; "
                                             "something is missing after the last word");
    EXPECT_EQ(formulaError("2.4 * homes", source), "plan.yaml:12:5: formula \"2.4 * homes\", column 7: unknown name "
                                                   "'homes'; known are a, t");
}

TEST(Formula, CanBeMovedAndNamesItsSymbols) {
    const TableSource source = TableSource().number("a", 1).number("b", 2);
    Formula first = Formula::compile("b", source.symbols(), kPlace);
    const Formula second = std::move(first);
    EXPECT_EQ(second.usedSymbols(), std::vector<std::size_t>{1});
    EXPECT_EQ(second.evaluate(source, 0).value, 2);
}

} // namespace
} // namespace merestone
