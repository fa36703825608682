// SPDX-License-Identifier: MIT
#include "submission/folder.hpp"

#include "base/error.hpp"
#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace merestone;
using namespace merestone::tests;

namespace {

std::string problemOf(const SubmissionFolder& folder, ItemKind kind) {
    const FolderItem* item = folder.only(kind);
    return item == nullptr ? "none or more than one" : item->problem;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(SubmissionFolder, RecognisesFilesByTheirNames) {
    const ScratchFolder scratch;
    for (const char* name :
         {"Plan.PDF", "Basic_Conditions Statement.pdf", "consultation-2.txt", "SEA.pdf", "habitats.md", "area.gpkg",
          "designated_area.geojson", "other-areas.shp", "policies.gpkg", "schedule1.csv", "dates.csv", "sites.csv",
          "forum.csv", "plan.yaml", "constitution.html", "Responses.csv"}) {
        writeFile(scratch / name, "x");
    }
    for (const char* name : {"search.pdf", "planning.pdf", "area.pdf", "notes.txt", "plan", "policies.csv"}) {
        writeFile(scratch / name, "x");
    }
    const SubmissionFolder folder = readFolder(scratch.path());
    EXPECT_EQ(folder.items.size(), 16U);
    EXPECT_EQ(folder.others, 6U);
    for (const ItemKind kind : {ItemKind::plan, ItemKind::basicConditions, ItemKind::consultation, ItemKind::screening,
                                ItemKind::habitats, ItemKind::area, ItemKind::designatedArea, ItemKind::otherAreas,
                                ItemKind::policyMap, ItemKind::schedule1, ItemKind::dates, ItemKind::forum,
                                ItemKind::planFile, ItemKind::sites, ItemKind::constitution, ItemKind::responses}) {
        EXPECT_EQ(problemOf(folder, kind), "") << itemName(kind);
    }
}

TEST(SubmissionFolder, FollowsNoLinkOutOfTheFolder) {
    const ScratchFolder outside;
    writeFile(outside / "secret.pdf", "x");
    const ScratchFolder scratch;
    std::filesystem::create_symlink(outside / "secret.pdf", scratch / "plan.pdf");
    std::filesystem::create_symlink("nowhere", scratch / "sea.pdf");
    std::filesystem::create_symlink("habitats.pdf", scratch / "habitats.pdf"); // a circle
    writeFile(scratch / "real.txt", "x");
    std::filesystem::create_symlink("real.txt", scratch / "consultation.txt");
    const SubmissionFolder folder = readFolder(scratch.path());
    EXPECT_TRUE(mentions(problemOf(folder, ItemKind::plan), "leads out of the folder"));
    EXPECT_TRUE(mentions(problemOf(folder, ItemKind::screening), "leads nowhere"));
    EXPECT_TRUE(mentions(problemOf(folder, ItemKind::habitats), "leads nowhere"));
    EXPECT_EQ(problemOf(folder, ItemKind::consultation), "");
}

TEST(SubmissionFolder, OpensNoFolderPipeOrEmptyFile) {
    const ScratchFolder scratch;
    std::filesystem::create_directory(scratch / "plan.pdf");
    ASSERT_EQ(mkfifo((scratch / "sea.pdf").c_str(), 0600), 0);
    writeFile(scratch / "habitats.pdf", "");
    const SubmissionFolder folder = readFolder(scratch.path());
    EXPECT_TRUE(mentions(problemOf(folder, ItemKind::plan), "is a folder"));
    EXPECT_TRUE(mentions(problemOf(folder, ItemKind::screening), "no regular file"));
    EXPECT_TRUE(mentions(problemOf(folder, ItemKind::habitats), "is empty"));
}

TEST(SubmissionFolder, MakesNamesPrintable) {
    const ScratchFolder scratch;
    writeFile(scratch / "plan-a\nb\x1b[2J.pdf", "x");
    const SubmissionFolder folder = readFolder(scratch.path());
    const FolderItem* plan = folder.only(ItemKind::plan);
    ASSERT_NE(plan, nullptr);
    EXPECT_EQ(plan->name.find_first_of("\n\x1b"), std::string::npos) << plan->name;
    EXPECT_EQ(plan->problem, "");
}

TEST(SubmissionFolder, NamesButDoesNotReadTooManyOfAKind) {
    const ScratchFolder scratch;
    for (int i = 0; i < 25; ++i) {
        writeFile(scratch / ("consultation-" + std::to_string(100 + i) + ".pdf"), "x");
    }
    const SubmissionFolder folder = readFolder(scratch.path());
    const auto found = folder.of(ItemKind::consultation);
    ASSERT_EQ(found.size(), 25U);
    EXPECT_EQ(found[19]->problem, "");
    EXPECT_TRUE(mentions(found[20]->problem, "too many"));
}

TEST(SubmissionFolder, ThatIsNotThereIsAnError) {
    const ScratchFolder scratch;
    writeFile(scratch / "file", "x");
    EXPECT_THROW((void)readFolder(scratch / "missing"), Error);
    EXPECT_THROW((void)readFolder(scratch / "file"), Error);
}
