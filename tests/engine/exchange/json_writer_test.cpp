// SPDX-License-Identifier: MIT
#include "exchange/json_writer.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <locale>
#include <random>
#include <sstream>

using merestone::JsonWriter;

namespace {

template <typename Fill> std::string written(Fill fill) {
    std::ostringstream out;
    JsonWriter json(out);
    fill(json);
    json.finish();
    return out.str();
}

template <typename T> std::string value(T content) {
    return written([content](JsonWriter& json) { json.value(content); });
}

} // namespace

TEST(JsonWriter, LaysOutOneMemberALine) {
    const std::string text = written([](JsonWriter& json) {
        json.beginObject();
        json.member("a", std::uint64_t{1});
        json.key("b");
        json.beginArray();
        json.value(true);
        json.null();
        json.endArray();
        json.key("c");
        json.onOneLine();
        json.beginObject();
        json.member("d", "x");
        json.member("e", 0.5);
        json.endObject();
        json.key("f");
        json.beginArray();
        json.endArray();
        json.endObject();
    });
    EXPECT_EQ(text, "{\n"
                    "  \"a\": 1,\n"
                    "  \"b\": [\n"
                    "    true,\n"
                    "    null\n"
                    "  ],\n"
                    "  \"c\": {\"d\": \"x\", \"e\": 0.5},\n"
                    "  \"f\": []\n"
                    "}\n");
}

TEST(JsonWriter, WritesNumbersInTheShortestFormThatReadsBack) {
    EXPECT_EQ(value(400.0), "400\n");
    EXPECT_EQ(value(0.1), "0.1\n");
    EXPECT_EQ(value(-0.0), "0\n");
    EXPECT_EQ(value(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615\n");
    std::mt19937_64 random(11);
    for (int i = 0; i < 2000; ++i) {
        const std::uint64_t bits = random();
        double number = 0.0;
        std::memcpy(&number, &bits, sizeof number);
        if (std::isfinite(number)) {
            EXPECT_EQ(nlohmann::json::parse(value(number)).get<double>(), number);
        }
    }
}

TEST(JsonWriter, NeverWritesNanOrInfinity) {
    EXPECT_EQ(value(std::numeric_limits<double>::quiet_NaN()), "null\n");
    EXPECT_EQ(value(std::numeric_limits<double>::infinity()), "null\n");
    EXPECT_EQ(value(-std::numeric_limits<double>::infinity()), "null\n");
}

TEST(JsonWriter, EscapesWhatJsonAsks) {
    EXPECT_EQ(value(std::string("a\"b\\c\n\t\r")), "\"a\\\"b\\\\c\\n\\t\\r\"\n");
    EXPECT_EQ(value(std::string("\x1b[31m\x7f")), "\"\\u001b[31m\\u007f\"\n");
    const std::string withNull("a\0b", 3);
    EXPECT_EQ(nlohmann::json::parse(value(withNull)).get<std::string>(), withNull);
}

TEST(JsonWriter, KeepsGoodUtf8AndReplacesBrokenBytes) {
    EXPECT_EQ(nlohmann::json::parse(value(std::string("Caf\xc3\xa9 \xf0\x9f\x8c\xb3"))).get<std::string>(),
              "Caf\xc3\xa9 \xf0\x9f\x8c\xb3");
    EXPECT_EQ(nlohmann::json::parse(value(std::string("a\xff\"b"))).get<std::string>(), "a\xef\xbf\xbd\"b");
    EXPECT_EQ(nlohmann::json::parse(value(std::string("\xed\xa0\x80"))).get<std::string>().find('\xed'),
              std::string::npos);
}

TEST(JsonWriter, ReadsBackToTheSameTextWhereverASpecialByteStands) {
    for (const char special : {'"', '\\', '\n', '\x1f', '\x7f', '\0', ' ', '!', '#', '[', ']', '~'}) {
        for (std::size_t at = 0; at < 20; ++at) {
            std::string text(20, 'a');
            text[at] = special;
            EXPECT_EQ(nlohmann::json::parse(value(text)).get<std::string>(), text);
        }
    }
}

TEST(JsonWriter, IsNotTouchedByTheStreamsLocale) {
    struct Grouping : std::numpunct<char> {
        [[nodiscard]] char do_decimal_point() const override { return ','; }
        [[nodiscard]] std::string do_grouping() const override { return "\3"; }
    };
    std::ostringstream out;
    out.imbue(std::locale(std::locale::classic(), new Grouping));
    JsonWriter json(out);
    json.value(1234567.5);
    json.finish();
    EXPECT_EQ(out.str(), "1234567.5\n");
}

TEST(JsonWriter, WritesMoreThanItsBufferInOrder) {
    const std::string text = written([](JsonWriter& json) {
        json.beginArray();
        for (std::uint64_t i = 0; i < 50000; ++i) {
            json.value(i);
        }
        json.endArray();
    });
    const auto parsed = nlohmann::json::parse(text);
    ASSERT_EQ(parsed.size(), 50000U);
    for (std::size_t i = 0; i < parsed.size(); ++i) {
        ASSERT_EQ(parsed[i].get<std::size_t>(), i);
    }
}

TEST(JsonWriter, LeavesAFailureInTheStream) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    JsonWriter json(out);
    json.value(true);
    json.finish();
    EXPECT_TRUE(out.fail());
}
