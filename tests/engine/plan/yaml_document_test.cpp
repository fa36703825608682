// SPDX-License-Identifier: MIT
#include "plan/yaml_document.hpp"

#include "plan_texts.hpp"

#include <gtest/gtest.h>

namespace merestone {
namespace {

std::string mistake(const std::string& text) {
    try {
        (void)parseYaml(text, "f.yaml");
    } catch (const PlanError& error) {
        return error.what();
    }
    return "none";
}

TEST(YamlDocument, KeepsValuesInFileOrderWithTheirPlaces) {
    const YamlNode root = parseYaml("b: one\na:\n  - x\n  - {k: 'v'}\n", "f.yaml");
    ASSERT_TRUE(root.isMap());
    ASSERT_EQ(root.entries.size(), 2U);
    EXPECT_EQ(root.entries[0].key, "b");
    EXPECT_EQ(root.entries[1].line, 2);
    const YamlNode* list = root.find("a");
    ASSERT_NE(list, nullptr);
    ASSERT_EQ(list->items.size(), 2U);
    EXPECT_EQ(list->items[0].text, "x");
    EXPECT_EQ(list->items[0].line, 3);
    EXPECT_EQ(list->items[0].column, 5);
    EXPECT_EQ(list->items[1].find("k")->text, "v");
    EXPECT_EQ(list->items[1].find("k")->column, 9);
}

TEST(YamlDocument, TellsPlainTextFromQuotedText) {
    const YamlNode root = parseYaml("a: 1\nb: '1'\nc: \"1\"\nd: |\n  1\n", "f.yaml");
    EXPECT_TRUE(root.find("a")->plain);
    EXPECT_FALSE(root.find("b")->plain);
    EXPECT_FALSE(root.find("c")->plain);
    EXPECT_FALSE(root.find("d")->plain);
}

TEST(YamlDocument, CountsColumnsInCharactersNotBytes) {
    const YamlNode root = parseYaml("{café: x, b: y}", "f.yaml");
    EXPECT_EQ(root.entries[1].column, 11);
}

TEST(YamlDocument, PlacesAnEmptyValueAtItsKey) {
    const YamlNode root = parseYaml("a:\n\n\nb: 1\n", "f.yaml");
    EXPECT_TRUE(root.find("a")->isNull());
    EXPECT_EQ(root.find("a")->line, 1);
}

TEST(YamlDocument, ReadsWindowsAndOldLineEndsAlike) {
    for (const std::string text : {"a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2\n"}) {
        const YamlNode root = parseYaml(text, "f.yaml");
        ASSERT_EQ(root.entries.size(), 2U) << text;
        EXPECT_EQ(root.find("b")->line, 2);
        EXPECT_EQ(root.find("a")->text, "1");
    }
}

TEST(YamlDocument, IgnoresTheByteOrderMark) {
    const YamlNode root = parseYaml("\xEF\xBB\xBF"
                                    "a: 1\n",
                                    "f.yaml");
    EXPECT_EQ(root.entries.at(0).key, "a");
    EXPECT_EQ(root.entries.at(0).column, 1);
}

TEST(YamlDocument, GivesANullNodeForComments) {
    EXPECT_TRUE(parseYaml("", "f.yaml").isNull());
    EXPECT_TRUE(parseYaml("# nothing\n\n", "f.yaml").isNull());
}

TEST(YamlDocument, KeepsQuotesInsideQuotes) {
    const YamlNode root = parseYaml("a: 'it''s'\nb: \"say \\\"x\\\"\"\nc: '{''}'\n", "f.yaml");
    EXPECT_EQ(root.find("a")->text, "it's");
    EXPECT_EQ(root.find("b")->text, "say \"x\"");
    EXPECT_EQ(root.find("c")->text, "{'}");
}

struct Refusal {
    const char* name;
    std::string text;
    std::string message;
};

void PrintTo(const Refusal& refusal, std::ostream* out) {
    *out << refusal.name;
}

class YamlRefusal : public ::testing::TestWithParam<Refusal> {};

TEST_P(YamlRefusal, SaysWhereAndWhatToDo) {
    EXPECT_EQ(mistake(GetParam().text), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, YamlRefusal,
    ::testing::Values(
        Refusal{"Anchor", "a: &x 1\nb: 2\n",
                "f.yaml:1:4: anchors ('&x') are not used in plan files; remove it, or put quotes around text that "
                "begins with '&'"},
        Refusal{
            "Alias", "a: 1\nb: *x\n",
            "f.yaml:2:4: aliases ('*name') are not used in plan files; write the value out, or put quotes around text "
            "that begins with '*'"},
        Refusal{"StarAlone", "a: * 2\n", "f.yaml:1:4: put quotes around text that begins with '*'"},
        Refusal{"AmpersandAlone", "a: & 2\n", "f.yaml:1:4: put quotes around text that begins with '&'"},
        Refusal{"Tag", "a: !!str 1\n", "f.yaml:1:4: tags such as '!!str' are not used in plan files; remove it"},
        Refusal{"OwnTag", "a: !python/object {}\n",
                "f.yaml:1:4: tags such as '!!str' are not used in plan files; remove it"},
        Refusal{"MergeKey", "a:\n  <<: {b: 1}\n",
                "f.yaml:2:3: merge keys ('<<') are not used in plan files; write the keys out"},
        Refusal{"SecondDocument", "a: 1\n---\nb: 2\n",
                "f.yaml:2:1: something follows the end of the plan; a file holds one document, and every list and "
                "mapping must be closed and indented alike"},
        Refusal{"ListAsKey", "? [a]\n: 1\n", "f.yaml:1:3: a key must be a word, not a list or a mapping"},
        Refusal{"UnclosedBrace", "a: {b: 1\nc: 2\n",
                "f.yaml:1:4: this bracket is not closed, or a ',' is missing between its items"},
        Refusal{"UnclosedBracketAtTheEnd", "x: 1\na: [b, c",
                "f.yaml:2:4: this bracket is not closed, or a ',' is missing between its items"},
        Refusal{"BracketAlone", "a: 1\nb: [",
                "f.yaml:2:4: this bracket is not closed, or a ',' is missing between its items"},
        Refusal{
            "NoKey", "a: 1\nnonsense\nb: 2\n",
            "f.yaml:2:1: this line is neither 'key: value' nor an item of a list; indent it as what it belongs to, or "
            "put quotes around text with special characters"},
        Refusal{"UnknownEscape", "a: \"C:\\plans\"\n",
                "f.yaml:1:7: '\\' begins an escape in double quotes, and this is none; use single quotes, or write "
                "'\\\\'"},
        Refusal{"ListBehindAKey", "a: - b\n",
                "f.yaml:1:4: '- ' cannot begin a list here; put the list on its own lines"},
        Refusal{"Percent", "a: %b\n", "f.yaml:1:4: this character cannot begin a value; put quotes around the text"},
        Refusal{"DocumentEndInAQuote", "a: 'b\n---\n",
                "f.yaml:1:4: this quote is not closed before the line '---' or '...'"},
        Refusal{"MissingComma", "a: [\"b\" \"c\"]\n",
                "f.yaml:1:4: this bracket is not closed, or a ',' is missing between its items"},
        Refusal{"TextBehindAQuote", "a: \"b\" c\n",
                "f.yaml:1:8: this does not belong to the list or mapping above it; indent items alike, and put quotes "
                "around text with special characters"},
        Refusal{"OddIndent", "a:\n  b: c\n d: e\n",
                "f.yaml:3:2: this does not belong to the list or mapping above it; indent items alike, and put quotes "
                "around text with special characters"},
        Refusal{"UnclosedQuote", "a: \"b\nc: 2\n", "f.yaml:1:4: this quote is never closed"},
        Refusal{"UnclosedQuoteAtTheVeryEnd", "a: 'it''s", "f.yaml:1:4: this quote is never closed"},
        Refusal{"UnclosedSingleQuote", "a: 'it''s\nc: 2\n", "f.yaml:1:4: this quote is never closed"},
        Refusal{"EscapedQuoteClosesNothing", "a: \"b\\\"\nc: 2\n", "f.yaml:1:4: this quote is never closed"},
        Refusal{"BareTag", "a: ! 1\n", "f.yaml:1:4: tags such as '!!str' are not used in plan files; remove it"},
        Refusal{"ColonInText", "a: b: c\n",
                "f.yaml:1:5: a ':' stands where no value can begin; put quotes around text that holds ': '"},
        Refusal{"Tab", "a:\n\tb: 1\n", "f.yaml:2:1: the line is indented with a tab; use spaces"},
        Refusal{"Utf16",
                std::string("\xFF\xFE"
                            "a\0:\0",
                            6),
                "f.yaml:1:1: the file is in UTF-16; save it as UTF-8"},
        Refusal{"Latin1", "a: 1\nb: caf\xE9\n", "f.yaml:2: the line is not UTF-8 text; save the file as UTF-8"},
        Refusal{"Null", std::string("a: 1\nb: x\0y\n", 12), "f.yaml:2:5: control character \\x00; remove it"},
        Refusal{"EndOfTransmission", "a: 1\n\x04: 2\n", "f.yaml:2:1: control character \\x04; remove it"},
        Refusal{"EscapedControl", "a: \"x\\0\"\n",
                "f.yaml:1:4: the text holds a control character or a broken escape; remove it"}),
    [](const auto& test) { return std::string(test.param.name); });

} // namespace
} // namespace merestone
