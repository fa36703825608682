// SPDX-License-Identifier: MIT
#include "plan/add_waiver.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merestone {
namespace {

WaiverSpec cornerSite() {
    WaiverSpec waiver;
    waiver.rule = "H1.density";
    waiver.subject = "S4";
    waiver.reason = "Agreed with \"highways\"";
    waiver.by = "Ann O'Brien";
    waiver.until = "2027-03-31";
    return waiver;
}

const std::string kItem = "  - rule: \"H1.density\"\n"
                          "    subject: \"S4\"\n"
                          "    reason: \"Agreed with \\\"highways\\\"\"\n"
                          "    by: \"Ann O'Brien\"\n"
                          "    until: 2027-03-31\n";

TEST(AddWaiver, BeginsTheListWhereThereIsNone) {
    EXPECT_EQ(addWaiver("merestone: 1 # keep\n", "plan.yaml", cornerSite()),
              "merestone: 1 # keep\n\nwaivers:\n" + kItem);
}

TEST(AddWaiver, EndsTheLastLineFirst) {
    EXPECT_EQ(addWaiver("merestone: 1", "plan.yaml", cornerSite()), "merestone: 1\n\nwaivers:\n" + kItem);
}

TEST(AddWaiver, FollowsTheLastItemAndKeepsComments) {
    const std::string before = "merestone: 1\n"
                               "waivers: # agreed so far\n"
                               "  # the oldest\n"
                               "  - rule: A\n"
                               "    reason: >-\n"
                               "      folded\n"
                               "      text\n";
    const std::string after = "\n# What follows.\nlayers: {}\n";
    EXPECT_EQ(addWaiver(before + after, "plan.yaml", cornerSite()), before + kItem + after);
}

TEST(AddWaiver, TakesOverTheIndentOfTheList) {
    const std::string text = addWaiver("waivers:\n- rule: A\n  reason: b\n", "plan.yaml", cornerSite());
    EXPECT_NE(text.find("\n- rule: \"H1.density\"\n  subject: \"S4\"\n"), std::string::npos) << text;
}

TEST(AddWaiver, FillsAnEmptyList) {
    EXPECT_EQ(addWaiver("waivers: []  # none yet\nplan: {}\n", "plan.yaml", cornerSite()),
              "waivers:   # none yet\n" + kItem + "plan: {}\n");
    EXPECT_EQ(addWaiver("waivers:\nplan: {}\n", "plan.yaml", cornerSite()), "waivers:\n" + kItem + "plan: {}\n");
}

TEST(AddWaiver, KeepsWindowsLineEnds) {
    const std::string text = addWaiver("merestone: 1\r\nplan: {}\r\n", "plan.yaml", cornerSite());
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        ASSERT_EQ(text[at - 1], '\r') << "at " << at;
    }
}

TEST(AddWaiver, MakesOneLineOfAReasonOfSeveral) {
    WaiverSpec waiver = cornerSite();
    waiver.reason = "first\n- rule: evil\n  by: \\nobody";
    const std::string text = addWaiver("plan: {}\n", "plan.yaml", waiver);
    EXPECT_NE(text.find("reason: \"first - rule: evil   by: \\\\nobody\"\n"), std::string::npos) << text;
}

TEST(AddWaiver, RefusesAListOnOneLineAndNamesThePlace) {
    try {
        (void)addWaiver("plan: {}\nwaivers: [{rule: A, reason: b, by: c}]\n", "plan.yaml", cornerSite());
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::plan);
        EXPECT_EQ(std::string(error.what()).rfind("plan.yaml:2: ", 0), 0U) << error.what();
    }
}

} // namespace
} // namespace merestone
