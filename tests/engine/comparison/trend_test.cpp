// SPDX-License-Identifier: MIT
#include "comparison/trend.hpp"

#include "engine/comparison/compared.hpp"

#include <gtest/gtest.h>

#include <functional>

using namespace merestone;
using namespace merestone::tests;

namespace {

const WaiverNote kWaiver{"agreed", "Plan steering group", "2027-03-31"};

/// Which way a conflict goes that is changed so.
Trend after(const std::function<void(Finding&)>& change) {
    const RunResult before = runWith({thinSite("S1", "Mill Lane", 407000.0)});
    Finding changed = before.findings.front();
    change(changed);
    const RunResult later = runWith({changed});
    return trendOf(compareRuns(before, later).changes.at(0));
}

TEST(Trend, FollowsTheVerdictFirst) {
    EXPECT_EQ(after([](Finding& f) { f.verdict = Verdict::borderline; }), Trend::better);
    EXPECT_EQ(after([](Finding& f) { f.verdict = Verdict::cannotTell; }), Trend::better);
    EXPECT_EQ(after([](Finding& f) { f.waived = kWaiver; }), Trend::better);
    EXPECT_EQ(after([](Finding& f) {
                  f.verdict = Verdict::borderline;
                  f.margin = -1000.0;
              }),
              Trend::better);
}

TEST(Trend, FollowsTheMarginWhereTheVerdictStays) {
    const auto byMargin = [](double margin) {
        return after([margin](Finding& f) {
            f.measured = *f.limit + margin;
            f.margin = margin;
        });
    };
    EXPECT_EQ(byMargin(-1.0), Trend::better) << "from 16 short to 1 short";
    EXPECT_EQ(byMargin(-30.0), Trend::worse);
}

TEST(Trend, IsOnlyAnotherWhereNeitherSays) {
    EXPECT_EQ(after([](Finding& f) { f.subject.name = "Mill Road"; }), Trend::differs);
    EXPECT_EQ(after([](Finding& f) {
                  f.unit = "dwellings";
                  f.margin = -1.0;
              }),
              Trend::differs)
        << "in another unit";
    EXPECT_EQ(after([](Finding&) {}), Trend::same);
}

TEST(Trend, KnowsNewGoneAndUnlookedAtFindings) {
    const RunResult before = runWith({thinSite("S1", "Mill", 407000.0), thinSite("S2", "Corner", 408000.0)});
    const RunResult later = runWith({thinSite("S2", "Corner", 408000.0), thinSite("S3", "Bridge", 409000.0)});
    const RunComparison comparison = compareRuns(before, later);
    const auto trends = trendsByPolicy(comparison);
    ASSERT_EQ(trends.size(), 1U);
    const std::map<Trend, std::size_t> expected{{Trend::added, 1}, {Trend::gone, 1}, {Trend::same, 1}};
    EXPECT_EQ(trends.begin()->second, expected);
    RunResult empty = later;
    empty.findings.clear();
    empty.rules.clear();
    EXPECT_EQ(trendOf(compareRuns(before, empty).changes.at(0)), Trend::notChecked);
}

} // namespace
