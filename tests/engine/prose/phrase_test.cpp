// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "prose/phrase_finder.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace merestone;

namespace {

std::size_t count(const std::string& phrase, const std::string& text, const std::vector<std::string>& except = {}) {
    return PhraseFinder({phrase}, except).find(Prose(text)).size();
}

std::string mistake(const std::string& phrase) {
    try {
        (void)phraseSpellings(phrase);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST(Phrases, AreFoundWhateverTheCaseTheHyphenAndTheLine) {
    EXPECT_EQ(count("high quality", "HIGH-QUALITY, high\nquality and high  quality"), 3U);
    EXPECT_EQ(count("high quality", "higher quality, high inequality"), 0U);
}

TEST(Phrases, HaveAlternativesPartsThatMayBeLeftOutAndEndings) {
    EXPECT_EQ(count("(very|quite so) [much] green*", "very green; quite so much greenery; so much green"), 2U);
    EXPECT_EQ(count("develop*", "Developers develop undeveloped land"), 2U);
}

TEST(Phrases, MatchNumbersAndYears) {
    EXPECT_EQ(count("# m", "400 m, 1,000.5m, five m and many m"), 3U);
    EXPECT_EQ(count("by #year", "by 2031, by 203 and by 9999"), 1U);
}

TEST(Phrases, JumpOverAFewWordsInsideTheirSentence) {
    EXPECT_EQ(count("masts ... metres", "Masts must stand at least 200 metres away."), 1U);
    EXPECT_EQ(count("masts ... metres", "Masts are ugly. Two metres is short."), 0U);
    EXPECT_EQ(count("masts ... metres", "Masts a b c d e f g h metres"), 1U);
    EXPECT_EQ(count("masts ... metres", "Masts a b c d e f g h i metres"), 0U);
}

TEST(Phrases, JumpOverAsFewWordsAsTheyCan) {
    EXPECT_EQ(count("plan ... #year [to] #year", "The plan 2015-2031 and the plan 2014 to 2031"), 2U);
}

TEST(Phrases, KnowTheEndOfASentence) {
    EXPECT_EQ(count("at least # $", "At least 40. At least 40 homes."), 1U);
}

TEST(Phrases, TheLongestCountsAndNoneTwice) {
    const PhraseFinder finder({"green", "green belt", "belt"});
    const auto found = finder.find(Prose("the green belt"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].phrase, 1U);
}

TEST(Phrases, AreNotFoundInAnException) {
    EXPECT_EQ(count("development plan", "the neighbourhood development plan", {"neighbourhood development plan"}), 0U);
    EXPECT_EQ(count("development plan", "the city development plan", {"neighbourhood development plan"}), 1U);
}

TEST(Phrases, TellWhereTheReferenceIs) {
    const Prose prose("as Policy H1 says");
    const auto found = PhraseFinder({"policy @"}).find(prose);
    ASSERT_EQ(found.size(), 1U);
    ASSERT_TRUE(found[0].reference);
    EXPECT_EQ(prose.reference(*found[0].reference), "H1");
}

TEST(Phrases, ThatCannotBeReadAreNamed) {
    EXPECT_NE(mistake("(a|b").find("lacks a ')'"), std::string::npos);
    EXPECT_NE(mistake("[a").find("lacks a ']'"), std::string::npos);
    EXPECT_NE(mistake("a)").find("closes nothing"), std::string::npos);
    EXPECT_NE(mistake("").find("must begin"), std::string::npos);
    EXPECT_NE(mistake("... a").find("must begin"), std::string::npos);
    EXPECT_NE(mistake("a ... b ... c ... d").find("more than two"), std::string::npos);
    EXPECT_NE(mistake("_").find("fits everything"), std::string::npos);
    EXPECT_NE(mistake("[a]").find("must begin"), std::string::npos);
    EXPECT_NE(mistake("$ a").find("behind '$'"), std::string::npos);
    EXPECT_NE(mistake("a!").find("means nothing"), std::string::npos);
    std::string wide;
    for (int i = 0; i < 12; ++i) {
        wide += "(a b|c d)";
    }
    EXPECT_NE(mistake(wide).find("spellings"), std::string::npos);
    EXPECT_NE(mistake(std::string(50, '(') + "a").find("brackets"), std::string::npos);
    EXPECT_EQ(mistake("(a|b) c"), "");
}

TEST(Phrases, TakeAnyPattern) {
    std::mt19937 random(11);
    const std::string letters = "ab ([)]|*#@_.$-/%'1";
    for (int round = 0; round < 3000; ++round) {
        std::string pattern;
        for (std::size_t i = random() % 25; i > 0; --i) {
            pattern += letters[random() % letters.size()];
        }
        try {
            (void)PhraseFinder({pattern}).find(Prose("a b a 1 b a. B a b ab ba 2031"));
        } catch (const Error& error) {
            ASSERT_EQ(error.code(), ErrorCode::plan);
        }
    }
}

TEST(Numbers, AreReadInDigitsAndInWords) {
    EXPECT_EQ(numberValue("1,000.5"), 1000.5);
    EXPECT_EQ(numberValue("twenty"), 20.0);
    EXPECT_EQ(numberValue("many"), std::nullopt);
    EXPECT_EQ(numberValue("3d"), std::nullopt);
    EXPECT_EQ(numberValue(std::string(400, '9')), std::nullopt);
}
