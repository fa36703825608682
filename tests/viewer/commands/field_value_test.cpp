// SPDX-License-Identifier: MIT
#include "commands/field_value.hpp"

#include <gtest/gtest.h>

namespace merestone::viewer {
namespace {

const QLocale kGerman(QLocale::German, QLocale::Germany);

TEST(FieldValue, ReadsNumbersAsTheUserWritesThem) {
    EXPECT_EQ(readValue(ColumnType::real, "2,5", kGerman).text, "2.5");
    EXPECT_EQ(readValue(ColumnType::real, " 2.5 ", QLocale::c()).text, "2.5");
    EXPECT_EQ(readValue(ColumnType::integer, "12.0", QLocale::c()).text, "12");
    EXPECT_EQ(readValue(ColumnType::integer, "-3", QLocale::c()).text, "-3");
    EXPECT_EQ(readValue(ColumnType::integer, "", kGerman).text, "");
}

TEST(FieldValue, RefusesWhatCannotStandThere) {
    for (const char* typed : {"12 homes", "nan", "inf", "1e999", "--1"}) {
        EXPECT_FALSE(readValue(ColumnType::real, typed, QLocale::c()).problem.isEmpty()) << typed;
    }
    EXPECT_FALSE(readValue(ColumnType::integer, "2.5", QLocale::c()).problem.isEmpty());
    EXPECT_FALSE(readValue(ColumnType::integer, "1e17", QLocale::c()).problem.isEmpty());
    EXPECT_FALSE(readValue(ColumnType::date, "31.3.2031", QLocale::c()).problem.isEmpty());
    EXPECT_TRUE(readValue(ColumnType::date, "2031-03-31", QLocale::c()).problem.isEmpty());
    EXPECT_FALSE(readValue(ColumnType::boolean, "perhaps", QLocale::c()).problem.isEmpty());
}

TEST(FieldValue, IsShownAsItCanBeTypedAgain) {
    Column column;
    column.type = ColumnType::real;
    column.numbers = {1234567.25, std::nan("")};
    EXPECT_EQ(shownValue(column, 0, kGerman), "1234567,25");
    EXPECT_EQ(readValue(column.type, shownValue(column, 0, kGerman), kGerman).text, "1234567.25");
    EXPECT_TRUE(shownValue(column, 1, kGerman).isEmpty());
}

} // namespace
} // namespace merestone::viewer
