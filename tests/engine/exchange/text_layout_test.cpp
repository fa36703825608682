// SPDX-License-Identifier: MIT
#include "exchange/text_layout.hpp"

#include <gtest/gtest.h>

#include <sstream>

using namespace merestone;

namespace {

std::string paragraph(std::string_view lead, std::string_view text, std::size_t width) {
    std::ostringstream out;
    TextLayout(out, {false, width}).paragraph(lead, text);
    return out.str();
}

} // namespace

TEST(TextLayout, WrapsWithAHangingIndent) {
    EXPECT_EQ(paragraph("  - ", "one two three four five six", 24), "  - one two three four\n    five six\n");
}

TEST(TextLayout, CountsCharactersNotBytes) {
    EXPECT_EQ(displayWidth("Caf\xc3\xa9"), 4U);
    EXPECT_EQ(paragraph("",
                        "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 "
                        "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 abc",
                        20),
              "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 "
              "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\nabc\n");
}

TEST(TextLayout, DoesNotBreakALongWord) {
    const std::string id(60, 'x');
    EXPECT_EQ(paragraph("", "id " + id + " end", 30), "id\n" + id + "\nend\n");
}

TEST(TextLayout, KeepsRoomForTextHoweverNarrowTheTerminal) {
    EXPECT_EQ(paragraph("      ", "fourteen chars and more", 1), "      fourteen chars and\n      more\n");
    EXPECT_EQ(paragraph("", "", 40), "\n");
}
