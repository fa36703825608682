// SPDX-License-Identifier: MIT
#include "plan/pack_mentions.hpp"

#include "plan/read_plan.hpp"
#include "plan_texts.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace merestone {
namespace {

namespace fs = std::filesystem;
using testing::changed;
using testing::smallPack;

class Mentions : public ::testing::Test {
protected:
    Mentions() {
        std::string pattern = (fs::temp_directory_path() / "merestone-mentions-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        write("greens.yaml", smallPack());
        write("space.yaml", changed(smallPack(), "pack: greens", "pack: space # after a remark"));
        write("open.yaml", changed(smallPack(), "pack: greens", "pack: open-space"));
    }
    ~Mentions() override { fs::remove_all(m_folder); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories(m_folder / "topic");
        std::ofstream(m_folder / "topic" / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::vector<std::string> packsFor(const std::string& planText) const {
        std::vector<std::string> ids;
        for (const Pack& pack : loadMentionedPacks({m_folder}, planText).packs) {
            ids.push_back(pack.id);
        }
        return ids;
    }

    fs::path m_folder;
};

using Ids = std::vector<std::string>;

TEST_F(Mentions, OnlyPacksThatThePlanNamesAreRead) {
    EXPECT_EQ(packsFor("rules: []"), Ids{});
    EXPECT_EQ(packsFor("- use: greens/near"), Ids{"greens"});
    EXPECT_EQ(packsFor("- {use: 'space/near'}\n- use: \"greens/near\""), (Ids{"greens", "space"}));
    EXPECT_EQ(packsFor("- use: open-space/near"), Ids{"open-space"}) << "'space/' is not a name of its own there";
    EXPECT_EQ(packsFor("greens"), Ids{});
    EXPECT_EQ(loadMentionedPacks({m_folder}, "greens/near").unread, (Ids{"open-space", "space"}));
}

TEST_F(Mentions, WhatAPackNeedsIsReadToo) {
    write("greens.yaml", smallPack() + "    needs: [space/near]\n");
    EXPECT_EQ(packsFor("use: greens/near"), (Ids{"greens", "space"}));
    write("space.yaml", changed(smallPack(), "pack: greens", "pack: space") + "    needs: [open-space/near]\n");
    EXPECT_EQ(packsFor("use: greens/near"), (Ids{"greens", "open-space", "space"}));
}

TEST_F(Mentions, APackWhoseIdIsNotSureIsRead) {
    write("quoted.yaml", changed(smallPack(), "pack: greens", "pack: 'quoted'"));
    EXPECT_EQ(packsFor(""), Ids{"quoted"});
    write("quoted.yaml", changed(smallPack(), "pack: greens", "pack:\n  folded"));
    EXPECT_EQ(packsFor(""), Ids{"folded"});
    write("quoted.yaml", "{pack: flow, title: a, owner: b, version: \"1\", rules: []}");
    EXPECT_EQ(packsFor(""), Ids{"flow"});
}

TEST_F(Mentions, MistakesInOtherPacksDoNotMatter) {
    write("space.yaml", "pack: space\ntitle: [");
    EXPECT_EQ(packsFor("use: greens/near"), Ids{"greens"});
    EXPECT_THROW((void)packsFor("use: space/near"), PlanError);
}

TEST_F(Mentions, TwoFilesOfOneIdAreAMistakeWhereItIsUsed) {
    write("twin.yaml", smallPack());
    EXPECT_EQ(packsFor("use: space/near"), Ids{"space"});
    EXPECT_THROW((void)packsFor("use: greens/near"), PlanError);
}

TEST_F(Mentions, ThePlanIsTheSameAsWithEveryPack) {
    const fs::path file = m_folder / "plan.yaml";
    std::ofstream(file) << testing::smallPlan()
                        << "      - {use: greens/near, id: H1.greens, for: area, layers: {green: parks}}\n";
    const Plan all = readPlan(file, loadPacks({m_folder}));
    const Plan chosen = readPlanWithPacks(file, {m_folder});
    ASSERT_EQ(chosen.policies.size(), 1U);
    ASSERT_EQ(chosen.policies[0].rules.size(), 2U);
    EXPECT_EQ(chosen.policies[0].rules[1].pack, "greens");
    for (std::size_t r = 0; r < 2; ++r) {
        EXPECT_EQ(all.policies[0].rules[r].id, chosen.policies[0].rules[r].id);
        EXPECT_EQ(all.policies[0].rules[r].require.text, chosen.policies[0].rules[r].require.text);
    }
}

TEST_F(Mentions, AnUnknownPackIsComparedWithAllNames) {
    const fs::path file = m_folder / "plan.yaml";
    std::ofstream(file) << testing::smallPlan() << "      - use: open-spac/near\n";
    try {
        (void)readPlanWithPacks(file, {m_folder});
        FAIL() << "a pack that is not there was taken";
    } catch (const PlanError& error) {
        EXPECT_NE(std::string(error.what()).find("'open-space'"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace merestone
