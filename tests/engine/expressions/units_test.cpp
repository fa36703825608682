// SPDX-License-Identifier: MIT
#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merestone {
namespace {

const char* const kRemedy = "; only quantities of one kind can be compared: change the unit of one, or take another "
                            "measure";

TEST(UnitMismatch, NamesBothUnitsAndTheRemedy) {
    const TableSource source = TableSource().number("area", 1, "m2").number("within", 1, "m");
    EXPECT_EQ(compileError("area <= within", source.symbols()),
              std::string("\"area <= within\", column 1: 'area' is in m2 but 'within' is in m") + kRemedy);
    EXPECT_EQ(compileError("1 = 1 AND area + within > 3", source.symbols()),
              "\"1 = 1 AND area + within > 3\", column 11: 'area' is in m2 but 'within' is in m; only quantities of "
              "one kind can be added to or taken from each other: change the unit of one, or take another measure");
    EXPECT_EQ(compileError("least(within, area) > 3", source.symbols()),
              "\"least(within, area) > 3\", column 7: 'within' is in m but 'area' is in m2; only quantities of one "
              "kind can be put into one list: change the unit of one, or take another measure");
}

TEST(UnitMismatch, SaysWhenAPlainNumberIsTheReason) {
    const TableSource source =
        TableSource().number("count", 1, "").number("within", 1, "m").number("a", 1).number("b", 1);
    EXPECT_EQ(compileError("count <= within", source.symbols()),
              std::string("\"count <= within\", column 1: 'count' is a plain number but 'within' is in m") + kRemedy);
    EXPECT_EQ(compileError("a / b <= within", source.symbols()),
              std::string("\"a / b <= within\", column 1: 'a / b' is a plain number but 'within' is in m") + kRemedy +
                  ", or declare the units of the columns under 'units' of the layer");
}

struct MatchCase {
    const char* text;
    bool matches;
};

class UnitsOf : public testing::TestWithParam<MatchCase> {};

TEST_P(UnitsOf, MatchOrDoNot) {
    const TableSource source = TableSource()
                                   .number("m", 1, "m")
                                   .number("km", 1, "km")
                                   .number("m2", 1, "m2")
                                   .number("ha", 1, "ha")
                                   .number("homes", 1, "dwellings")
                                   .number("people", 1, "people")
                                   .number("dph", 1, "dph")
                                   .number("per_head", 1, "m2 per person")
                                   .number("standard", 1, "ha per 1000 people")
                                   .number("share", 1, "%")
                                   .number("plain", 1, "")
                                   .number("days", 1, "days")
                                   .number("years", 1, "years")
                                   .number("bare", 1)
                                   .number("bare2", 1);
    const std::string error = compileError(GetParam().text, source.symbols());
    EXPECT_EQ(error.empty(), GetParam().matches) << GetParam().text << ": " << error;
}

INSTANTIATE_TEST_SUITE_P(Same, UnitsOf,
                         testing::Values(MatchCase{"m <= km", true}, MatchCase{"m2 <= ha", true},
                                         MatchCase{"m <= 400", true}, MatchCase{"bare <= m", true},
                                         MatchCase{"m <= bare", true}, MatchCase{"days <= years", true},
                                         MatchCase{"per_head >= standard", true}, MatchCase{"share >= plain", true},
                                         MatchCase{"m BETWEEN 1 AND km", true}, MatchCase{"m IN (1, km)", true},
                                         MatchCase{"coalesce(m, km, 0) > 1", true}, MatchCase{"abs(m) > km", true},
                                         MatchCase{"-m < km", true}, MatchCase{"m + 5 < km", true}));

INSTANTIATE_TEST_SUITE_P(Different, UnitsOf,
                         testing::Values(MatchCase{"m <= m2", false}, MatchCase{"homes <= people", false},
                                         MatchCase{"homes <= m", false}, MatchCase{"share <= m", false},
                                         MatchCase{"plain <= m", false}, MatchCase{"days <= m", false},
                                         MatchCase{"m BETWEEN 1 AND m2", false}, MatchCase{"m BETWEEN m2 AND 1", false},
                                         MatchCase{"m IN (1, m2)", false}, MatchCase{"coalesce(m, m2) > 1", false},
                                         MatchCase{"abs(m) > m2", false}, MatchCase{"-m < m2", false},
                                         MatchCase{"m - m2 > 1", false}, MatchCase{"bare + m > m2", false},
                                         MatchCase{"3 BETWEEN m AND m2", false}, MatchCase{"per_head >= dph", false},
                                         MatchCase{"-homes < people", false}));

INSTANTIATE_TEST_SUITE_P(
    Calculated, UnitsOf,
    testing::Values(MatchCase{"m * m <= m2", true}, MatchCase{"m * km <= ha", true}, MatchCase{"m2 / m <= km", true},
                    MatchCase{"m2 / ha <= share", true}, MatchCase{"m2 / ha <= m", false},
                    MatchCase{"homes / ha >= dph", true}, MatchCase{"people / ha >= dph", false},
                    MatchCase{"m2 / people >= standard", true}, MatchCase{"share * m2 <= ha", true},
                    MatchCase{"2 * m <= km", true}, MatchCase{"m / 2 <= km", true}, MatchCase{"2 * m <= m2", false},
                    MatchCase{"1 / m <= m", false}, MatchCase{"2 * bare <= m", true}, MatchCase{"bare / 2 <= m", true},
                    MatchCase{"bare * bare2 <= m2", false}, MatchCase{"m / m <= share", true}));

INSTANTIATE_TEST_SUITE_P(FreeCounts, UnitsOf,
                         testing::Values(MatchCase{"bare / ha >= dph", true}, MatchCase{"bare / m2 >= dph", true},
                                         MatchCase{"plain / ha >= dph", true}, MatchCase{"plain >= homes", true},
                                         MatchCase{"plain >= people", true}, MatchCase{"bare / m >= dph", false},
                                         MatchCase{"2.4 * homes >= people", true}, MatchCase{"bare * m >= m", true},
                                         MatchCase{"bare / bare2 >= homes", true},
                                         MatchCase{"m2 / bare >= standard", true},
                                         MatchCase{"least(plain, homes, people) > 1", false}));

TEST(Literal, TakesTheOtherSidesUnitAtFaceValue) {
    const TableSource source = TableSource().number("net_area", 0.5, "ha").number("share", 10, "%");
    EXPECT_EQ(truth("net_area >= 0.5", source), Truth::yes);
    EXPECT_EQ(truth("net_area >= 0.51", source), Truth::no);
    EXPECT_EQ(truth("share <= 10", source), Truth::yes);
    EXPECT_EQ(truth("share <= 0.1", source), Truth::no);
    EXPECT_EQ(truth("0.5 <= net_area", source), Truth::yes);
}

TEST(Parameter, IsBroughtToTheLeftSidesUnit) {
    const TableSource source = TableSource()
                                   .number("net_area", 0.7, "ha")
                                   .number("minimum", 7000, "m2")
                                   .number("share", 10, "%")
                                   .number("limit", 0.1, "")
                                   .number("percent", 10, "%");
    EXPECT_EQ(truth("net_area = minimum", source), Truth::yes); // exactly, although 7000 * 0.0001 is not 0.7
    EXPECT_EQ(truth("minimum = net_area", source), Truth::yes);
    EXPECT_EQ(truth("share = limit", source), Truth::yes);
    EXPECT_EQ(truth("limit = percent", source), Truth::yes);
    EXPECT_EQ(truth("net_area BETWEEN 0.6 AND minimum", source), Truth::yes);
    EXPECT_EQ(truth("net_area IN (0.1, minimum)", source), Truth::yes);
}

TEST(Density, OfBareDwellingsOnHectares) {
    const TableSource source = TableSource()
                                   .number("dwellings", 20)
                                   .number("net_area", 0.5, "ha")
                                   .number("gross", 5000, "m2")
                                   .number("required", 40, "dwellings per hectare");
    EXPECT_EQ(truth("dwellings / net_area >= 40", source), Truth::yes);
    EXPECT_EQ(truth("dwellings / net_area > 40", source), Truth::no);
    EXPECT_EQ(truth("dwellings / net_area >= required", source), Truth::yes);
    EXPECT_EQ(truth("dwellings / net_area > required", source), Truth::no);
    EXPECT_EQ(truth("dwellings / gross >= required", source), Truth::yes);
    EXPECT_EQ(truth("required <= dwellings / gross", source), Truth::yes);
    EXPECT_EQ(truth("dwellings / gross >= 40", source), Truth::no); // a literal is per m2 here
}

TEST(Density, IsShownInTheUnitThatNamesTheCount) {
    const TableSource source =
        TableSource().number("dwellings", 20).number("net_area", 0.5, "ha").number("required", 40, "dph");
    const auto unitOf = [&](const char* text) {
        return Condition::compile(text, source.symbols(), kPlace).comparison(source, 0).unit.value().symbol;
    };
    EXPECT_EQ(unitOf("dwellings / net_area >= required"), "dwellings/ha");
    EXPECT_EQ(unitOf("dwellings / net_area >= 40"), "per ha");
    EXPECT_EQ(unitOf("required <= dwellings / net_area"), "dwellings/ha");
}

TEST(Conversion, ReachesEveryOperand) {
    const TableSource source = TableSource().number("m", 500, "m").number("km", 2, "km").number("bare", 3);
    EXPECT_EQ(value("m + km", source).value, 2500);
    EXPECT_EQ(value("km + m", source).value, 2.5);
    EXPECT_EQ(value("km - m - m", source).value, 1);
    EXPECT_EQ(value("least(m, km, 700)", source).value, 500);
    EXPECT_EQ(value("greatest(bare, km, m)", source).value, 3); // bare takes km, so m becomes 0.5 km
    EXPECT_EQ(value("coalesce(m, km)", source).value, 500);
}

TEST(EqualUnits, AreNotMultiplied) {
    const TableSource source = TableSource().number("a", 0.1, "ha").number("b", 0.1, "hectares").number("c", 0.3, "ha");
    EXPECT_EQ(truth("a = b", source), Truth::yes);
    EXPECT_EQ(value("a + c", source).value, 0.1 + 0.3);
}

TEST(Exponents, BeyondAllSenseAreRefused) {
    const TableSource source = TableSource().number("area", 1, "m2");
    std::string text = "area";
    for (int i = 0; i < 60; ++i) {
        text += "*area";
    }
    EXPECT_NE(compileError(text + " > 1", source.symbols()).find("has a unit beyond all sense"), std::string::npos);
}

} // namespace
} // namespace merestone
