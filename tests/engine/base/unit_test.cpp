// SPDX-License-Identifier: MIT
#include "base/unit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace merestone {
namespace {

struct UnitCase {
    const char* text;
    const char* symbol;
    Dimension dimension;
    double factor;
};

void PrintTo(const UnitCase& unitCase, std::ostream* out) {
    *out << '"' << unitCase.text << '"';
}

constexpr Dimension kNone{};
constexpr Dimension kMetres{1, 0, 0, 0};
constexpr Dimension kArea{2, 0, 0, 0};
constexpr Dimension kDays{0, 1, 0, 0};
constexpr Dimension kDwellings{0, 0, 1, 0};
constexpr Dimension kPeople{0, 0, 0, 1};
constexpr Dimension kDensity{-2, 0, 1, 0};
constexpr Dimension kPerPerson{2, 0, 0, -1};

class ParseUnit : public testing::TestWithParam<UnitCase> {};

TEST_P(ParseUnit, KnowsNameDimensionAndFactor) {
    const auto unit = parseUnit(GetParam().text);
    ASSERT_TRUE(unit.has_value());
    EXPECT_EQ(unit->symbol, GetParam().symbol);
    EXPECT_EQ(unit->dimension, GetParam().dimension);
    EXPECT_DOUBLE_EQ(unit->factor, GetParam().factor);
}

TEST_P(ParseUnit, ItsSymbolReadsBack) {
    const auto unit = parseUnit(GetParam().text);
    ASSERT_TRUE(unit.has_value());
    if (unit->symbol.empty()) {
        return;
    }
    const auto again = parseUnit(unit->symbol);
    ASSERT_TRUE(again.has_value()) << unit->symbol;
    EXPECT_EQ(again->symbol, unit->symbol);
    EXPECT_EQ(again->dimension, unit->dimension);
    EXPECT_DOUBLE_EQ(again->factor, unit->factor);
}

INSTANTIATE_TEST_SUITE_P(
    Named, ParseUnit,
    testing::Values(
        UnitCase{"m", "m", kMetres, 1}, UnitCase{"metres", "m", kMetres, 1}, UnitCase{"Metre", "m", kMetres, 1},
        UnitCase{" km ", "km", kMetres, 1000}, UnitCase{"feet", "ft", kMetres, 0.3048},
        UnitCase{"miles", "mi", kMetres, 1609.344}, UnitCase{"m2", "m2", kArea, 1},
        UnitCase{"m\xC2\xB2", "m2", kArea, 1}, UnitCase{"m^2", "m2", kArea, 1}, UnitCase{"sqm", "m2", kArea, 1},
        UnitCase{"sq m", "m2", kArea, 1}, UnitCase{"Square  Metres", "m2", kArea, 1}, UnitCase{"ha", "ha", kArea, 1e4},
        UnitCase{"HA", "ha", kArea, 1e4}, UnitCase{"hectares", "ha", kArea, 1e4}, UnitCase{"km2", "km2", kArea, 1e6},
        UnitCase{"km\xC2\xB2", "km2", kArea, 1e6}, UnitCase{"acres", "acres", kArea, 4046.8564224},
        UnitCase{"%", "%", kNone, 0.01}, UnitCase{"percent", "%", kNone, 0.01}, UnitCase{"per cent", "%", kNone, 0.01},
        UnitCase{"dwellings", "dwellings", kDwellings, 1}, UnitCase{"homes", "dwellings", kDwellings, 1},
        UnitCase{"people", "people", kPeople, 1}, UnitCase{"persons", "people", kPeople, 1},
        UnitCase{"days", "days", kDays, 1}, UnitCase{"week", "weeks", kDays, 7},
        UnitCase{"months", "months", kDays, 30.4375}, UnitCase{"years", "years", kDays, 365.25},
        UnitCase{"storeys", "storeys", kNone, 1}, UnitCase{"units", "", kNone, 1}, UnitCase{"bedrooms", "", kNone, 1}));

INSTANTIATE_TEST_SUITE_P(
    Ratios, ParseUnit,
    testing::Values(UnitCase{"dph", "dwellings/ha", kDensity, 1e-4},
                    UnitCase{"dwellings per hectare", "dwellings/ha", kDensity, 1e-4},
                    UnitCase{"dwellings/ha", "dwellings/ha", kDensity, 1e-4},
                    UnitCase{"Homes / ha", "dwellings/ha", kDensity, 1e-4},
                    UnitCase{"homes per hectare", "dwellings/ha", kDensity, 1e-4},
                    UnitCase{"ha per 1000 people", "ha per 1000 people", kPerPerson, 10},
                    UnitCase{"hectares per 1,000 population", "ha per 1000 people", kPerPerson, 10},
                    UnitCase{"ha/1000 people", "ha per 1000 people", kPerPerson, 10},
                    UnitCase{"per 1000 people", "per 1000 people", {0, 0, 0, -1}, 1e-3},
                    UnitCase{"per 100 dwellings", "per 100 dwellings", {0, 0, -1, 0}, 1e-2},
                    UnitCase{"m2 per person", "m2/person", kPerPerson, 1},
                    UnitCase{"m2/person", "m2/person", kPerPerson, 1},
                    UnitCase{"per ha", "per ha", {-2, 0, 0, 0}, 1e-4}, UnitCase{"1/ha", "per ha", {-2, 0, 0, 0}, 1e-4},
                    UnitCase{"people per dwelling", "people/dwelling", {0, 0, -1, 1}, 1},
                    UnitCase{"spaces per dwelling", "per dwelling", {0, 0, -1, 0}, 1},
                    UnitCase{"dwellings per year", "dwellings/year", {0, -1, 1, 0}, 1 / 365.25},
                    UnitCase{"homes per ha per year", "dwellings/ha/year", {-2, -1, 1, 0}, 1e-4 / 365.25}));

TEST(ParseUnitErrors, UnknownNamesGiveNothing) {
    for (const char* text : {"", " ", "furlong", "metrs", "m3s", "per", "/", "m/", "/m", "per per ha", "m//ha", "400",
                             "400 m", "per 0 people", "per 1e3 people", "ha per", "m2 m2", "%%", "a/b/c/d/e/f"}) {
        EXPECT_FALSE(parseUnit(text).has_value()) << '"' << text << '"';
    }
}

TEST(ParseUnitErrors, HostileLengthsGiveNothing) {
    EXPECT_FALSE(parseUnit(std::string(100'000, 'm')).has_value());
    std::string chain = "m";
    for (int i = 0; i < 10; ++i) {
        chain += "/m";
    }
    EXPECT_FALSE(parseUnit(chain).has_value());
    EXPECT_FALSE(parseQuantity("1 " + std::string(100'000, ' ') + "m").has_value());
    EXPECT_FALSE(parseUnit("per 99999999999999999999 people").has_value());
}

TEST(UnitNames, AreAllKnown) {
    ASSERT_GT(unitNames().size(), 50U);
    for (const std::string& name : unitNames()) {
        EXPECT_TRUE(parseUnit(name).has_value()) << name;
    }
    EXPECT_NE(std::find(unitNames().begin(), unitNames().end(), "hectares"), unitNames().end());
}

TEST(ParseQuantity, ReadsNumberAndUnit) {
    const auto distance = parseQuantity("400 m");
    ASSERT_TRUE(distance.has_value());
    EXPECT_EQ(distance->value, 400);
    EXPECT_EQ(distance->unit.symbol, "m");
    EXPECT_EQ(parseQuantity("0.2 ha")->value, 0.2);
    EXPECT_EQ(parseQuantity("10%")->unit.symbol, "%");
    EXPECT_EQ(parseQuantity("400m")->unit.symbol, "m");
    EXPECT_EQ(parseQuantity(" +5\xC2\xA0km ")->value, 5);
    EXPECT_EQ(parseQuantity("-5 m")->value, -5);
    EXPECT_EQ(parseQuantity(".5 ha")->value, 0.5);
    EXPECT_EQ(parseQuantity("1e3 m")->value, 1000);
    EXPECT_EQ(parseQuantity("40 dwellings per hectare")->unit.symbol, "dwellings/ha");
    EXPECT_EQ(parseQuantity("40/ha")->unit.symbol, "per ha");
    EXPECT_EQ(parseQuantity("2 per 1000 people")->unit.symbol, "per 1000 people");
}

TEST(ParseQuantity, ABareNumberIsPlain) {
    const auto number = parseQuantity("12");
    ASSERT_TRUE(number.has_value());
    EXPECT_EQ(number->value, 12);
    EXPECT_EQ(number->unit.dimension, Dimension{});
    EXPECT_EQ(number->unit.factor, 1.0);
    EXPECT_EQ(number->unit.symbol, "");
}

TEST(ParseQuantity, RefusesWhatIsNoQuantity) {
    for (const char* text : {"", " ", "m", "m 400", "400 furlong", "4,5 m", "1 000 m", "inf m", "nan", "1e999 m",
                             "0x10 m", "--5 m", "+-5 m", "5 m 6", "1.2.3 m", "400 m;", "NaN m", "infinity"}) {
        EXPECT_FALSE(parseQuantity(text).has_value()) << '"' << text << '"';
    }
}

TEST(Conversion, FactorTurnsOneUnitIntoAnother) {
    EXPECT_EQ(conversionFactor(*parseUnit("ha"), *parseUnit("m2")), 10000.0);
    EXPECT_EQ(conversionFactor(*parseUnit("m2"), *parseUnit("ha")), 0.0001);
    EXPECT_EQ(conversionFactor(*parseUnit("km"), *parseUnit("km")), 1.0);
    EXPECT_DOUBLE_EQ(conversionFactor(*parseUnit("m2 per person"), *parseUnit("ha per 1000 people")), 0.1);
}

TEST(Conversion, IsExactWhereTheRatioIsWhole) {
    const Unit m2 = *parseUnit("m2");
    const Unit ha = *parseUnit("ha");
    for (int tenths = 0; tenths < 10'000; ++tenths) {
        const double hectares = tenths / 10.0;
        ASSERT_EQ(convert(tenths * 1000.0, m2, ha), hectares);
        ASSERT_EQ(convert(tenths, *parseUnit("%"), Unit{}), tenths / 100.0);
    }
    EXPECT_EQ(convert(0.2, ha, m2), 2000.0);
}

TEST(Conversion, KeepsInfinityNaNAndEqualUnits) {
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(convert(infinity, *parseUnit("m"), *parseUnit("km")), infinity);
    EXPECT_TRUE(std::isnan(convert(std::nan(""), *parseUnit("m"), *parseUnit("km"))));
    EXPECT_EQ(convert(0.1, *parseUnit("m"), *parseUnit("m")), 0.1);
}

TEST(FormatQuantity, WritesNumberThenSymbol) {
    EXPECT_EQ(formatQuantity(400, *parseUnit("m")), "400 m");
    EXPECT_EQ(formatQuantity(12.5, *parseUnit("%")), "12.5 %");
    EXPECT_EQ(formatQuantity(3, Unit{}), "3");
    EXPECT_EQ(formatQuantity(1.0 / 3.0, *parseUnit("ha")), "0.33 ha");
    EXPECT_EQ(formatQuantity(1.0 / 3.0, *parseUnit("ha"), 4), "0.3333 ha");
    EXPECT_EQ(formatQuantity(2, *parseUnit("per 1000 people")), "2 per 1000 people");
    EXPECT_EQ(formatQuantity(-0.001, *parseUnit("m")), "0 m");
}

TEST(FormatQuantity, OneIsSingular) {
    EXPECT_EQ(formatQuantity(1, *parseUnit("homes")), "1 dwelling");
    EXPECT_EQ(formatQuantity(1, *parseUnit("people")), "1 person");
    EXPECT_EQ(formatQuantity(1, *parseUnit("m")), "1 m");
    EXPECT_EQ(formatQuantity(1, *parseUnit("ha per 1000 people")), "1 ha per 1000 people");
    EXPECT_EQ(formatQuantity(1.001, *parseUnit("homes")), "1 dwelling");
    EXPECT_EQ(formatQuantity(0, *parseUnit("homes")), "0 dwellings");
}

TEST(FormatQuantity, WhatIsNoNumberHasAWord) {
    EXPECT_EQ(formatQuantity(std::nan(""), *parseUnit("m")), "unknown");
    EXPECT_EQ(formatQuantity(std::numeric_limits<double>::infinity(), *parseUnit("m")), "infinite");
}

TEST(FormatQuantity, ReadsBack) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> values(-1e6, 1e6);
    for (const char* name : {"m", "ha", "%", "dph", "per 1000 people", "m2 per person"}) {
        for (int round = 0; round < 200; ++round) {
            const double value = std::round(values(random) * 100) / 100;
            const auto back = parseQuantity(formatQuantity(value, *parseUnit(name)));
            ASSERT_TRUE(back.has_value());
            ASSERT_EQ(back->value, value);
            ASSERT_EQ(back->unit.symbol, parseUnit(name)->symbol);
        }
    }
}

} // namespace
} // namespace merestone
