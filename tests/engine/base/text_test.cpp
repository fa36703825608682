// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace merestone {
namespace {

using Names = std::vector<std::string>;
using namespace std::string_literals;

TEST(NearestName, FindsASlipOfTheKeyboard) {
    const Names names{"dwellings", "land_use", "net_area"};
    EXPECT_EQ(nearestName("dwelings", names), "dwellings");   // one left out
    EXPECT_EQ(nearestName("dwelllings", names), "dwellings"); // one too many
    EXPECT_EQ(nearestName("dwellinsg", names), "dwellings");  // two swapped
    EXPECT_EQ(nearestName("dwellingz", names), "dwellings");  // one wrong
    EXPECT_EQ(nearestName("DWELLINGS", names), "dwellings");  // case
    EXPECT_EQ(nearestName("landuse", names), "land_use");
}

TEST(NearestName, KeepsTheCandidatesSpelling) {
    EXPECT_EQ(nearestName("landuse", Names{"LandUse"}), "LandUse");
}

TEST(NearestName, SwapOfNeighboursIsOneEdit) {
    EXPECT_EQ(nearestName("abd", Names{"adb"}), "adb"); // 1 of 3 letters
    EXPECT_EQ(nearestName("bac", Names{"xyc", "abc"}), "abc");
    EXPECT_EQ(nearestName("ac", Names{"ca"}), ""); // 1 of 2 letters is too far
}

TEST(NearestName, EditsBetweenSwappedLettersCountThemselves) {
    // "ca" -> "abc" is 2 in the unrestricted distance, 3 in the restricted one.
    EXPECT_EQ(nearestName("caxxxx", Names{"abcxxx"}), "");      // 3 of 6 either way
    EXPECT_EQ(nearestName("caxxx", Names{"abcxxx"}), "abcxxx"); // 2 of 6 only when unrestricted
}

TEST(NearestName, NothingWhenAllAreFar) {
    EXPECT_EQ(nearestName("height", Names{"dwellings", "land_use"}), "");
    EXPECT_EQ(nearestName("dw", Names{"dwellings"}), "");
    EXPECT_EQ(nearestName("", Names{"a", ""}), "");
    EXPECT_EQ(nearestName("x", Names{}), "");
}

TEST(NearestName, AThirdOfTheLettersMayDiffer) {
    EXPECT_EQ(nearestName("abcdXX", Names{"abcdef"}), "abcdef");
    EXPECT_EQ(nearestName("abcXXX", Names{"abcdef"}), "");
}

TEST(NearestName, TakesTheNearestAndThenTheFirst) {
    EXPECT_EQ(nearestName("parks", Names{"barks", "parks_"}), "barks");
    EXPECT_EQ(nearestName("parks", Names{"banks", "park"}), "park");
}

TEST(NearestName, LongWordsAreNotCompared) {
    const std::string longName(100'000, 'a');
    EXPECT_EQ(nearestName(longName, Names{longName}), "");
}

TEST(DidYouMean, AsksOrStaysSilent) {
    EXPECT_EQ(didYouMean("metrs", Names{"metres"}), "; did you mean 'metres'?");
    EXPECT_EQ(didYouMean("furlong", Names{"metres"}), "");
}

TEST(Printable, LeavesOrdinaryTextAlone) {
    EXPECT_EQ(printable("Church Road, 12 \xE2\x80\x93 14 caf\xC3\xA9 \xF0\x9F\x8F\xA0"),
              "Church Road, 12 \xE2\x80\x93 14 caf\xC3\xA9 \xF0\x9F\x8F\xA0");
}

TEST(Printable, ShowsControlCharacters) {
    EXPECT_EQ(printable("a\nb\tc\x1B[31m\x7F"), "a\\x0Ab\\x09c\\x1B[31m\\x7F");
    EXPECT_EQ(printable("\0"s), "\\x00");
    EXPECT_EQ(printable("\xC2\x85"), "\\u{0085}"); // next line, C1
}

TEST(Printable, ShowsBidirectionalOverridesAndInvisibles) {
    EXPECT_EQ(printable("\xE2\x80\xAEgpj"), "\\u{202E}gpj");
    EXPECT_EQ(printable("\xE2\x81\xA6"), "\\u{2066}");
    EXPECT_EQ(printable("\xE2\x80\xA8"), "\\u{2028}");
    EXPECT_EQ(printable("\xEF\xBB\xBFid"), "\\u{FEFF}id");
    EXPECT_EQ(printable("\xE2\x80\x8B"), "\\u{200B}");
    EXPECT_EQ(printable("\xF3\xA0\x80\xA0"), "\\u{E0020}");
}

TEST(Printable, ShowsInvalidBytes) {
    EXPECT_EQ(printable("caf\xE9!"), "caf\\xE9!");
    EXPECT_EQ(printable("\xE2\x80"), "\\xE2\\x80");
    EXPECT_EQ(printable("\xC0\xAF"), "\\xC0\\xAF");
}

TEST(IsUtf8, FollowsTheUnicodeStandard) {
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
    EXPECT_TRUE(isUtf8("\xED\x9F\xBF")); // last before the surrogates
    for (const char* bad : {"\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x8F", "\xC3\x28"}) {
        EXPECT_FALSE(isUtf8(bad)) << printable(bad);
    }
}

TEST(IsUtf8, AgreesWithAnEncoderOnEveryCodePoint) {
    for (std::uint32_t c = 0; c <= 0x110FFF; ++c) {
        std::string bytes;
        if (c < 0x80) {
            bytes = {static_cast<char>(c)};
        } else if (c < 0x800) {
            bytes = {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
        } else if (c < 0x10000) {
            bytes = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                     static_cast<char>(0x80 | (c & 0x3F))};
        } else {
            bytes = {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3F)),
                     static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
        }
        const bool valid = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        ASSERT_EQ(isUtf8(bytes), valid) << c;
    }
}

TEST(ToUtf8, ReplacesEachInvalidSequenceAndCounts) {
    std::size_t replaced = 5;
    EXPECT_EQ(toUtf8("caf\xE9 \xE2\x80 \xFF\xFF", &replaced), "caf\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(replaced, 9U);
    EXPECT_EQ(toUtf8("\xE9"), "\xEF\xBF\xBD");
}

TEST(ToUtf8, KeepsValidText) {
    std::size_t replaced = 0;
    EXPECT_EQ(toUtf8("caf\xC3\xA9\0x"s, &replaced), "caf\xC3\xA9\0x"s);
    EXPECT_EQ(replaced, 0U);
}

TEST(ToUtf8, RandomBytesAlwaysBecomeValid) {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (std::size_t i = random() % 40; i > 0; --i) {
            bytes += static_cast<char>(random() % 256);
        }
        std::size_t replaced = 0;
        const std::string text = toUtf8(bytes, &replaced);
        ASSERT_TRUE(isUtf8(text));
        ASSERT_EQ(replaced == 0, isUtf8(bytes));
        ASSERT_TRUE(isUtf8(printable(bytes)));
    }
}

TEST(Shortest, WritesWhatAPersonWouldWrite) {
    EXPECT_EQ(shortest(400), "400");
    EXPECT_EQ(shortest(0.1), "0.1");
    EXPECT_EQ(shortest(100000), "100000");
    EXPECT_EQ(shortest(123456789012345), "123456789012345");
    EXPECT_EQ(shortest(0.00001), "0.00001");
    EXPECT_EQ(shortest(1e-9), "1e-09");
    EXPECT_EQ(shortest(1e300), "1e+300");
    EXPECT_EQ(shortest(-2.5), "-2.5");
    EXPECT_EQ(shortest(0), "0");
    EXPECT_EQ(shortest(std::numeric_limits<double>::infinity()), "inf");
    EXPECT_EQ(shortest(std::nan("")), "nan");
}

TEST(Shortest, ReadsBackToTheSameDouble) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 20'000; ++round) {
        const std::uint64_t bits = random();
        double value = 0.0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) {
            continue;
        }
        const std::string text = shortest(value);
        double back = 0.0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), back);
        ASSERT_EQ(result.ptr, text.data() + text.size()) << text;
        ASSERT_EQ(std::memcmp(&back, &value, sizeof value), 0) << text;
    }
}

TEST(Rounded, RemovesTrailingZeros) {
    EXPECT_EQ(rounded(12.5, 2), "12.5");
    EXPECT_EQ(rounded(12.0, 2), "12");
    EXPECT_EQ(rounded(100, 0), "100");
    EXPECT_EQ(rounded(0.126, 2), "0.13");
    EXPECT_EQ(rounded(1.0 / 3.0, 4), "0.3333");
}

TEST(Rounded, NeverWritesMinusZero) {
    EXPECT_EQ(rounded(-0.001, 2), "0");
    EXPECT_EQ(rounded(-0.0, 2), "0");
    EXPECT_EQ(rounded(-0.006, 2), "-0.01");
}

TEST(Rounded, SurvivesExtremes) {
    EXPECT_EQ(rounded(999999999999999.0, 3), "999999999999999");
    EXPECT_EQ(rounded(1e15, 2), "1e+15");
    EXPECT_EQ(rounded(std::numeric_limits<double>::max(), 2), "1.7976931348623157e+308");
    EXPECT_EQ(rounded(std::nan(""), 2), "nan");
    EXPECT_EQ(rounded(-std::numeric_limits<double>::infinity(), 2), "-inf");
    EXPECT_EQ(rounded(1.25, -3), "1");
    EXPECT_EQ(rounded(0.5, 1000), "0.5");
}

TEST(Lowered, ChangesAsciiOnly) {
    EXPECT_EQ(lowered("AbZ_9\xC3\x89"), "abz_9\xC3\x89");
}

} // namespace
} // namespace merestone
