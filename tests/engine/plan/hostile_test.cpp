// SPDX-License-Identifier: MIT
#include "plan/limits.hpp"
#include "plan/yaml_document.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

using testing::changed;
using testing::mistakesIn;
using testing::smallPlan;
using Lines = std::vector<std::string>;

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

TEST(HostilePlan, BeyondTenMebibytesIsOneLine) {
    EXPECT_EQ(mistakesIn(std::string(kMaximumFileBytes + 1, 'a')),
              Lines{"the file is larger than 10 MiB; rules are small, keep data in layers beside the plan"});
}

TEST(HostilePlan, ABillionLaughsIsRefusedAtItsFirstAnchor) {
    const Lines lines = mistakesIn("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].substr(0, 20), "1:4: anchors ('&a') ");
}

TEST(HostilePlan, BracketsAreCountedBeforeParsing) {
    for (const char* unit : {"[", "{", "[{a: ", "{a: [", "[a, "}) {
        EXPECT_EQ(mistakesIn(repeated(unit, 100'000)),
                  Lines{"more than 1000 brackets are open at once; close each '[' and '{'"})
            << unit;
    }
}

TEST(HostilePlan, NestingStopsAtTheLimit) {
    const std::string message = "lists and mappings are nested more than 64 deep; a plan needs fewer than ten";
    EXPECT_EQ(mistakesIn("a: " + repeated("[", 100) + repeated("]", 100)), Lines{"1:67: " + message});
    EXPECT_EQ(mistakesIn(repeated("- ", 100'000)), Lines{"1:129: " + message});
    EXPECT_EQ(mistakesIn(repeated("? ", 100'000)).size(), 1U);
    std::string indented;
    for (std::size_t depth = 0; depth < 1000; ++depth) {
        indented += std::string(depth, ' ') + "a:\n";
    }
    EXPECT_EQ(mistakesIn(indented), Lines{"65:65: " + message});
}

TEST(HostilePlan, DepthOfTheLimitItselfIsRead) {
    const std::string text = repeated("[", kMaximumDepth) + repeated("]", kMaximumDepth);
    const YamlNode root = parseYaml(text, "f.yaml");
    EXPECT_TRUE(root.isList());
}

TEST(HostilePlan, ValuesAreCounted) {
    EXPECT_EQ(mistakesIn("- a\n" + repeated("- a\n", kMaximumNodes)),
              Lines{"1000000:3: the file holds more than a million values; keep data in layers beside the plan"});
}

TEST(HostilePlan, DelimitersWithoutEndDoNotHang) {
    for (const char* unit : {",",   ", ",  "]",   "}",  ": ", "%",  "---\n", "...\n", "\"",  "'",    "|\n",
                             "*a ", "!a ", "&a ", "\n", "#",  "\t", "@",     "`",     "a: ", "- a: "}) {
        EXPECT_LE(mistakesIn(repeated(unit, 100'000)).size(), 1U) << unit;
    }
}

TEST(HostilePlan, AHugeScalarIsQuotedShort) {
    const Lines lines = mistakesIn(changed(smallPlan(), "merestone: 1", "merestone: " + std::string(5'000'000, 'x')));
    EXPECT_EQ(lines, Lines{"1:12: this program reads plans of format 1, not '" + std::string(80, 'x') +
                           "…': write 'merestone: 1'"});
}

TEST(HostilePlan, AHugeConditionIsRefused) {
    const Lines lines = mistakesIn(changed(smallPlan(), "gap <= 400", "gap <= 400" + repeated(" OR 1 = 1", 2000)));
    EXPECT_EQ(lines, Lines{"13:18: 'require' of rule 'H1.near' is longer than 10000 characters; "
                           "shorten it"});
}

TEST(HostilePlan, ManyMistakesEndAtTheLimit) {
    std::string keys;
    for (int i = 0; i < 100'000; ++i) {
        keys += "key" + std::to_string(i) + ": 1\n";
    }
    const Lines lines = mistakesIn(smallPlan() + keys);
    ASSERT_EQ(lines.size(), kMaximumProblems + 1);
    EXPECT_EQ(lines.front().substr(0, 28), "14:1: unknown key 'key0' in ");
    EXPECT_EQ(lines.back(), "there may be more mistakes; mend these first");
}

TEST(HostilePlan, TooManyLayersRulesAndFactsAreOneMistake) {
    std::string layers;
    std::string facts;
    for (int i = 0; i < 1001; ++i) {
        layers += "  l" + std::to_string(i) + ": {source: a.gpkg}\n";
        facts += "    f" + std::to_string(i) + ": 1\n";
    }
    EXPECT_EQ(mistakesIn("merestone: 1\nplan: {title: T}\nlayers:\n" + layers),
              Lines{"4:3: a plan may have 1000 layers, not 1001"});
    EXPECT_EQ(mistakesIn("merestone: 1\nplan:\n  title: T\n  facts:\n" + facts + "layers: {}\n"),
              Lines{"5:5: a plan may have 1000 facts, not 1001"});
    EXPECT_EQ(mistakesIn("merestone: 1\nplan: {title: T}\nlayers: {}\npolicies:\n  - id: P\n    rules:\n" +
                         repeated("      - a\n", 10'001)),
              Lines{"5:3: a plan may have 10000 policies and as many rules, not 10001"});
}

TEST(HostilePlan, TerminalEscapesDoNotReachTheMessage) {
    const Lines lines = mistakesIn(changed(smallPlan(), "title: A plan", "\"t\xE2\x80\xAEitle\": A plan"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1].substr(0, 32), "2:8: unknown key 't\\u{202E}itle'");
}

TEST(HostilePlan, ALongChainOfNeedsIsWalkedWithoutRecursion) {
    std::string rules;
    for (int i = 0; i < 9999; ++i) {
        rules += "      - {id: r" + std::to_string(i) + ", for: area, require: \"1 = 1\", needs: [r" +
                 std::to_string((i + 1) % 9999) + "]}\n";
    }
    const Lines lines = mistakesIn("merestone: 1\nplan: {title: T}\nlayers:\n  area: {source: a.gpkg}\npolicies:\n"
                                   "  - id: P\n    rules:\n" +
                                   rules);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].substr(0, 60), "8:9: rules need one another in a circle: r0 -> r1 -> r2 -> r");
}

} // namespace
} // namespace merestone
