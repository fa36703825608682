// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base/unit.hpp"
#include "models/attribute_filter.hpp"
#include "models/expression_completion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace merestone::viewer {
namespace {

constexpr double kNull = std::numeric_limits<double>::quiet_NaN();

/// Squares of 10 m side, one after the other to the east, with a use, a height and a column of an odd name.
LayerPtr plots(const std::vector<std::string>& uses, const std::vector<double>& heights) {
    PackedGeometry geometry;
    std::vector<Column> columns(3);
    columns[0].name = "land_use";
    columns[1].name = "height";
    columns[1].type = ColumnType::real;
    columns[1].numbers = heights;
    columns[2].name = "built in";
    columns[2].type = ColumnType::integer;
    columns[2].numbers = std::vector<double>(heights.size(), 1900.0);
    std::vector<std::int64_t> fids;
    for (const std::string& use : uses) {
        const double x = 10.0 * static_cast<double>(fids.size());
        for (const Point& p : {Point{x, 0}, Point{x + 10, 0}, Point{x + 10, 10}, Point{x, 10}, Point{x, 0}}) {
            geometry.addPoint(p);
        }
        geometry.endRun();
        geometry.endPart();
        geometry.endFeature(Shape::polygon);
        const auto known = std::find(columns[0].dictionary.begin(), columns[0].dictionary.end(), use);
        columns[0].codes.push_back(use.empty() ? Column::kNull
                                               : static_cast<std::uint32_t>(known - columns[0].dictionary.begin()));
        if (!use.empty() && known == columns[0].dictionary.end()) {
            columns[0].dictionary.push_back(use);
        }
        fids.push_back(static_cast<std::int64_t>(fids.size()) + 1);
    }
    ValidityReport validity = checkValidity(geometry, InvalidPolicy::repair, RunContext{});
    return std::make_shared<Layer>("plots", LayerInfo(), std::move(geometry), std::move(columns), std::move(fids),
                                   std::move(validity), "", "");
}

LayerPtr five() {
    return plots({"housing", "shop", "", "housing", "baker's"}, {12.0, 6.0, 9.0, kNull, 3.0});
}

FilterOutcome matches(const std::string& condition, const FieldUnits& units = {}) {
    return AttributeFilter(five(), units, condition).run(RunContext{});
}

using Rows = std::vector<std::uint32_t>;

TEST(AttributeFilter, GivesTheRowsForWhichTheConditionIsTrue) {
    EXPECT_EQ(matches("land_use = 'housing'").matching, (Rows{0, 3}));
    EXPECT_EQ(matches("HEIGHT BETWEEN 6 AND 10").matching, (Rows{1, 2}));
    EXPECT_EQ(matches("\"built in\" = 1900 AND FID > 3").matching, (Rows{3, 4}));
    EXPECT_EQ(matches("OGR_GEOM_AREA > 99.9").matching.size(), 5U);
}

TEST(AttributeFilter, WhatCannotBeToldNeverMatchesAndIsCounted) {
    const FilterOutcome is = matches("height > 5");
    EXPECT_EQ(is.matching, (Rows{0, 1, 2}));
    EXPECT_EQ(is.unknown, 1U);
    const FilterOutcome isNot = matches("NOT (height > 5)");
    EXPECT_EQ(isNot.matching, (Rows{4}));
    EXPECT_EQ(isNot.unknown, 1U);
    const FilterOutcome decided = matches("height > 5 OR land_use = 'housing'");
    EXPECT_EQ(decided.matching, (Rows{0, 1, 2, 3})) << "whatever the height, it is housing";
    EXPECT_EQ(decided.unknown, 0U);
    EXPECT_EQ(matches("land_use IS NULL").matching, (Rows{2}));
}

TEST(AttributeFilter, ComparesInTheUnitsThatThePlanStates) {
    const FieldUnits metres{{"height", *parseUnit("m")}};
    EXPECT_EQ(matches("height > 5", metres).matching, (Rows{0, 1, 2}));
    EXPECT_THROW((void)matches("height > OGR_GEOM_AREA", metres), Error) << "metres are no square metres";
}

TEST(AttributeFilter, SaysWhatIsWrongAndWhere) {
    for (const auto& [condition, part] : {std::pair<const char*, const char*>{"heigth > 3", "did you mean 'height'"},
                                          {"land_use = 'x' AND hight = 2", "column 20"},
                                          {"land_use = 3", "write the number as a text"},
                                          {"height >", "column"},
                                          {"height", "condition"}}) {
        try {
            (void)matches(condition);
            ADD_FAILURE() << condition;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
        }
    }
}

TEST(AttributeFilter, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const AttributeFilter filter(five(), {}, "height > 5");
    EXPECT_THROW((void)filter.run({stop.get_token(), {}, 1}), Error);
}

QStringList offers(const char* text) {
    const QString condition = QString::fromUtf8(text);
    return completionAt(condition, static_cast<int>(condition.size()), *five()).offers;
}

TEST(Completion, OffersFieldsAndWordsOfTheLanguage) {
    EXPECT_EQ(offers("lan"), QStringList{"land_use"});
    EXPECT_EQ(offers("b"), (QStringList{"\"built in\"", "BETWEEN"})) << "a name with a blank needs quotes";
    EXPECT_EQ(offers("height > 3 a"), QStringList{"AND"});
    EXPECT_EQ(offers("height"), QStringList()) << "there is nothing to add";
    EXPECT_EQ(offers(""), QStringList());
}

TEST(Completion, OffersTheValuesOfAFieldBehindAComparison) {
    const QStringList all{"'baker''s'", "'housing'", "'shop'"};
    EXPECT_EQ(offers("land_use = "), all);
    EXPECT_EQ(offers("land_use IN ('shop', "), all);
    EXPECT_EQ(offers("land_use <> 'h"), QStringList{"'housing'"});
    EXPECT_EQ(offers("land_use = sh"), QStringList{"'shop'"}) << "with quotes, also where they were forgotten";
    EXPECT_EQ(offers("land_use = 'shop' "), QStringList());
    EXPECT_EQ(offers("height = "), QStringList()) << "numbers are not listed";
    EXPECT_EQ(offers("height > 3 AND "), QStringList());
}

TEST(Completion, ReplacesWhatStandsBeforeTheCursor) {
    const QString text = "land_use = 'h AND height > 3";
    const ExpressionCompletion found = completionAt(text, 13, *five());
    EXPECT_EQ(found.from, 11);
    EXPECT_EQ(found.offers, QStringList{"'housing'"});
}

} // namespace
} // namespace merestone::viewer
