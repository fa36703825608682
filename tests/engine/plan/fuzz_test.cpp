// SPDX-License-Identifier: MIT
#include "plan_texts.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace merestone {
namespace {

/// Bytes and words that YAML, OGR SQL or this reader treat in a special way.
constexpr std::array<std::string_view, 44> kPieces = {
    "[",    "]",    "{",      "}",     ",",        ":",    ": ",       "- ",    "? ",
    "\n",   "\n  ", "\n    ", "\"",    "'",        "|\n",  ">",        "#",     " # ",
    "&a ",  "*a ",  "!t ",    "---\n", "%",        "\t",   "  ",       "\\",    "~",
    "<<: ", "400",  "400 m",  "0 ha",  "true",     "self", "plan",     "other", "use: open-space/access",
    "10 %", "(",    ")",      "AND",   "\xC3\xA9", "\xE9", "{counts}", "\r"};

/// One to six random edits; the same for the same state of the generator.
std::string mutated(std::string text, std::mt19937_64& random) {
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    const std::size_t edits = 1 + below(6);
    for (std::size_t edit = 0; edit < edits && !text.empty(); ++edit) {
        const std::size_t at = below(text.size());
        const std::size_t length = 1 + below(std::min<std::size_t>(text.size() - at, 30));
        switch (below(5)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, kPieces[below(kPieces.size())]);
            break;
        case 2:
            text.insert(below(text.size()), text.substr(at, length));
            break;
        case 3:
            text[at] = static_cast<char>(below(256));
            break;
        default:
            text.replace(at, length, kPieces[below(kPieces.size())]);
            break;
        }
    }
    return text;
}

/// Whether reading ends in a plan or in mistakes, each one printable line with the file's name.
template <typename Read> void expectPlanOrMistakes(const std::string& text, Read read, int& readable) {
    try {
        read(text);
        ++readable;
    } catch (const PlanError& error) {
        ASSERT_FALSE(error.problems().empty());
        for (const PlanProblem& problem : error.problems()) {
            ASSERT_FALSE(problem.message.empty());
            ASSERT_EQ(problem.message.find('\n'), std::string::npos);
            ASSERT_EQ(problem.place.file, "f.yaml");
        }
    }
}

class PlanMutations : public ::testing::TestWithParam<unsigned> {};

// Every other exception, signal and endless loop makes this test fail or stop.
TEST_P(PlanMutations, GiveAPlanOrMistakes) {
    const std::vector<Pack> packs = {parsePack(testing::openSpacePack(), "f.yaml")};
    std::mt19937_64 random(GetParam());
    int readable = 0;
    for (int i = 0; i < 5000; ++i) {
        const std::string text = mutated(testing::examplePlan(), random);
        expectPlanOrMistakes(
            text, [&](const std::string& t) { (void)parsePlan(t, "f.yaml", packs); }, readable);
    }
    EXPECT_GT(readable, 100); // many edits hit comments and texts; else the edits would be too coarse to test much
    EXPECT_LT(readable, 4000);
}

INSTANTIATE_TEST_SUITE_P(Seeds, PlanMutations, ::testing::Values(1U, 2U, 3U, 4U));

TEST(PackMutations, GiveAPackOrMistakes) {
    std::mt19937_64 random(5);
    int readable = 0;
    for (int i = 0; i < 5000; ++i) {
        const std::string text = mutated(testing::openSpacePack(), random);
        expectPlanOrMistakes(
            text, [](const std::string& t) { (void)parsePack(t, "f.yaml"); }, readable);
    }
    EXPECT_GT(readable, 100);
}

TEST(RandomYaml, GivesAPlanOrMistakes) {
    std::mt19937_64 random(6);
    int readable = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        const std::size_t pieces = 1 + random() % 40;
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            text += kPieces[random() % kPieces.size()];
        }
        expectPlanOrMistakes(
            text, [](const std::string& t) { (void)parsePlan(t, "f.yaml", {}); }, readable);
    }
    EXPECT_EQ(readable, 0); // no such text can hold a title
}

} // namespace
} // namespace merestone
