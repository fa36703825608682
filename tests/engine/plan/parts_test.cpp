// SPDX-License-Identifier: MIT
#include "plan/dates.hpp"
#include "plan/measure_names.hpp"
#include "plan/placeholders.hpp"
#include "plan/plan_names.hpp"
#include "plan/quantities.hpp"
#include "plan/references.hpp"

#include <gtest/gtest.h>

#include <set>

namespace merestone {
namespace {

TEST(IsoDate, IsADayOfTheCalendar) {
    for (const char* date : {"2026-09-01", "2024-02-29", "2000-02-29", "1000-01-01", "9999-12-31"}) {
        EXPECT_TRUE(isIsoDate(date)) << date;
    }
    for (const char* text : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-9-1",
                             "26-09-01", "2026/09/01", "2026-09-01T00", "", "0999-01-01", "20260901", "2026-0a-01"}) {
        EXPECT_FALSE(isIsoDate(text)) << text;
    }
}

TEST(Year, HasFourDigits) {
    EXPECT_TRUE(isYear("2031"));
    for (const char* text : {"31", "0031", "20311", "203a", ""}) {
        EXPECT_FALSE(isYear(text)) << text;
    }
}

TEST(Quantities, AreRefusedWithTheRemedy) {
    EXPECT_EQ(whyNoQuantity("400 m", knownUnit("km"), "'x'"), "");
    EXPECT_EQ(whyNoQuantity("400", knownUnit("m"), "'x'"), "'x' needs a unit: write '400 m'");
    EXPECT_EQ(whyNoQuantity("10", knownUnit("%"), "'x'"), "'x' needs a unit: write '10 %'");
    EXPECT_EQ(whyNoQuantity("3 m", Unit{}, "'x'"), "'x' is in m, a length, but must be a plain number");
    EXPECT_EQ(whyNoQuantity("3 ha", knownUnit("dwellings"), "'x'"),
              "'x' is in ha, an area, but must be a number of dwellings (such as dwellings)");
    EXPECT_EQ(whyNoQuantity("", Unit{}, "'x'"), "'x' must be a plain number such as '400', not ''");
}

TEST(Quantities, AreToldFromTextByTheirFirstLetters) {
    for (const char* text : {"30 hectars", "30hectars", "-1.5 x", "10 %", "3/ha"}) {
        EXPECT_TRUE(looksLikeQuantity(text)) << text;
    }
    for (const char* text : {"2026-09-01", "1,000", "S4", "", "30", "2015-2031"}) {
        EXPECT_FALSE(looksLikeQuantity(text)) << text;
    }
}

TEST(ConditionName, StandsBareInACondition) {
    for (const char* name : {"a", "_a1", "Dwellings", "selected"}) {
        EXPECT_TRUE(isConditionName(name)) << name;
    }
    for (const char* name : {"", "1a", "a b", "a-b", "select", "AND", "caf\xC3\xA9"}) {
        EXPECT_FALSE(isConditionName(name)) << name;
    }
}

TEST(LongText, IsCutBetweenCharacters) {
    EXPECT_EQ(inQuotes("a\nb"), "'a\\x0Ab'");
    const std::string cut = inQuotes(std::string(79, 'a') + "\xC3\xA9" + "b");
    EXPECT_EQ(cut, "'" + std::string(79, 'a') + "…'");
}

BoundParameter bound(const char* name, PackParameter::Kind kind, const char* text) {
    return {name, kind, ParameterValue(std::string(text)), {}, true};
}

TEST(Placeholders, AreFilledByKind) {
    using Kind = PackParameter::Kind;
    const std::vector<BoundParameter> all = {bound("f", Kind::field, "size"), bound("g", Kind::field, "a b"),
                                             bound("c", Kind::condition, "x OR y"), bound("t", Kind::text, "it's {1}")};
    EXPECT_EQ(fillCondition("{f} > 1 AND {g} < 2", all), "size > 1 AND \"a b\" < 2");
    EXPECT_EQ(fillCondition("\"{g}\" < 2 AND a = \"it's\" AND {c}", all), "\"a b\" < 2 AND a = \"it's\" AND (x OR y)");
    EXPECT_EQ(fillCondition("{c}", all), "x OR y");
    EXPECT_EQ(fillCondition("NOT {c}", all), "NOT (x OR y)");
    EXPECT_EQ(fillCondition("k = {t}", all), "k = 'it''s {1}'");
    EXPECT_EQ(fillCondition("k = '{t}'", all), "k = 'it''s {1}'");
    EXPECT_EQ(fillCondition("{unknown} {F} {", all), "{unknown} size {");
    EXPECT_EQ(fillMessage("{f} {f:.1f} {{f} {t} {other} {c} {", all),
              "{size} {size:.1f} {{f} it's {{1} {other} x OR y {");
    EXPECT_EQ(fillName("{g}", all), "a b");
    EXPECT_EQ(fillName("{g}x", all), "{g}x");
}

TEST(Messages, AreReadOnlyWithWholePlaceholders) {
    for (const char* text : {"", "plain", "{a}", "{a:.0f} and {b}", "{{ {a} }", "50 }"}) {
        EXPECT_EQ(whyNoMessage(text), "") << text;
    }
    for (const char* text : {"{", "{a", "{}", "{:.2f}", "{a:x}", "{a:.22f}", "{a{b}}", "{{{"}) {
        EXPECT_NE(whyNoMessage(text), "") << text;
    }
}

TEST(Cycle, IsTheShortestWalkBackToItsStart) {
    EXPECT_TRUE(findCycle({}).empty());
    EXPECT_TRUE(findCycle({{"a", {"b", "c"}}, {"b", {"c"}}, {"c", {}}}).empty());
    EXPECT_TRUE(findCycle({{"a", {"unknown"}}}).empty());
    EXPECT_EQ(findCycle({{"a", {"b"}}, {"b", {"c"}}, {"c", {"d", "b"}}, {"d", {}}}),
              (std::vector<std::string>{"b", "c", "b"}));
}

TEST(MeasureNames, AreAllDocumentedAndDistinct) {
    std::set<std::string> kinds;
    for (const MeasureName& measure : measureNames()) {
        EXPECT_TRUE(kinds.insert(measure.kind).second) << measure.kind;
        EXPECT_EQ(findMeasureName(measure.kind), &measure);
        EXPECT_EQ(measure.help.back(), '.') << measure.kind;
        EXPECT_TRUE(measure.unit.empty() || parseUnit(measure.unit)) << measure.unit;
        std::set<std::string> options = {"where", "unit"};
        for (const MeasureOption& option : measure.options) {
            const std::string name = measure.kind + "." + option.name;
            EXPECT_TRUE(options.insert(option.name).second) << name;
            EXPECT_EQ(findMeasureName(option.name), nullptr) << name << " would look like a second kind";
            EXPECT_EQ(findMeasureOption(measure, option.name), &option);
            EXPECT_EQ(option.help.back(), '.') << name;
            EXPECT_EQ(option.type == OptionType::word, !option.words.empty() && option.type != OptionType::formula)
                << name;
            EXPECT_TRUE(!option.required || option.defaultText.empty()) << name;
        }
    }
}

TEST(MeasureNames, HoldTheMeasuresOfTheDesign) {
    for (const char* kind :
         {"area",         "length",      "width",          "compactness",  "parts",      "vertices",
          "valid",        "area_within", "share_within",   "overlap_area", "distance",   "nearest",
          "count_within", "sum_within",  "share_of_count", "neighbours",   "run_length", "symmetric_difference",
          "gaps",         "overlaps",    "total",          "per_head",     "balance",    "inscribed_rectangle"}) {
        EXPECT_NE(findMeasureName(kind), nullptr) << kind;
    }
}

TEST(Roles, OfThePlanAreKnownRoles) {
    std::size_t drawn = 0;
    for (const std::string& role : knownRoles()) {
        drawn += isPlanRole(role) ? 1U : 0U;
    }
    EXPECT_GT(drawn, 0U);
    EXPECT_LT(drawn, knownRoles().size());
    EXPECT_TRUE(isPlanRole("neighbourhood_area"));
    EXPECT_FALSE(isPlanRole("designated_area"));
    EXPECT_FALSE(isPlanRole(""));
}

} // namespace
} // namespace merestone
