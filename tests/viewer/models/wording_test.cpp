// SPDX-License-Identifier: MIT
#include "models/wording.hpp"

#include <QLocale>

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace merestone::viewer {
namespace {

TEST(Wording, EveryVerdictHasWordsOfItsOwn) {
    std::set<QString> words;
    for (int verdict = 0; verdict <= static_cast<int>(Verdict::notApplicable); ++verdict) {
        words.insert(verdictText(static_cast<Verdict>(verdict)));
    }
    EXPECT_EQ(words.size(), 7U);
    EXPECT_FALSE(words.count(QString()));
}

TEST(Wording, FiguresHaveTheirUnitAndNoIdleZeros) {
    EXPECT_EQ(figure(40.0, "m"), QString("40\u00a0m"));
    EXPECT_EQ(figure(0.125, ""), "0.13");
    EXPECT_EQ(figure(0.0004, "ha"), QString("0.0004\u00a0ha")) << "a figure is not shown as nothing";
    EXPECT_EQ(figure(12345.5, ""), "12,345.5");
    EXPECT_EQ(figure(std::nullopt, "m"), QString());
    EXPECT_EQ(figure(std::numeric_limits<double>::infinity(), "m"), QString());
}

TEST(Wording, FiguresFollowTheLocale) {
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(figure(1234.5, "m"), QString("1.234,5\u00a0m"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

TEST(Wording, LengthsAndAreasChooseTheirUnit) {
    EXPECT_EQ(lengthText(45.24), "45.2 m");
    EXPECT_EQ(lengthText(1240.0), "1.240 km");
    EXPECT_EQ(areaText(820.0), QString("820.0 m²"));
    EXPECT_EQ(areaText(12400.0), "1.2400 ha");
}

} // namespace
} // namespace merestone::viewer
