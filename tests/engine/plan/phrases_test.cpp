// SPDX-License-Identifier: MIT
#include "plan/pack.hpp"
#include "plan/read_plan.hpp"

#include <gtest/gtest.h>

using namespace merestone;

namespace {

/// A pack with these lists and one rule that names the list `words`.
std::string packText(const std::string& lists, const std::string& measure = "{mentions: self, phrases: words}") {
    return "pack: p\ntitle: P\nowner: O\nversion: \"1\"\n" + lists +
           "rules:\n  - id: r\n    title: R\n    for: policies\n    source: {document: D}\n    measure: {found: " +
           measure + "}\n    require: \"found = 0\"\n";
}

std::string list(const std::string& entry) {
    return "phrases:\n  words:\n    title: W\n    source: {document: D}\n    entries:\n      - " + entry + "\n";
}

std::string mistakes(const std::string& text) {
    try {
        (void)parsePack(text, "p.yaml");
    } catch (const PlanError& error) {
        return error.what();
    }
    return {};
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(PackPhrases, AreReadWithTheirSources) {
    const Pack pack =
        parsePack(packText(list(R"y({find: "a (b|c)", why: W, example: "A c.", but_not: "b a"})y")), "p.yaml");
    const PhraseList* words = pack.texts.findPhrases("p/words");
    ASSERT_NE(words, nullptr);
    EXPECT_EQ(words->source.document, "D");
    ASSERT_EQ(words->entries.size(), 1U);
    EXPECT_EQ(words->entries[0].find, "a (b|c)");
    EXPECT_EQ(pack.texts.findPhrases("words"), nullptr);
}

TEST(PackPhrases, MustBeFoundInTheirExamples) {
    EXPECT_TRUE(mentions(mistakes(packText(list(R"y({find: "a b", example: "a c"})y"))),
                         "p.yaml:10:32: phrase 'a b' is not found"));
    EXPECT_TRUE(mentions(mistakes(packText(list(R"y({find: "a", example: "a", but_not: "an a"})y"))), "must not be"));
    EXPECT_TRUE(mentions(mistakes(packText(list(R"y({find: "(a", example: "a"})y"))), "lacks a ')'"));
    EXPECT_TRUE(mentions(mistakes(packText(list(R"y({find: "a"})y"))), "example"));
}

TEST(PackPhrases, ThatAreNamedMustBeThere) {
    const std::string words = list(R"y({find: "a", example: "a"})y");
    EXPECT_EQ(mistakes(packText(words)), "");
    EXPECT_TRUE(
        mentions(mistakes(packText(words, "{mentions: self, phrases: other}")), "'p/other', which the pack does not"));
    EXPECT_TRUE(mentions(mistakes(packText(words, "{unknown_references: self, to: words}")), "'p/words'"));
    EXPECT_EQ(mistakes(packText(words, "{mentions: self, phrases: q/elsewhere}")), "");
    EXPECT_EQ(mistakes(packText(words, "{mentions: self, phrases: none, also: a}")), "");
}

TEST(PackRegisters, NeedPatternsAndContents) {
    const auto withRegister = [](const std::string& keys) {
        return packText(list(R"y({find: "a", example: "a"})y") +
                        "registers:\n  maps: {title: M, source: {document: D}, " + keys + "}\n");
    };
    EXPECT_EQ(mistakes(withRegister("written: [\"map @\"], holds: \"1-3\"")), "");
    EXPECT_TRUE(mentions(mistakes(withRegister("written: [\"map\"], holds: \"1-3\"")), "has no '@'"));
    EXPECT_TRUE(mentions(mistakes(withRegister("written: [\"map @\"]")), "one of 'holds' and 'fact'"));
    EXPECT_TRUE(mentions(mistakes(withRegister("written: [\"map @\"], holds: \"1\", fact: maps")),
                         "one of 'holds' and 'fact'"));
}

TEST(PlanPolicies, AreALayerThatNobodyElseMayCallSo) {
    const std::string rules =
        "policies: [{id: H1, rules: [{id: r, for: policies, measure: {found: {mentions: self, phrases: "
        "none, also: bad}}, require: \"found = 0\"}]}]\n";
    EXPECT_NO_THROW((void)parsePlan("merestone: 1\nplan: {title: T}\nlayers: {}\n" + rules, "plan.yaml", {}));
    EXPECT_THROW((void)parsePlan("merestone: 1\nplan: {title: T}\nlayers: {policies: {source: a.gpkg}}\n" + rules,
                                 "plan.yaml", {}),
                 PlanError);
}
