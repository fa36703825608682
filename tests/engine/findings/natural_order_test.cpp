// SPDX-License-Identifier: MIT
#include "findings/natural_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <regex>
#include <string>
#include <vector>

namespace {

/// -1, 0 or 1: how the keys of two ids compare.
int naturalOrder(const std::string& a, const std::string& b) {
    std::string keyA;
    std::string keyB;
    merestone::appendNaturalKey(keyA, a);
    merestone::appendNaturalKey(keyB, b);
    const int order = keyA.compare(keyB);
    return order < 0 ? -1 : order > 0;
}

std::string withoutLeadingZeros(const std::string& text) {
    return std::regex_replace(text, std::regex("(^|[^0-9])0+(?=[0-9])"), "$1");
}

} // namespace

TEST(NaturalOrder, ComparesDigitsAsNumbers) {
    EXPECT_TRUE(naturalOrder("S2", "S10") < 0);
    EXPECT_TRUE(naturalOrder("S9", "S10") < 0);
    EXPECT_TRUE(naturalOrder("S10a", "S10") > 0);
    EXPECT_TRUE(naturalOrder("plot 2 of 12", "plot 2 of 100") < 0);
}

TEST(NaturalOrder, HandlesNumbersLongerThanAnyInteger) {
    const std::string nines(40, '9');
    const std::string power = "1" + std::string(40, '0');
    EXPECT_TRUE(naturalOrder(nines, power) < 0);
}

TEST(NaturalOrder, KeepsLeadingZerosTogether) {
    EXPECT_TRUE(naturalOrder("S01", "S1") == 0);
    EXPECT_TRUE(naturalOrder("S00", "S0") == 0);
    EXPECT_TRUE(naturalOrder("S01", "S2") < 0);
    EXPECT_TRUE(naturalOrder("S1", "S02") < 0);
}

TEST(NaturalOrder, PutsNothingFirst) {
    EXPECT_TRUE(naturalOrder("", "0") < 0);
    EXPECT_TRUE(naturalOrder("", "") == 0);
}

TEST(NaturalOrder, HandlesNumbersOfHundredsOfDigits) {
    EXPECT_TRUE(naturalOrder(std::string(300, '9'), "1" + std::string(300, '0')) < 0);
    EXPECT_TRUE(naturalOrder(std::string(254, '9'), std::string(255, '1')) < 0);
    EXPECT_TRUE(naturalOrder(std::string(300, '2') + "a", std::string(300, '2') + "b") < 0);
}

TEST(NaturalOrder, KeepsTheLowestBytesApart) {
    const std::string null(1, '\0');
    EXPECT_TRUE(naturalOrder("a", "a" + null) < 0);
    EXPECT_TRUE(naturalOrder("a" + null, "a\1") < 0);
    EXPECT_TRUE(naturalOrder("a\1", "a\2") < 0);
}

TEST(NaturalOrder, ComparesBytesAboveAsciiAsUnsigned) {
    EXPECT_TRUE(naturalOrder("\xc3\xa9", "z") > 0);
}

TEST(NaturalOrder, IsAnOrderOnRandomIds) {
    std::mt19937 random(7);
    const std::string letters = "a0b19:";
    std::vector<std::string> ids;
    for (int i = 0; i < 60; ++i) {
        std::string id;
        for (auto length = random() % 6; length > 0; --length) {
            id += letters[random() % letters.size()];
        }
        ids.push_back(id);
    }
    for (const auto& a : ids) {
        for (const auto& b : ids) {
            EXPECT_EQ(naturalOrder(a, b) == 0, withoutLeadingZeros(a) == withoutLeadingZeros(b)) << a << " " << b;
            EXPECT_EQ(naturalOrder(a, b) < 0, naturalOrder(b, a) > 0);
            for (const auto& c : ids) {
                if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) {
                    EXPECT_TRUE(naturalOrder(a, c) < 0) << a << " " << b << " " << c;
                }
            }
        }
    }
}
