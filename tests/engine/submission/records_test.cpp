// SPDX-License-Identifier: MIT
#include "submission/records.hpp"

#include "engine/exchange/scratch_folder.hpp"

#include <gtest/gtest.h>

using namespace merestone;
using namespace merestone::tests;

namespace {

Records read(const std::filesystem::path& file) {
    FolderItem item;
    item.name = file.filename().string();
    item.path = file;
    return readRecords(item, RunContext{});
}

} // namespace

TEST(Records, OfDatesKnowEventsHoweverTheyAreWritten) {
    const ScratchFolder scratch;
    writeFile(scratch / "dates.csv", "Event,From,To\nRegulation 14,2012-09-12,24/10/2012\nReg. 15,2014-10-14,\n"
                                     "SEA screening,2012-02-30,\n");
    const std::vector<ProcedureEvent> events = readEvents(read(scratch / "dates.csv"));
    ASSERT_EQ(events.size(), 3U);
    const ProcedureEvent* consultation = findEvent(events, "reg14");
    ASSERT_NE(consultation, nullptr);
    EXPECT_EQ(*consultation->to - *consultation->from, 42.0);
    EXPECT_EQ(consultation->toText, "2012-10-24");
    const ProcedureEvent* submission = findEvent(events, "reg15");
    ASSERT_NE(submission, nullptr);
    EXPECT_FALSE(submission->to);
    const ProcedureEvent* screening = findEvent(events, "sea_screening");
    ASSERT_NE(screening, nullptr);
    EXPECT_FALSE(screening->from);
    EXPECT_NE(screening->problem.find("is no date"), std::string::npos);
}

TEST(Records, ThatCannotBeReadSayWhy) {
    const ScratchFolder scratch;
    writeFile(scratch / "dates.csv", std::string(10000, '\0'));
    writeFile(scratch / "dates.xlsx", "no spreadsheet");
    EXPECT_TRUE(readEvents(read(scratch / "dates.csv")).empty());
    EXPECT_FALSE(read(scratch / "dates.xlsx").problem.empty());
    FolderItem linked;
    linked.problem = "is a link";
    EXPECT_EQ(readRecords(linked, RunContext{}).problem, "is a link");
}
