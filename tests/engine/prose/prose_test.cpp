// SPDX-License-Identifier: MIT
#include "prose/prose.hpp"

#include <gtest/gtest.h>

#include <random>

using namespace merestone;

namespace {

std::vector<std::string> words(const std::string& text) {
    const Prose prose(text);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < prose.tokens().size(); ++i) {
        result.emplace_back(prose.word(i));
    }
    return result;
}

std::size_t sentences(const std::string& text) {
    const Prose prose(text);
    return prose.tokens().empty() ? 0 : prose.tokens().back().sentence + std::size_t{1};
}

using Words = std::vector<std::string>;

} // namespace

TEST(Prose, PartsNumbersFromTheirUnits) {
    EXPECT_EQ(words("400m, 1,000.5 ha and 10% of M4(2)."),
              (Words{"400", "m", "1,000.5", "ha", "and", "10", "%", "of", "m4", "2"}));
}

TEST(Prose, ReadsTypographicSignsAsPlainOnes) {
    EXPECT_EQ(words("the council\u2019s high\u2011quality \uFB01nish of 5\u00A0m\u00B2, so\u00ADft"),
              (Words{"the", "council", "high", "quality", "finish", "of", "5", "m2", "soft"}));
    EXPECT_EQ(words("\u00A3500"), (Words{"\u00A3", "500"}));
}

TEST(Prose, EndsSentencesWherePeopleDo) {
    EXPECT_EQ(sentences("It stands. It falls."), 2U);
    EXPECT_EQ(sentences("See para. 103 and approx. two more."), 1U);
    EXPECT_EQ(sentences("A first line\nand its end"), 1U);
    EXPECT_EQ(sentences("A heading\n \nA text"), 2U);
    EXPECT_EQ(sentences("one; two? three! Four"), 4U);
    EXPECT_EQ(sentences("these: \u2022 homes \u2022 shops"), 3U);
    EXPECT_EQ(sentences("2.5 m is 2.5 m."), 1U);
    EXPECT_EQ(sentences(""), 0U);
}

TEST(Prose, KeepsPartsOfAReferenceTogether) {
    const Prose prose("BH-2a, HO2(1) and 130(a). End");
    EXPECT_EQ(prose.reference(0), "BH-2a");
    EXPECT_EQ(prose.reference(3), "HO2(1)");
    EXPECT_EQ(prose.reference(6), "130(a)");
}

TEST(Prose, CountsPagesAtFormFeeds) {
    const Prose prose("one\ftwo\fthree");
    EXPECT_TRUE(prose.hasPages());
    EXPECT_EQ(prose.page(0), 1U);
    EXPECT_EQ(prose.page(prose.text().find("two")), 2U);
    EXPECT_EQ(prose.page(prose.text().find("three")), 3U);
    EXPECT_FALSE(Prose("one").hasPages());
}

TEST(Prose, QuotesOnOneLineAndShowsWhatIsLeftOut) {
    const Prose prose("One two three four five six\nseven eight nine ten eleven twelve. Another.");
    EXPECT_EQ(prose.quote(5, 6), "…two three four five six seven eight nine ten…");
    EXPECT_EQ(prose.quote(0, 1), "One two three four five…");
    EXPECT_EQ(prose.quote(12, 13), "Another");
}

TEST(Prose, TakesAnyBytes) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string bytes(random() % 200, '\0');
        for (char& c : bytes) {
            c = static_cast<char>(random() % 256);
        }
        const Prose prose(bytes);
        for (std::size_t i = 0; i < prose.tokens().size(); ++i) {
            const auto [begin, end] = prose.sentence(prose.tokens()[i].sentence);
            ASSERT_LE(begin, i);
            ASSERT_LT(i, end);
            ASSERT_FALSE(prose.reference(i).empty());
            ASSERT_FALSE(prose.quote(i, i + 1).empty());
        }
    }
}
