// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

namespace merestone {
namespace {

std::string repeated(const std::string& text, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) {
        result += text;
    }
    return result;
}

const TableSource& columns() {
    static const TableSource source = TableSource().number("a", 1).text("t", "x");
    return source;
}

/// "" when it compiles; fails the test when the message is not one printable line.
std::string outcome(const std::string& text) {
    const std::string error = compileError(text, columns().symbols());
    EXPECT_EQ(printable(error), error);
    EXPECT_LT(error.size(), 1000U);
    return error;
}

struct Flood {
    const char* name;
    std::string text;
};

std::vector<Flood> floods() {
    return {{"parentheses", repeated("(", 30'000) + "a = 1" + repeated(")", 30'000)},
            {"opened only", repeated("(", 60'000)},
            {"closed only", repeated(")", 60'000)},
            {"NOT", repeated("NOT ", 16'000) + "a = 1"},
            {"fewer NOT", repeated("NOT ", 9'000) + "a = 1"},
            {"minus", repeated("- ", 30'000) + "a = 1"},
            {"fewer minus", repeated("- ", 4'000) + "a = 1"},
            {"sum", "a" + repeated("+a", 30'000) + " = 1"},
            {"quotient", "a" + repeated("/a", 30'000) + " = 1"},
            {"equals", "a" + repeated("=a", 30'000)},
            {"functions", repeated("abs(", 190) + repeated("abs(", 5'000) + "a" + repeated(")", 5'190) + " > 1"},
            {"AND OR", "a=1" + repeated(" AND (a=1 OR (a=1", 1'500) + repeated("))", 1'500)},
            {"BETWEEN", "a" + repeated(" BETWEEN a AND a", 3'000)},
            {"IS NULL", "a" + repeated(" IS NULL", 7'000)},
            {"list", "a IN (1" + repeated(",1", 32'000) + ")"},
            {"too long", "t = '" + std::string(70'000, 'x') + "'"},
            {"quotes", repeated("'", 60'001)},
            {"unions", "a = 1" + repeated(" UNION ALL SELECT * FROM t", 2'000)},
            {"control", std::string("a = 1\0 OR 1 = 1", 15)},
            {"escape sequence", "a = \x1B[2J"},
            {"invalid UTF-8", "caf\xE9 = 1"},
            {"marks", "!@#$^&~;:?{}[]|\\`"}};
}

TEST(Flood, IsRefusedWithOneLine) {
    for (const Flood& flood : floods()) {
        EXPECT_NE(outcome(flood.text), "") << flood.name;
    }
}

TEST(Flood, DoesNotOverflowTheStackOfAThread) {
    std::thread thread([] {
        for (const Flood& flood : floods()) {
            EXPECT_NE(outcome(flood.text), "") << flood.name;
        }
    });
    thread.join();
}

TEST(WideText, IsNoDeepText) {
    EXPECT_EQ(outcome("a = 1" + repeated(" OR a = 1", 7'000)), "");
    EXPECT_EQ(outcome("a = 1" + repeated(" AND a = 1", 6'000)), "");
    EXPECT_EQ(outcome("a IN (1" + repeated(",1", 4'000) + ")"), "");
    EXPECT_EQ(outcome("t = '" + std::string(60'000, 'x') + "'"), "");
    EXPECT_EQ(outcome(repeated("(", 150) + "a = 1" + repeated(")", 150)), "");
    EXPECT_EQ(outcome("a" + repeated("+a", 150) + " = 1"), "");
    EXPECT_EQ(outcome(repeated("NOT ", 150) + "a = 1"), "");
}

TEST(Depth, BeyondTheLimitSaysSo) {
    EXPECT_NE(outcome("a" + repeated("+a", 300) + " = 1").find("more than 200 operations inside each other"),
              std::string::npos);
    EXPECT_NE(
        outcome(repeated("(", 300) + "a = 1" + repeated(")", 300)).find("more than 200 parentheses inside each other"),
        std::string::npos);
    EXPECT_NE(outcome("t = '" + std::string(70'000, 'x') + "'").find("longer than 64 KiB"), std::string::npos);
}

TEST(HostileNames, AreShownHarmlessly) {
    EXPECT_EQ(outcome("\"\xE2\x80\xAEx\" = 1"), "\"\"\\u{202E}x\" = 1\", column 1: unknown name '\\u{202E}x'; a text "
                                                "stands in single quotes: '\\u{202E}x'");
    EXPECT_NE(outcome("\"'; DROP TABLE x\" = 1"), "");
}

TEST(RandomTokens, NeverCrashAndNeverGiveTwoLines) {
    const std::vector<std::string> tokens{
        "a",   "t",      "1", "'x'", "(",  ")",  "AND",      "OR", "NOT",  "=",       "<",  ">",     "+",
        "-",   "*",      "/", ",",   "IN", "IS", "NULL",     "%",  "LIKE", "BETWEEN", ".",  "\"a\"", "1.5",
        "abs", "ESCAPE", "'", "\"",  "\\", "\n", "\xC3\xA9", "n1", "1e9",  "||",      "--", "ILIKE"};
    std::mt19937 random(5);
    int compiled = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t i = 3 + random() % 8; i > 0; --i) {
            text += tokens[random() % tokens.size()] + (random() % 4 == 0 ? "" : " ");
        }
        compiled += outcome(text).empty() ? 1 : 0;
    }
    EXPECT_GT(compiled, 0);
}

TEST(MutatedText, NeverCrashes) {
    const std::string good = "least(a, 2.5) * (a - 1) >= 3 AND t NOT LIKE 'x%' ESCAPE '!' OR a IN (1, 2) AND t IS NULL";
    ASSERT_EQ(outcome(good), "");
    std::mt19937 random(6);
    for (int round = 0; round < 20'000; ++round) {
        std::string text = good;
        for (std::size_t i = 1 + random() % 4; i > 0; --i) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
        }
        (void)outcome(text);
    }
}

} // namespace
} // namespace merestone
