// SPDX-License-Identifier: MIT
#include "expressions/like.hpp"

#include "engine/expressions/table_source.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace merestone {
namespace {

using expressions::isLike;

TEST(TextComparison, IsByteWiseAndCaseSensitive) {
    const TableSource source = TableSource().text("use", "Housing").text("other", "housing");
    EXPECT_EQ(truth("use = 'Housing'", source), Truth::yes);
    EXPECT_EQ(truth("use = 'housing'", source), Truth::no);
    EXPECT_EQ(truth("use <> other", source), Truth::yes);
    EXPECT_EQ(truth("use < other", source), Truth::yes); // capitals come first
    EXPECT_EQ(truth("use IN ('housing', 'Housing')", source), Truth::yes);
    EXPECT_EQ(truth("use IN ('housing', 'HOUSING')", source), Truth::no);
    EXPECT_EQ(truth("use IN (other, 'x')", source), Truth::no);
    EXPECT_EQ(truth("'Housing' = use", source), Truth::yes);
    EXPECT_EQ(truth("use BETWEEN 'H' AND other", source), Truth::yes);
}

TEST(TextComparison, BytesAboveAsciiComeLast) {
    const TableSource source = TableSource().text("t", "\xC3\xA9"); // e acute
    EXPECT_EQ(truth("t > 'z'", source), Truth::yes);
    EXPECT_EQ(truth("t = '\xC3\xA9'", source), Truth::yes);
}

TEST(TextComparison, DatesCompareAsText) {
    const TableSource source = TableSource().text("until", "2031-03-31");
    EXPECT_EQ(truth("until >= '2031-03-31'", source), Truth::yes);
    EXPECT_EQ(truth("until > '2026-09-01'", source), Truth::yes);
    EXPECT_EQ(truth("until < '2031-04'", source), Truth::yes);
}

TEST(TextComparison, TwoColumnsDoNotSpoilEachOther) {
    const TableSource source = TableSource().text("a", "one").text("b", "two").text("c", "one");
    EXPECT_EQ(truth("a = b", source), Truth::no);
    EXPECT_EQ(truth("a = c", source), Truth::yes);
    EXPECT_EQ(truth("coalesce(a, b) = c", source), Truth::yes);
    EXPECT_EQ(truth("b IN (a, c, b)", source), Truth::yes);
    EXPECT_EQ(truth("b BETWEEN a AND b", source), Truth::yes);
    EXPECT_EQ(truth("a LIKE c", source), Truth::yes);
}

TEST(TextLiteral, KnowsQuotesAndUnicode) {
    const TableSource source = TableSource().text("t", "it's").text("e", "").text("u", "Caf\xC3\xA9");
    EXPECT_EQ(truth("t = 'it''s'", source), Truth::yes);
    EXPECT_EQ(truth("e = ''", source), Truth::yes);
    EXPECT_EQ(truth("u = 'Caf\xC3\xA9'", source), Truth::yes);
}

TEST(Like, KnowsAnyTextAndOneCharacter) {
    const TableSource source = TableSource().text("t", "Church Road").text("e", "");
    EXPECT_EQ(truth("t LIKE 'Church%'", source), Truth::yes);
    EXPECT_EQ(truth("t LIKE '%Road'", source), Truth::yes);
    EXPECT_EQ(truth("t LIKE '%h R%'", source), Truth::yes);
    EXPECT_EQ(truth("t LIKE 'Church_Road'", source), Truth::yes);
    EXPECT_EQ(truth("t LIKE 'Church'", source), Truth::no);
    EXPECT_EQ(truth("t NOT LIKE 'Church'", source), Truth::yes);
    EXPECT_EQ(truth("e LIKE '%'", source), Truth::yes);
    EXPECT_EQ(truth("e LIKE '_'", source), Truth::no);
    EXPECT_EQ(truth("e LIKE ''", source), Truth::yes);
}

TEST(Like, RespectsCaseAndIlikeDoesNot) {
    const TableSource source = TableSource().text("t", "Church Road");
    EXPECT_EQ(truth("t LIKE 'church%'", source), Truth::no);
    EXPECT_EQ(truth("t ILIKE 'church%'", source), Truth::yes);
    EXPECT_EQ(truth("t ILIKE 'CHURCH_ROAD'", source), Truth::yes);
    EXPECT_EQ(truth("t NOT ILIKE 'CHURCH%'", source), Truth::no);
}

TEST(Like, TheEscapeCharacterTakesTheMeaning) {
    const TableSource source = TableSource().text("t", "10%").text("u", "10x").text("v", "a!b");
    EXPECT_EQ(truth("t LIKE '10!%' ESCAPE '!'", source), Truth::yes);
    EXPECT_EQ(truth("u LIKE '10!%' ESCAPE '!'", source), Truth::no);
    EXPECT_EQ(truth("v LIKE 'a!!b' ESCAPE '!'", source), Truth::yes);
    EXPECT_EQ(truth("v LIKE 'a!b'", source), Truth::yes);
}

TEST(Like, OneCharacterIsOneOfUnicode) {
    EXPECT_TRUE(isLike("caf\xC3\xA9", "caf_", {}));
    EXPECT_FALSE(isLike("caf\xC3\xA9", "caf__", {}));
    EXPECT_TRUE(isLike("\xF0\x9F\x8F\xA0", "_", {}));
    EXPECT_TRUE(isLike("a\xFFz", "a_z", {})); // a broken byte counts as one
}

TEST(Like, ThePatternMayComeFromAColumn) {
    const TableSource source = TableSource().text("t", "Church Road").text("p", "%Road");
    EXPECT_EQ(truth("t LIKE p", source), Truth::yes);
}

/// The definition of LIKE, letter by letter.
bool naiveLike(std::string_view text, std::string_view pattern) {
    if (pattern.empty()) {
        return text.empty();
    }
    if (pattern[0] == '%') {
        return naiveLike(text, pattern.substr(1)) || (!text.empty() && naiveLike(text.substr(1), pattern));
    }
    return !text.empty() && (pattern[0] == '_' || pattern[0] == text[0]) &&
           naiveLike(text.substr(1), pattern.substr(1));
}

TEST(Like, AgreesWithItsDefinitionOnRandomTexts) {
    std::mt19937 random(19);
    const auto randomText = [&](std::string_view letters, std::size_t longest) {
        std::string result;
        for (std::size_t i = random() % (longest + 1); i > 0; --i) {
            result += letters[random() % letters.size()];
        }
        return result;
    };
    int matches = 0;
    for (int round = 0; round < 50'000; ++round) {
        const std::string text = randomText("ab", 8);
        const std::string pattern = randomText("ab%_", 6);
        ASSERT_EQ(isLike(text, pattern, {}), naiveLike(text, pattern)) << text << " LIKE " << pattern;
        matches += isLike(text, pattern, {}) ? 1 : 0;
    }
    EXPECT_GT(matches, 5000);
}

TEST(Like, HostilePatternsEndSoon) {
    std::string pattern;
    for (int i = 0; i < 1000; ++i) {
        pattern += "%a";
    }
    EXPECT_FALSE(isLike(std::string(5000, 'a'), pattern + "b", {})); // exponential for a matcher that backtracks fully
    EXPECT_TRUE(isLike(std::string(5000, 'a'), pattern, {}));
}

TEST(Like, ALoneEscapeAtTheEndIsItself) {
    EXPECT_TRUE(isLike("a!", "a!", {false, '!'}));
}

} // namespace
} // namespace merestone
